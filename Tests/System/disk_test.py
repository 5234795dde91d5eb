"""A disk that is full, and a reader that goes away."""

import os
import sqlite3
import subprocess
import unittest

from support import Workplace, reputed


class DiskTest(unittest.TestCase):
    def setUp(self):
        self.place = Workplace()
        self.addCleanup(self.place.remove)
        items = "".join(
            f"<item><guid isPermaLink='false'>{n}</guid><title>Order {n} was wrong</title>"
            f"<rating>1</rating><description>{'Nobody was sorry. ' * 30}</description></item>"
            for n in range(1000)
        )
        feed = self.place.write("feed.xml", f"<rss version='2.0'><channel>{items}</channel></rss>")
        self.config = self.place.write(
            "repute.yaml",
            f"""
storage: {{path: state/repute.db}}
polling: {{allow_files: [{self.place.path}]}}
brands: [{{id: shop, name: Shop}}]
sources: [{{id: s, url: 'file://{feed}', kind: review, brand: shop}}]
""",
        )

    def once(self, **options):
        return subprocess.run([reputed(), "--config", self.config, "--once"], **options)

    @unittest.skipUnless(os.geteuid() == 0, "only root mounts")
    def test_a_full_disk_is_named_and_loses_nothing(self):
        state = self.place.path / "state"
        state.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", state]
        if subprocess.run(mount, capture_output=True).returncode:
            self.skipTest("tmpfs can't be mounted here")
        self.addCleanup(subprocess.run, ["umount", state])
        run = self.once(capture_output=True, text=True)
        self.assertEqual(run.returncode, 69, run.stderr)
        self.assertRegex(run.stderr, "disk")
        subprocess.run(["mount", "-o", "remount,size=50m", state], check=True)
        run = self.once(capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        db = sqlite3.connect(state / "repute.db")
        self.addCleanup(db.close)
        self.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.assertEqual(db.execute("SELECT count(*) FROM mention").fetchone(), (1000,))

    def test_a_reader_that_goes_away_is_no_crash(self):
        read, write = os.pipe()
        os.close(read)
        run = self.once(stdout=write, stderr=subprocess.PIPE, text=True)
        os.close(write)
        self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
