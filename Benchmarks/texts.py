"""Writes COUNT made-up reviews of 60 words, one a line: `texts.py COUNT > texts`."""

import random
import sys

WORDS = """the a and it was is to of in we they for with not but very never again waited rude staff
friendly order wrong cold great coffee bread slow service helpful refund terrible excellent price
table late delivery broken perfect told asked nobody sorry came back week phone answer queue people
place good bad best worst lovely clean dirty honest money waste worth app update crash works fine
really quite too just only after before when would could should""".split()

random.seed(7)
for _ in range(int(sys.argv[1])):
    print(" ".join(random.choice(WORDS) for _ in range(60)) + random.choice([".", "!", "?"]))
