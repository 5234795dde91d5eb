"""Faults around reputed: no names, feeds that all hang, a webhook that hangs, a mail program that misbehaves."""

import time
import unittest

from faults import NAMES_DOWN, NAMES_HANG, NAMES_LOCAL, Faults
from shop import Shop, wait_until

# What a mail program can do wrong: name, script, what is told.
BAD_MAIL_PROGRAMS = [
    ("hangs after it has read the letter", "cat > /dev/null; exec sleep 3600", "mail.*(longer|limit|time)"),
    ("hangs without reading", "exec sleep 3600", "mail.*(longer|limit|time)"),
    ("hangs in a grandchild", "cat > /dev/null; sleep 3600 & wait", "mail.*(longer|limit|time)"),
    ("crashes", "cat > /dev/null; kill -SEGV $$", "mail.*(signal|killed)"),
    ("closes its input and refuses", "exec 0<&-; echo no room >&2; exit 75", "mail.*no room"),
    ("floods its output", "head -c 20000000 /dev/zero | tr '\\0' E >&2; exit 1", "mail.*EEE"),
]


class NameTest(unittest.TestCase):
    def test_no_name_can_be_looked_up(self):
        for mode, what in ((NAMES_DOWN, "refused"), (NAMES_HANG, "never answered")):
            with self.subTest(what):
                shop = Shop(self, host="feeds.shop.example", polling="  connect_timeout: 2s\n  timeout: 4s")
                faults = Faults(shop.place.path)
                faults.names = NAMES_LOCAL
                run = shop.once(faults.environment)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
                shop.baseline_counts = dict(shop.web.published)
                faults.names = mode
                shop.complain()
                daemon = shop.start(faults.environment)
                for name in shop.web.published:
                    shop.says(f"the source can't be read.*source={name}")
                shop.says("feeds.shop.example")
                time.sleep(3)
                faults.names = NAMES_LOCAL
                self.assertTrue(wait_until(shop.is_settled, 90), shop.log()[-3000:])
                shop.stop(daemon)
                shop.keeps_its_promise()


class FeedTest(unittest.TestCase):
    def test_every_feed_times_out_at_once(self):
        names = [f"feed-{number}" for number in range(20)]
        shop = Shop(self, names=names, polling="  timeout: 3s\n  connect_timeout: 2s")
        shop.open()
        daemon = shop.start()
        shop.web.feeds_answer.clear()
        for name in names:
            shop.says(f"the source can't be read.*source={name}\\b", 120)
        self.assertIsNone(daemon.poll())
        lines = [line for line in shop.log().splitlines() if "the source can't be read" in line]
        self.assertEqual(len(lines), len(names), "the first failure in a row is told, no other")
        shop.complain()
        shop.web.feeds_answer.set()
        self.assertTrue(wait_until(shop.is_settled, 120), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()


class ChannelTest(unittest.TestCase):
    def test_a_webhook_hangs(self):
        shop = Shop(self, hook=", timeout: 2s")
        shop.open()
        daemon = shop.start()
        shop.web.hook_answers.clear()
        shop.complain()
        self.assertTrue(wait_until(lambda: len(shop.place.mails()) == 3), "mail waits for the webhook")
        shop.says("alert not delivered yet.*channel=hook")
        shop.complain()
        self.assertTrue(wait_until(lambda: len(shop.place.mails()) >= 4), "mail waits for the webhook")
        shop.web.hook_answers.set()
        # The next attempt would be half a minute later, and later each time.
        self.assertTrue(wait_until(shop.is_hurried, 120), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()

    def test_a_mail_program_misbehaves(self):
        shop = Shop(self, mail=", timeout: 2s")
        program = shop.place.path / "sendmail"
        good = program.read_text()
        shop.open()
        daemon = shop.start()
        for what, script, told in BAD_MAIL_PROGRAMS:
            with self.subTest(what):
                replace(program, f"#!/bin/sh\n{script}\n")
                seen = len(shop.log())
                shop.complain(name="a")
                self.assertTrue(
                    wait_until(lambda: "alert not delivered yet" in shop.log()[seen:]), shop.log()[seen:]
                )
                self.assertRegex(shop.log()[seen:], told)
                self.assertTrue(
                    wait_until(lambda: len(shop.web.received) == self.webhooks(shop)), "the webhook waits for mail"
                )
                replace(program, good)
                self.assertTrue(wait_until(shop.is_hurried, 120), shop.log()[-3000:])
        shop.stop(daemon)
        shop.keeps_its_promise()

    def webhooks(self, shop):
        return shop.count("SELECT count(*) FROM delivery WHERE channelId = 'hook' AND leadId IS NULL")


def replace(program, text):
    """Puts another program in its place at once; one that runs goes on."""
    other = program.with_name("other")
    other.write_text(text)
    other.chmod(0o755)
    other.rename(program)


if __name__ == "__main__":
    unittest.main(verbosity=2)
