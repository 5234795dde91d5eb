"""Faults of the disk below the store: no room, failing writes, a read-only mount, damaged pages, a lock that is held.

ROUNDS in the environment says how many of the writes of a pass fail in turn, with each error, once and for good;
40 by default, all of them from 2000 on.
"""

import errno
import itertools
import os
import random
import shutil
import sqlite3
import subprocess
import time
import unittest

from faults import EVERY, Faults
from shop import Shop, rounds, wait_until

# What a person is told where the disk fails, and what to do about it.
TOLD = "disk is full; free some space|check the disk, and whether it is full|check the path and its owner"


class FailingWriteTest(unittest.TestCase):
    def setUp(self):
        self.shop = Shop(self, names=("a",))
        self.state = self.shop.store.parent
        self.faults = Faults(self.shop.place.path, self.state)

    def test_every_write_may_fail(self):
        self.shop.open()
        self.shop.complain()
        before = self.shop.place.path / "before"
        shutil.copytree(self.state, before)
        self.shop.once(self.faults.environment)
        writes = self.faults.writes
        self.assertGreater(writes, 50, "the faults don't reach the store")
        kinds = itertools.product((errno.ENOSPC, errno.EIO), (1, EVERY))
        every = [(number, *kind) for kind in kinds for number in range(1, writes + 1)]
        tried = random.sample(every, min(rounds(40), len(every)))
        told = 0
        for number, error, count in sorted(tried):
            with self.subTest(write=number, error=errno.errorcode[error], fails="once" if count == 1 else "for good"):
                shutil.rmtree(self.state)
                shutil.copytree(before, self.state)
                self.shop.forget_letters()
                self.faults.fail(error, at=number, count=count)
                run = self.shop.once(self.faults.environment)
                self.faults.heal()
                self.assertIn(run.returncode, (0, 1, 69), run.stdout + run.stderr)
                if run.returncode == 69:
                    self.assertRegex(run.stderr, TOLD)
                    told += 1
                self.shop.settle()
                self.shop.keeps_its_promise()
        print(f"\n{len(tried)} of {len(every)} faults at {writes} writes, {told} passes ended with the reason")

    def test_a_daemon_goes_on_when_there_is_room_again(self):
        self.shop.open()
        for error in (errno.ENOSPC, errno.EIO, errno.EROFS):
            with self.subTest(errno.errorcode[error]):
                daemon = self.shop.start(self.faults.environment)
                seen = len(self.shop.log())
                self.faults.fail(error)
                self.shop.complain()
                told = wait_until(lambda: "could not go on" in self.shop.log()[seen:])
                self.assertTrue(told, self.shop.log()[seen:])
                self.assertRegex(self.shop.log()[seen:], "full|failed|can't be written")
                time.sleep(1)
                self.faults.heal()
                self.assertTrue(wait_until(self.shop.is_settled, 90), self.shop.log()[-3000:])
                self.shop.stop(daemon)
        self.shop.keeps_its_promise()

    @unittest.skipUnless(os.geteuid() == 0, "NOT RUN: only root mounts")
    def test_a_read_only_disk_is_named_at_the_start(self):
        self.shop.open()
        if subprocess.run(["mount", "--bind", self.state, self.state], capture_output=True).returncode:
            self.skipTest("NOT RUN: nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", self.state], capture_output=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", self.state], check=True)
        self.shop.complain()
        daemon = self.shop.start(is_ready=False)
        self.assertEqual(daemon.wait(60), 69, self.shop.log())
        self.assertRegex(self.shop.log(), "repute.db.*(Read-only|read-only|can't be written)")
        subprocess.run(["mount", "-o", "remount,bind,rw", self.state], check=True)
        self.shop.settle()
        self.shop.keeps_its_promise()


class DamageTest(unittest.TestCase):
    def setUp(self):
        self.shop = Shop(self, names=("a",))
        self.shop.web.published["a"] = 400
        self.shop.open()
        self.backup = self.shop.place.path / "good.db"
        self.shop.run_repute("backup", self.backup)
        with sqlite3.connect(self.shop.store) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.page = db.execute("PRAGMA page_size").fetchone()[0]
        db.close()
        self.whole = self.shop.store.read_bytes()

    def damage(self, content):
        for copy in self.shop.store.parent.glob("repute.db.before-*"):
            copy.unlink()
        for rest in self.shop.store.parent.glob("repute.db-*"):
            rest.unlink()
        self.shop.store.write_bytes(content)

    def overwritten(self, number):
        """The store with garbage in place of a page."""
        at = number * self.page
        return self.whole[:at] + b"\xa5" * self.page + self.whole[at + self.page :]

    def root(self, name):
        with sqlite3.connect(self.shop.store) as db:
            return db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()[0] - 1

    def test_a_damaged_store_is_told_kept_and_replaced_by_the_backup(self):
        roots = {name: self.root(name) for name in ("source", "entry", "mention", "delivery")}
        damaged = {
            "the first page": self.overwritten(0),
            **{f"the root of {name}": self.overwritten(page) for name, page in roots.items()},
            "the second half": self.whole[: len(self.whole) // 2],
            "all but the first page": self.whole[: self.page],
            "all but a part of the first page": self.whole[:100],
            "every page but the first": self.whole[: self.page]
            + b"\xa5" * (len(self.whole) - self.page),
            "another kind of file": b"Dear diary\n" * 1000,
        }
        for what, content in damaged.items():
            with self.subTest(what):
                self.damage(content)
                seen = len(self.shop.log())
                self.shop.complain()
                daemon = self.shop.start(is_ready=False)
                told = wait_until(
                    lambda: "damaged or no SQLite file" in self.shop.log()[seen:]
                    or daemon.poll() is not None
                )
                log = self.shop.log()[seen:]
                self.assertTrue(told, log)
                self.assertRegex(log, "repute.db is damaged")
                self.assertRegex(log, "repute db check")
                self.assertRegex(log, "repute restore")
                if daemon.poll() is None:
                    self.shop.kill(daemon)
                else:
                    self.assertEqual(daemon.returncode, 69)
                self.check_nothing_began_anew(content)
                said = self.shop.run_repute("restore", self.backup, "--yes")
                self.assertIn("repute.db", said)
                self.shop.settle()
                with sqlite3.connect(self.shop.store) as db:
                    self.assertEqual(db.execute("PRAGMA integrity_check").fetchone(), ("ok",))
                self.assertEqual(self.shop.stored(), self.shop.web.published["a"])

    def check_nothing_began_anew(self, content):
        """The damaged file is what it was, but for pages that are well."""
        now = self.shop.store.read_bytes()
        self.assertGreaterEqual(len(now), len(content))

    def test_a_store_that_is_gone_is_told_of(self):
        for what in ("removed", "emptied"):
            with self.subTest(what):
                self.damage(b"")
                if what == "removed":
                    self.shop.store.unlink()
                seen = len(self.shop.log())
                daemon = self.shop.start()
                self.assertRegex(self.shop.log()[seen:], "begins anew")
                self.assertRegex(self.shop.log()[seen:], "repute restore")
                self.shop.stop(daemon)

    def test_a_first_store_is_no_loss(self):
        self.assertNotIn("begins anew", self.shop.log())


class LockTest(unittest.TestCase):
    def test_a_store_that_is_locked_for_a_minute(self):
        shop = Shop(self)
        shop.open()
        daemon = shop.start()
        db = sqlite3.connect(shop.store, isolation_level=None)
        self.addCleanup(db.close)
        db.execute("BEGIN IMMEDIATE")
        shop.complain(2)
        time.sleep(60)
        shop.says("locked by another process.*tried again", seconds=1)
        db.execute("ROLLBACK")
        self.assertTrue(wait_until(shop.is_settled, 90), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()


if __name__ == "__main__":
    unittest.main(verbosity=2)
