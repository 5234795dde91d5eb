"""Runs every system test in this folder; closes with what was left out and why, what failed, and the counts."""

import sys
import unittest
from pathlib import Path

if __name__ == "__main__":
    folder = Path(__file__).resolve().parent
    sys.path.insert(0, str(folder))
    suite = unittest.defaultTestLoader.discover(str(folder), pattern="*_test.py")
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    passed = result.testsRun - failed - len(result.skipped)
    for test, reason in result.skipped:
        print(f"skipped: {test}: {reason}")
    for test, trace in result.failures + result.errors:
        print(f"FAILED: {test}: {trace.strip().splitlines()[-1][:400]}")
    print(f"{passed} passed, {failed} failed, {len(result.skipped)} skipped")
    sys.exit(1 if failed else 0)
