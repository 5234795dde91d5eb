"""A clock that jumps by a day, forth and back, while reputed runs and while it does not."""

import unittest

from faults import Faults
from shop import Shop, wait_until

DAY = 86_400


class ClockTest(unittest.TestCase):
    def setUp(self):
        self.shop = Shop(self, interval="2s")
        self.faults = Faults(self.shop.place.path)

    def goes_on(self):
        """The next complaint is told within the time that it takes to notice a clock that was set back."""
        asked = dict(self.shop.web.asked)
        self.shop.complain()
        self.assertTrue(wait_until(self.shop.is_settled, 90), self.shop.log()[-3000:])
        polls = {name: count - asked[name] for name, count in self.shop.web.asked.items()}
        # No poll is caught up on: a day at this interval would have had 43,200.
        self.assertLess(max(polls.values()), 60, polls)

    def test_the_clock_of_a_running_daemon_jumps(self):
        self.shop.open()
        daemon = self.shop.start(self.faults.environment)
        self.goes_on()
        for jump in (DAY, -DAY, -DAY, DAY):
            with self.subTest(f"{jump:+} seconds"):
                self.faults.clock += jump
                self.goes_on()
        self.shop.stop(daemon)
        self.shop.keeps_its_promise()

    def test_the_clock_jumps_between_two_starts(self):
        self.shop.open()
        for jump in (DAY, -DAY, -DAY):
            with self.subTest(f"{jump:+} seconds"):
                self.faults.clock += jump
                daemon = self.shop.start(self.faults.environment)
                self.goes_on()
                self.shop.kill(daemon)
        self.shop.keeps_its_promise()

    def test_a_letter_that_failed_does_not_wait_for_the_old_clock(self):
        self.shop.open()
        daemon = self.shop.start(self.faults.environment)
        self.faults.clock = DAY
        mailbox = self.shop.place.path / "mail"
        mailbox.rename(mailbox.with_name("away"))
        self.shop.complain()
        self.shop.says("alert not delivered yet.*channel=mail")
        self.faults.clock = 0
        mailbox.with_name("away").rename(mailbox)
        self.goes_on()
        self.shop.stop(daemon)
        self.shop.keeps_its_promise()


if __name__ == "__main__":
    unittest.main(verbosity=2)
