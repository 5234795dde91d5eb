"""The parts of Repute that meet foreign bytes, fuzzed where ROUNDS asks for longer runs.

What was found before is read by `swift test` each time; what a fuzzer finds anew says nothing of the change at hand.
"""

import sys
import unittest

from shop import rounds
from support import ROOT

sys.path.append(str(ROOT / "Tests/Fuzzing"))

import fuzzer  # noqa: E402

SCRATCH = ROOT / ".build-fuzz"


class FuzzTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if rounds(1) == 1:
            raise unittest.SkipTest("NOT RUN: needs a build of its own; make fuzz, or ROUNDS=2000")
        cls.program = fuzzer.build(SCRATCH)

    def test_the_fuzzer_finds_a_promise_that_is_easily_broken(self):
        run = fuzzer.fuzz(self.program, "alarm", 60, SCRATCH)
        self.assertTrue(run.failed, run.output[-2000:])
        self.assertIn("promise not kept: there is fire", run.output)
        self.assertTrue(run.finds)
        for path in run.finds:
            path.unlink()

    def test_no_promise_is_broken(self):
        seconds = rounds(6, 200)
        for target in fuzzer.targets():
            with self.subTest(target=target):
                for run in fuzzer.fuzz_both_ways(self.program, target, seconds, SCRATCH):
                    print(run, flush=True)
                    self.assertFalse(run.failed, run.output[-4000:])
                    self.assertGreater(run.executions, 0, run.output[-2000:])
