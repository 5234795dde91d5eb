"""Faults of the process itself: memory and descriptors that run out, storms of signals, a second daemon, a great outbox."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import time
import unittest
import uuid
from pathlib import Path

from shop import Shop, rounds, wait_until
from support import reputed

MiB = 1 << 20


class Cage:
    """A control group that limits memory as systemd's MemoryMax= does."""

    def __init__(self, test, limit):
        base = Path("/sys/fs/cgroup/memory")
        if os.geteuid() != 0 or not (base / "memory.limit_in_bytes").exists():
            base = Path("/sys/fs/cgroup")
            if os.geteuid() != 0 or "memory" not in read(base / "cgroup.subtree_control"):
                test.skipTest("NOT RUN: no control group for memory can be made here")
        self.folder = base / f"repute-{uuid.uuid4().hex[:8]}"
        self.folder.mkdir()
        test.addCleanup(self.remove)
        self.is_old = (self.folder / "memory.limit_in_bytes").exists()
        (self.folder / ("memory.limit_in_bytes" if self.is_old else "memory.max")).write_text(str(limit))
        if not self.is_old:
            (self.folder / "memory.swap.max").write_text("0")

    def enter(self):
        (self.folder / "cgroup.procs").write_text(str(os.getpid()))

    def peak(self):
        name = "memory.max_usage_in_bytes" if self.is_old else "memory.peak"
        return int(read(self.folder / name) or 0)

    def remove(self):
        wait_until(lambda: not read(self.folder / "cgroup.procs"), 10)
        self.folder.rmdir()


def read(path):
    return path.read_text() if path.exists() else ""


class MemoryTest(unittest.TestCase):
    def test_ten_thousand_sources_within_a_limit(self):
        names = [f"s{number}" for number in range(10_000)]
        shop = Shop(self, names=names, interval="1h")
        shop.baseline_counts = dict(shop.web.published)
        cage = Cage(self, 256 * MiB)
        daemon = shop.start(preexec_fn=cage.enter)
        # New sources take their turns over a while; here all are due at once.
        shop.let_due()
        started = time.monotonic()
        self.assertTrue(
            wait_until(lambda: shop.count("SELECT count(*) FROM source WHERE baselineAt IS NULL") == 0, 400),
            f"{shop.stored()} stored\n" + shop.log()[-2000:],
        )
        seconds = time.monotonic() - started
        shop.stop(daemon)
        shop.keeps_its_promise()
        print(f"\n10,000 sources in {seconds:.0f} s, {cage.peak() / MiB:.0f} MiB of memory at most, page cache included")

    def test_a_limit_that_is_too_small_kills_and_loses_nothing(self):
        names = [f"s{number}" for number in range(100)]
        shop = Shop(self, names=names)
        shop.open()
        cage = Cage(self, 10 * MiB)
        kills = 0
        for _ in range(rounds(5, 50)):
            shop.complain()
            daemon = shop.start(is_ready=False, preexec_fn=cage.enter)
            wait_until(lambda: daemon.poll() is not None, 4)
            if daemon.poll() is None:
                shop.kill(daemon)
            else:
                self.assertEqual(daemon.returncode, -signal.SIGKILL, shop.log()[-2000:])
                kills += 1
        shop.settle()
        shop.keeps_its_promise()
        print(f"\n{kills} kills for memory, {shop.figures()}")


class DescriptorTest(unittest.TestCase):
    def test_descriptors_run_out_and_come_back(self):
        """A daemon that can open nothing goes on, or is ended by Swift's runtime (SIGILL) and starts again."""
        shop = Shop(self, names=[f"s{number}" for number in range(20)], polling="  timeout: 5s\n  connect_timeout: 2s")
        shop.open()
        ended = 0
        for number in range(rounds(3, 50)):
            daemon = shop.start()
            opened = len(os.listdir(f"/proc/{daemon.pid}/fd"))
            limit = opened + 1 if number % 2 else 3
            resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE, (limit, 4096))
            shop.complain()
            time.sleep(4)
            if daemon.poll() is None:
                resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE, (4096, 4096))
            else:
                self.assertEqual(daemon.returncode, -signal.SIGILL, shop.log()[-2000:])
                ended += 1
                daemon = shop.start()
            self.assertTrue(wait_until(shop.is_hurried, 120), shop.log()[-3000:])
            shop.stop(daemon)
        shop.says("the (poll|decide|deliver) walk could not go on|can't be read|not delivered yet", 1)
        shop.keeps_its_promise()
        print(f"\n{number + 1} times without descriptors, {ended} ended by it, {shop.figures()}")

    def test_the_first_exchange_has_no_descriptor(self):
        """One is enough to load libcurl, and too few for the pair by which its thread is woken."""
        shop = Shop(self, names=("a",), interval="12s")
        shop.open()
        told = "libcurl could not be initialized"
        for _ in range(5):
            daemon = shop.start()
            # What is opened at the start has to be open, or the runtime ends the process.
            time.sleep(5)
            limit = len(os.listdir(f"/proc/{daemon.pid}/fd")) + 1
            resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE, (limit, 4096))
            shop.complain()
            wait_until(lambda: told in shop.log() or daemon.poll() is not None)
            if daemon.poll() is None:
                break
            self.assertEqual(daemon.returncode, -signal.SIGILL, shop.log()[-2000:])
            shop.once()
        shop.says(told)
        resource.prlimit(daemon.pid, resource.RLIMIT_NOFILE, (4096, 4096))
        self.assertTrue(wait_until(shop.is_hurried, 45), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()

    def test_a_libcurl_that_could_not_be_loaded_is_tried_again(self):
        """Without descriptors, a daemon's first exchange can't load libcurl; here the file is what is wrong."""
        shop = Shop(self, names=("a",))
        shop.open()
        libraries = shop.place.path / "libraries"
        libraries.mkdir()
        (libraries / "libcurl.so.4").write_text("no library")
        daemon = shop.start({"LD_LIBRARY_PATH": str(libraries)})
        shop.complain()
        shop.says("libcurl can't be used")
        self.assertEqual(shop.stored(), shop.baseline_counts["a"])
        (libraries / "libcurl.so.4").unlink()
        self.assertTrue(wait_until(shop.is_hurried, 90), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()


class SignalTest(unittest.TestCase):
    def test_a_storm_of_reloads(self):
        shop = Shop(self)
        shop.open()
        daemon = shop.start()
        good, bad = shop.text, shop.text.replace("brand: shop}", "brand: nobody}")
        shop.web.is_growing = True
        signals = rounds(300, 5000)
        for number in range(signals):
            replace(Path(shop.config), bad if number % 5 == 4 else good)
            daemon.send_signal(signal.SIGHUP)
            time.sleep(random.choice((0, 0.001, 0.02)))
        shop.web.is_growing = False
        replace(Path(shop.config), good + "# the last\n")
        seen = len(shop.log())
        daemon.send_signal(signal.SIGHUP)
        self.assertTrue(wait_until(lambda: "configuration was reloaded" in shop.log()[seen:]), shop.log()[-2000:])
        shop.says("the configuration was not reloaded; the old settings stay in force")
        self.assertTrue(wait_until(shop.is_hurried, 90), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()
        print(f"\n{signals} SIGHUPs, {shop.log().count('configuration was reloaded')} reloads, {shop.figures()}")


class SecondDaemonTest(unittest.TestCase):
    def test_the_second_refuses_and_names_the_first(self):
        shop = Shop(self)
        shop.open()
        daemon = shop.start()
        for words in ([], ["--once"]):
            second = subprocess.run(
                [reputed(), "--config", shop.config, *words], capture_output=True, text=True, timeout=60
            )
            self.assertEqual(second.returncode, 69, second.stderr)
            self.assertRegex(second.stderr, f"another reputed \\(process {daemon.pid}\\).*stop it first")
        shop.complain()
        self.assertTrue(wait_until(shop.is_settled), shop.log()[-2000:])
        shop.kill(daemon)
        shop.complain()
        third = shop.start()
        self.assertTrue(wait_until(shop.is_settled), shop.log()[-2000:])
        shop.stop(third)
        shop.keeps_its_promise()


class OutboxTest(unittest.TestCase):
    def test_a_great_outbox(self):
        count = 20_000 if rounds(0) == 0 else 100_000
        shop = Shop(self, names=("a",))
        shop.open()
        alerts = [(number, number % 3 + 1) for number in range(1, count + 1)]
        now = time.time()
        with sqlite3.connect(shop.store) as db:
            db.executemany(
                "INSERT INTO alert (id, ruleId, brandId, severity, reason, createdAt)"
                " VALUES (?, 'complaints', 'shop', 'medium', 'negative', ?)",
                [(alert, now - 3600) for alert, _ in alerts],
            )
            db.executemany("INSERT INTO alertMention (alertId, mentionId, position) VALUES (?, ?, 0)", alerts)
            # Mail gathers what has waited; a webhook gets every alert by itself.
            calls = rounds(1000, count)
            for channel, told in (("mail", alerts), ("hook", alerts[:calls])):
                db.executemany(
                    "INSERT INTO delivery (alertId, channelId, messageId, state, nextAttempt, createdAt)"
                    " VALUES (?, ?, ?, 'pending', ?, ?)",
                    [(alert, channel, f"alert-{alert}-{uuid.uuid4()}", now, now - 3600) for alert, _ in told],
                )
        db.close()
        shop.complain()
        started = time.monotonic()
        daemon = shop.start()
        ready = time.monotonic() - started
        self.assertTrue(wait_until(shop.is_settled, 600), shop.log()[-3000:])
        seconds = time.monotonic() - started
        status = Path(f"/proc/{daemon.pid}/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
        shop.stop(daemon)
        db = sqlite3.connect(shop.store)
        self.addCleanup(db.close)
        shop.check_letters(db)
        self.assertLess(peak, 256, "MiB of memory")
        print(
            f"\n{count:,} letters by mail, {calls:,} calls: at work after {ready:.1f} s, all told after {seconds:.0f} s in"
            f" {len(shop.place.mails())} mails, {peak:.0f} MiB"
        )


def replace(path, text):
    """Writes a file so that nobody reads a part of it."""
    other = path.with_name("other")
    other.write_text(text)
    other.replace(path)


if __name__ == "__main__":
    unittest.main(verbosity=2)
