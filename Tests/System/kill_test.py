"""Kills reputed with SIGKILL at random moments while entries appear, and counts what came of it.

ROUNDS in the environment says how often (default 40; thousands before a release).
"""

import os
import random
import time
import unittest

from shop import Shop

ROUNDS = int(os.environ.get("ROUNDS", "40"))


class KillTest(unittest.TestCase):
    def test_nothing_is_lost_or_stored_twice(self):
        shop = Shop(self)
        shop.open()
        shop.web.is_growing = True
        for _ in range(ROUNDS):
            # Half of the kills meet the start, which is slow on a busy machine, half the work.
            daemon = shop.start(is_ready=random.random() < 0.5)
            time.sleep(random.uniform(0.01, 1.2))
            shop.kill(daemon)
        shop.settle()
        shop.keeps_its_promise()
        print(f"\n{ROUNDS} kills, {shop.figures()}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
