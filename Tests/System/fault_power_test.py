"""Power cuts: every write since the last sync is gone.

The store lies on a file system in a file. At a cut, the daemon is stopped, the file is copied (it holds what has
reached "the disk", and nothing of the page cache), the daemon is killed, and the next one starts on the copy.
ROUNDS in the environment says how often; 12 by default, at most 300.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from faults import Faults
from shop import Shop, rounds


class Disk:
    """A file system in a file, mounted at `folder`."""

    def __init__(self, test, folder, size="48M"):
        self.folder, self.file = folder, folder.with_suffix(".img")
        run = subprocess.run
        run(["truncate", "-s", size, self.file], check=True)
        run(["mke2fs", "-q", "-F", "-t", "ext4", self.file], check=True)
        folder.mkdir(exist_ok=True)
        test.addCleanup(run, ["umount", "-l", folder], capture_output=True)
        if not self.mount():
            test.skipTest("NOT RUN: no loop device can be mounted here")

    def mount(self):
        return subprocess.run(["mount", "-o", "loop", self.file, self.folder], capture_output=True).returncode == 0

    def cut(self, daemon):
        """Cuts the power of the disk and of `daemon`."""
        daemon.send_signal(signal.SIGSTOP)
        kept = self.file.with_suffix(".kept")
        subprocess.run(["cp", "--sparse=always", self.file, kept], check=True)
        daemon.send_signal(signal.SIGKILL)
        daemon.wait()
        # The kill ends the process, not what it has mapped at once.
        for _ in range(50):
            if subprocess.run(["umount", self.folder], capture_output=True).returncode == 0:
                break
            time.sleep(0.05)
        kept.replace(self.file)
        assert self.mount(), "the disk can't be mounted after the cut"


@unittest.skipUnless(os.geteuid() == 0, "NOT RUN: only root mounts")
@unittest.skipUnless(shutil.which("mke2fs"), "NOT RUN: mke2fs is not installed")
class PowerTest(unittest.TestCase):
    def run_cuts(self, count, environment=None):
        shop = Shop(self)
        disk = Disk(self, shop.store.parent)
        shop.open()
        subprocess.run(["sync", "-f", disk.folder], check=True)
        shop.web.is_growing = True
        for _ in range(count):
            daemon = shop.start(environment(shop) if environment else None, is_ready=False)
            time.sleep(random.uniform(0.3, 2.0))
            self.assertIsNone(daemon.poll(), shop.log()[-2000:])
            disk.cut(daemon)
        shop.settle()
        return shop

    def test_what_was_told_or_stored_survives(self):
        count = rounds(12, 300)
        shop = self.run_cuts(count)
        shop.keeps_its_promise()
        print(f"\n{count} power cuts, {shop.figures()}")

    def test_a_disk_that_lies_about_syncs_is_found_out(self):
        """The test above has teeth: with syncs that do nothing it fails."""

        def lie(shop):
            faults = Faults(shop.place.path, shop.store.parent)
            faults.lie = 1
            return faults.environment

        with self.assertRaises((AssertionError, sqlite3.Error)) as found:
            self.run_cuts(6, lie).keeps_its_promise()
        print(f"\nwithout syncs: {str(found.exception).splitlines()[-1][:160]}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
