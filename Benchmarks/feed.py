"""Writes an RSS document of COUNT made-up reviews: `feed.py COUNT > feed.xml`."""

import sys

print("<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Bench</title>")
for number in range(int(sys.argv[1])):
    print(
        f"<item><guid isPermaLink='false'>r{number}</guid><title>Review {number}</title>"
        f"<link>https://shop.example/reviews/{number}?utm_source=feed</link>"
        f"<pubDate>Sat, 21 Nov 2026 {number % 24:02}:10:00 +0000</pubDate><rating>{number % 5 + 1}</rating>"
        "<description>&lt;p&gt;We waited an hour &amp;amp; the soup was &lt;b&gt;cold&lt;/b&gt;. "
        + "The staff said it is always so on Saturdays, and nobody was sorry. " * 12
        + "&lt;/p&gt;</description></item>"
    )
print("</channel></rss>")
