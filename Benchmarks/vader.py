"""Scores standard input with VADER, one text a line; `pip install vaderSentiment` first."""

import sys

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

analyzer = SentimentIntensityAnalyzer()
for line in sys.stdin:
    print('{"score":%s}' % analyzer.polarity_scores(line)["compound"])
