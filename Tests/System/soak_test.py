"""The daemon on a simulated clock: some weeks by default, two years of fifty sources with ROUNDS (see `make soak`)."""

import subprocess
import tempfile
import unittest

from shop import rounds
from support import program, repute


class SoakTest(unittest.TestCase):
    def test_nothing_grows_drifts_or_gets_lost(self):
        days, sources = (730, 50) if rounds(1) > 1 else (45, 30)
        with tempfile.TemporaryDirectory(prefix="repute-soak-") as folder:
            run = subprocess.run(
                [program("soak"), "--days", str(days), "--sources", str(sources), "--folder", folder]
                + ["--repute", repute()],
                capture_output=True, text=True,
            )
        lines = [line for line in run.stdout.splitlines() if not line.startswith("{")]
        print("\n" + "\n".join(lines), flush=True)
        self.assertEqual(run.returncode, 0, "\n".join(lines) + run.stderr)


if __name__ == "__main__":
    unittest.main()
