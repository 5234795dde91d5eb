"""Writes a feed of COUNT made-up reviews, 1.4 KB each, as review sites send them.

    feed.py COUNT [rss|atom|jsonfeed|reviews] > feed.xml

RSS has escaped HTML in one half of the items and CDATA in the other, Atom escaped HTML, JSON Feed
HTML in strings, and `reviews` is a review API's own JSON, which a recipe reads.
"""

import json
import sys
from html import escape

OPENINGS = [
    "We waited an hour & the soup was <b>cold</b>.",
    "Lovely people behind the counter, and the parcel came a day early.",
    "The lift had been out of order since Friday; nobody at the desk knew why…",
    "Third visit this month — still the best rye bread in town.",
]
FOLLOWINGS = [
    "The staff said it is always so on Saturdays, and nobody was sorry.",
    "My sister's order was right, though they'd left out the receipt for £14.20.",
    "I wrote to the office twice and got an answer within a day.",
    "Parking is easy before nine; after that you circle the block & hope.",
    "The room was clean, the window would not close, the heating ticked all night.",
    "Would I come again? Yes, if the price stays where it is.",
    "They replaced the broken lamp without asking, free of charge.",
]
NAMES = ["Ana Vilar", "Jörg Pohl", "M. Okafor", "Lucía Prado", "Tess Quill", "R. Nakata"]


def sentences(number):
    """The sentences of one review, about 850 bytes of them."""
    count = len(FOLLOWINGS)
    body = [FOLLOWINGS[(number * 3 + step) % count] for step in range(10 + number % 4)]
    return [OPENINGS[number % len(OPENINGS)]] + body


def html(number):
    """The review as the HTML of a site."""
    parts = sentences(number)
    paragraphs = [" ".join(parts[start : start + 4]) for start in range(0, len(parts), 4)]
    body = "".join(
        "<p>" + escape(text, quote=False).replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b>") + "</p>"
        for text in paragraphs
    )
    return body + f'<p><a href="https://shop.example/reviews/{number}#reply" rel="nofollow">Answer</a><br/></p>'


def plain(number):
    """The review without mark-up."""
    return " ".join(sentences(number)).replace("<b>", "").replace("</b>", "")


def title(number):
    return f"{['Cold soup', 'Quick & kind', 'Out of order', 'Good bread'][number % 4]}, visit {number}"


def rfc822(number):
    return f"Sat, 21 Nov 2026 {number % 24:02}:{number % 60:02}:10 +0000"


def rfc3339(number):
    return f"2026-11-21T{number % 24:02}:{number % 60:02}:10Z"


def rss(count, seed=0):
    """A document of the reviews from seed × count on."""
    return "".join(rss_parts(range(seed * count, (seed + 1) * count)))


def rss_parts(numbers):
    yield (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:review="https://shop.example/ns/review">\n<channel>\n<title>Reviews of the shop</title>\n'
        "<link>https://shop.example/reviews</link>\n<description>What customers say</description>\n"
        '<atom:link href="https://shop.example/reviews.rss" rel="self" type="application/rss+xml"/>\n'
    )
    for number in numbers:
        body = escape(html(number)) if number % 2 else f"<![CDATA[{html(number)}]]>"
        yield (
            f"<item>\n  <title>{escape(title(number))}</title>\n"
            f"  <link>https://shop.example/reviews/{number}?utm_source=feed&amp;page={number % 9}</link>\n"
            f'  <guid isPermaLink="false">review-{number:08}</guid>\n'
            f"  <pubDate>{rfc822(number)}</pubDate>\n"
            f"  <dc:creator>{NAMES[number % len(NAMES)]}</dc:creator>\n"
            f"  <category>visit</category>\n  <review:rating>{number % 5 + 1}</review:rating>\n"
            f"  <description>{body}</description>\n</item>\n"
        )
    yield "</channel>\n</rss>\n"


def atom(count, seed=0):
    """A document of the reviews from seed × count on."""
    return "".join(atom_parts(range(seed * count, (seed + 1) * count)))


def atom_parts(numbers):
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss" xml:lang="en">\n'
        "<id>https://shop.example/reviews</id>\n<title>Reviews of the shop</title>\n"
        "<updated>2026-11-21T10:00:00Z</updated>\n"
        '<link rel="self" href="https://shop.example/reviews.atom"/>\n'
    )
    for number in numbers:
        yield (
            f"<entry>\n  <id>urn:review:{number:08}</id>\n  <title>{escape(title(number))}</title>\n"
            f"  <updated>{rfc3339(number)}</updated>\n  <published>{rfc3339(number)}</published>\n"
            f"  <author>\n    <name>{NAMES[number % len(NAMES)]}</name>\n"
            f"    <uri>https://shop.example/people/{number % 977}</uri>\n  </author>\n"
            f'  <link rel="alternate" type="text/html" '
            f'href="https://shop.example/reviews/{number}?page={number % 9}&amp;lang=en"/>\n'
            f"  <im:rating>{number % 5 + 1}</im:rating>\n  <im:version>3.{number % 20}</im:version>\n"
            f'  <content type="html">{escape(html(number))}</content>\n</entry>\n'
        )
    yield "</feed>\n"


def jsonfeed(count, seed=0):
    items = [
        {
            "id": f"review-{number:08}",
            "url": f"https://shop.example/reviews/{number}?page={number % 9}",
            "title": title(number),
            "content_html": html(number),
            "date_published": rfc3339(number),
            "authors": [{"name": NAMES[number % len(NAMES)], "url": f"https://shop.example/people/{number % 977}"}],
            "tags": ["visit", "review"],
            "_review": {"rating": number % 5 + 1, "scale": 5},
        }
        for number in range(seed * count, (seed + 1) * count)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Reviews of the shop",
        "home_page_url": "https://shop.example/",
        "feed_url": "https://shop.example/reviews.json",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False)


def reviews(count, seed=0):
    items = [
        {
            "id": f"{number:024x}",
            "links": [{"href": f"https://api.shop.example/v1/reviews/{number:024x}", "method": "GET", "rel": "self"}],
            "consumer": {
                "id": f"{number % 977:024x}",
                "displayName": NAMES[number % len(NAMES)],
                "numberOfReviews": number % 11,
            },
            "stars": number % 5 + 1,
            "title": title(number),
            "text": plain(number),
            "language": "en",
            "createdAt": rfc3339(number),
            "updatedAt": None,
            "companyReply": {"text": "Thank you, we are looking into it.", "createdAt": rfc3339(number)}
            if number % 3 == 0
            else None,
            "isVerified": number % 2 == 0,
            "numberOfLikes": number % 4,
            "status": "active",
        }
        for number in range(seed * count, (seed + 1) * count)
    ]
    return json.dumps({"links": [], "reviews": items}, ensure_ascii=False)


FORMATS = {"rss": rss, "atom": atom, "jsonfeed": jsonfeed, "reviews": reviews}

if __name__ == "__main__":
    shape = sys.argv[2] if len(sys.argv) > 2 else "rss"
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(FORMATS[shape](int(sys.argv[1])))
