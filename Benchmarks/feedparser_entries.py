"""Reads a feed with feedparser and counts its entries; `pip install feedparser` first."""

import sys

import feedparser

print(len(feedparser.parse(sys.argv[1]).entries))
