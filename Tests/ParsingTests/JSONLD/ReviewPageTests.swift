import FoundationEssentials
import Model
import Testing

@testable import Parsing

/// A page with these scripts of linked data.
private func page(_ scripts: String..., head: String = "", body: String = "") -> String {
    "<!DOCTYPE html><html><head><title>Kiosk &amp; Co</title>" + head
        + scripts.map { ##"<script type="application/ld+json">"## + $0 + "</script>" }.joined()
        + "</head><body>" + body + "</body></html>"
}

private func entries(_ scripts: String..., base: String? = "https://kiosk.example/tin") throws
    -> [Entry]
{
    let text = scripts.map { page($0) }.joined()
    return try FeedSample.parse(text, base: base).entries
}

/// The only review of a script that holds a review with these members.
private func review(_ members: String) throws -> Entry {
    let found = try entries(
        ##"{"@context": "https://schema.org", "@type": "Review", \##(members)}"##)
    return try #require(found.first)
}

private func failure(_ text: String) -> FeedParseError? {
    do {
        _ = try FeedSample.parse(text)
        return nil
    } catch {
        return error
    }
}

struct `A page with JSON-LD` {
    @Test(arguments: [
        ##"{"@type": "Review", "reviewBody": "Cold."}"##,
        ##"[{"@type": "Thing"}, {"@type": "Review", "reviewBody": "Cold."}]"##,
        ##"{"@type": "Product", "review": {"@type": "Review", "reviewBody": "Cold."}}"##,
        ##"{"@type": "Product", "review": {"reviewBody": "Cold."}}"##,
        ##"{"@type": "LocalBusiness", "reviews": [{"reviewBody": "Cold."}]}"##,
        ##"{"@graph": [{"@type": "WebPage", "mainEntity": {"@type": "Hotel", "review": [{"@type": ["UserReview", "Thing"], "reviewBody": "Cold."}]}}]}"##,
        ##"{"@type": "http://schema.org/Review", "http://schema.org/reviewBody": "Cold."}"##,
        ##"{"@type": "schema:EmployerReview", "schema:reviewBody": {"@value": "Cold.", "@language": "en"}}"##,
        ##"{"@type": "CriticReview", "description": "Cold."}"##,
        ##"{"type": "Review", "reviewBody": ["Cold."]}"##,
    ])
    func `gives its reviews wherever they stand`(script: String) throws {
        #expect(try entries(script).map(\.text) == ["Cold."])
    }

    @Test func `is a feed of its own format with the page's title`() throws {
        let feed = try FeedSample.parse(page(##"{"@type": "Review", "reviewBody": "Cold."}"##))
        #expect(feed.format == .schemaOrg)
        #expect(feed.title == "Kiosk & Co")
        #expect(feed.notes.isEmpty)
    }

    @Test(arguments: [
        "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/", "<!-- {} -->", "  {} ; ",
        "<![CDATA[{}]]>",
    ])
    func `may wrap its scripts`(wrapper: String) throws {
        let json = ##"{"@type": "Review", "reviewBody": "Cold."}"##
        #expect(try entries(wrapper.replacing("{}", with: json)).count == 1)
    }

    @Test(arguments: [
        ##"{"@type": "Review", "reviewBody": "a, ] \" b,",}"##,
        ##"{"@type": "Review", "tags": ["x", "y", ], "reviewBody": "a, ] \" b,"}"##,
        "{&quot;@type&quot;: &quot;Review&quot;, &quot;reviewBody&quot;: &quot;a, ] \\&quot; b,&quot;}",
    ])
    func `may hold JSON that is a little broken`(script: String) throws {
        #expect(try entries(script).map(\.text) == [##"a, ] " b,"##])
    }

    @Test(arguments: [
        ##"<SCRIPT TYPE='Application/LD+JSON; charset=utf-8'>"##,
        ##"<script nonce="a>b" type=application/ld+json>"##,
        "<script\n\ttype = \"application/ld+json\" >",
    ])
    func `may spell the tag in many ways`(tag: String) throws {
        let text = "<html>\(tag){\"@type\": \"Review\", \"reviewBody\": \"Cold.\"}</ScRiPt ></html>"
        #expect(try FeedSample.parse(text).entries.count == 1)
    }

    @Test func `is not read in comments, in other scripts and in text`() {
        let json = ##"{"@type": "Review", "reviewBody": "Cold."}"##
        let script = ##"<script type="application/ld+json">\##(json)</script>"##
        for text in [
            "<html><!-- \(script) --></html>", "<html><script>var a = '\(json)';</script></html>",
            "<html><textarea>\(script)</textarea></html>",
            "<html><script type='text/x-template'>\(json)</script></html>",
        ] {
            #expect(failure(text)?.reason == .html)
        }
    }

    @Test func `is not hurt by a script that is broken`() throws {
        let feed = try FeedSample.parse(
            page(##"{"@type": "Rev"##, ##"{"@type": "Review", "reviewBody": "Cold."}"##, "", "null")
        )
        #expect(feed.entries.count == 1)
        #expect(feed.notes == ["2 scripts of the page are no JSON and were left out."])
    }

    @Test func `may refer from one script to another`() throws {
        let found = try FeedSample.parse(
            page(
                ##"{"@type": "Product", "review": [{"@id": "#r1"}]}"##,
                ##"{"@type": "Review", "@id": "#r1", "author": {"@id": "#ann"}, "reviewRating": {"@id": "#two"}, "reviewBody": "Cold."}"##,
                ##"{"@graph": [{"@type": "Person", "@id": "#ann", "name": "Ann"}, {"@type": "Rating", "@id": "#two", "ratingValue": 2}]}"##
            )
        ).entries
        #expect(found.map(\.author) == ["Ann"])
        #expect(found.map(\.rating) == [Rating(value: 2, min: 1, max: 5)])
    }

    @Test func `gives a review once however often it holds it`() throws {
        let found = try FeedSample.parse(
            page(
                ##"{"@type": "Review", "author": "Ann", "reviewBody": "Cold.", "reviewRating": 1}"##,
                ##"{"@type": "Product", "review": {"@type": "Review", "@id": "#r1", "author": "Ann", "reviewBody": "Cold.", "reviewRating": "1"}}"##,
                ##"{"@type": "Review", "@id": "#r1", "author": "Ann", "reviewBody": "Cold.", "reviewRating": 1}"##
            )
        ).entries
        #expect(found.map(\.id) == ["#r1"])
    }

    @Test func `keeps two reviews apart that only say the same`() throws {
        let found = try FeedSample.parse(
            page(
                ##"[{"@type": "Review", "@id": "/r/1", "reviewBody": "Great"}, {"@type": "Review", "@id": "/r/2", "reviewBody": "Great"}]"##
            )
        ).entries
        #expect(found.map(\.id) == ["/r/1", "/r/2"])
    }

    @Test func `takes no aggregate and no publisher for a review or its author`() throws {
        let found = try entries(
            ##"{"@type": "Product", "name": "Tin", "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4, "reviewCount": 9}, "review": {"@type": "Review", "publisher": {"@type": "Organization", "name": "Stars Ltd"}, "reviewBody": "Cold."}}"##
        )
        #expect(found.count == 1)
        #expect(found[0].author == nil)
        #expect(found[0].rating == nil)
    }

    @Test func `leaves out a review that says nothing`() {
        let text = page(
            ##"{"@type": "Product", "review": [{"@type": "Review", "author": "Ann"}, {"@id": "#nowhere"}]}"##
        )
        #expect(failure(text)?.reason == .html)
    }
}

struct `A review in the words of schema.org` {
    private static let stars = Rating(value: 4, min: 1, max: 5)
    private static let ratings: [(String, Rating?)] = [
        (##"{"ratingValue": 4}"##, stars), (##"{"ratingValue": "4"}"##, stars), ("4", stars),
        (##""4""##, stars),
        (##""4/5""##, stars), (##"{"ratingValue": "4/5"}"##, stars),
        (##"{"ratingValue": "4,0"}"##, stars),
        (##"{"ratingValue": "4 out of 5"}"##, stars), (##"[{"ratingValue": 4}]"##, stars),
        (##"{"ratingValue": {"@value": 4}}"##, stars),
        (##"{"ratingValue": 8, "bestRating": 10}"##, Rating(value: 8, min: 1, max: 10)),
        (
            ##"{"ratingValue": "8", "bestRating": "10", "worstRating": "0"}"##,
            Rating(value: 8, min: 0, max: 10)
        ),
        (
            ##"{"ratingValue": 1, "bestRating": 1, "worstRating": 5}"##,
            Rating(value: 1, min: 1, max: 5)
        ),
        (##"{"ratingValue": 0}"##, Rating(value: 0, min: 0, max: 5)),
        (##"{"ratingValue": 9}"##, Rating(value: 9, min: 0, max: 10)),
        (##"{"ratingValue": "good"}"##, nil), (##"{"ratingValue": null}"##, nil), ("true", nil),
        (##"{"ratingValue": 7, "bestRating": 5}"##, nil), (##"{"bestRating": 5}"##, nil),
        ("[]", nil),
    ]

    @Test(arguments: ratings)
    func `has a rating on its scale`(value: String, expected: Rating?) throws {
        #expect(try review(##""reviewBody": "x", "reviewRating": \##(value)"##).rating == expected)
    }

    @Test(
        arguments: [
            (##""Ann""##, "Ann"), (##"{"name": "Ann"}"##, "Ann"),
            (##"{"@type": "Person", "name": ["Ann", "An"]}"##, "Ann"),
            (##"[{"name": "Ann"}, "Bo"]"##, "Ann, Bo"),
            (##"{"givenName": "Ann", "familyName": "Ek"}"##, "Ann Ek"),
            (##"{"@value": "Ann"}"##, "Ann"), (##""Ann &amp; Bo""##, "Ann & Bo"), ("null", nil),
            (##""""##, nil),
            (##"{"@id": "#nobody"}"##, nil), (##""https://kiosk.example/#ann""##, nil),
            (##"{"name": "ann@kiosk.example"}"##, nil), (##""+44 20 7946 0000""##, nil),
        ] as [(String, String?)])
    func `has an author, who is never led to`(value: String, expected: String?) throws {
        #expect(try review(##""reviewBody": "x", "author": \##(value)"##).author == expected)
    }

    @Test(
        arguments: [
            (##""datePublished": "2026-03-10""##, "2026-03-10T00:00:00Z"),
            (##""datePublished": "2026-03-10T10:30:00+01:00""##, "2026-03-10T09:30:00Z"),
            (##""dateCreated": "2026-03-10T09:30:00Z""##, "2026-03-10T09:30:00Z"),
            (##""datePublished": "last week""##, nil), (##""datePublished": 5"##, nil),
        ] as [(String, String?)])
    func `has a date`(member: String, expected: String?) throws {
        #expect(try review(##""reviewBody": "x", \##(member)"##).published?.rfc3339 == expected)
    }

    @Test(arguments: [
        (##""headline": "H", "name": "N", "reviewBody": "B", "description": "D""##, "H", "B"),
        (##""name": "N", "description": "D""##, "N", "D"),
        (
            ##""name": "Rolls &amp; rust", "reviewBody": "Don&#39;t.\nNever &lt;b&gt;.""##,
            "Rolls & rust", "Don't.\nNever <b>."
        ),
        (##""name": "N", "reviewBody": "<p>One.</p><p>Two.</p>""##, "N", "One.\nTwo."),
        (##""name": "N", "reviewBody": "One <b>bold</b>\nTwo""##, "N", "One bold\nTwo"),
        (##""name": "N", "reviewBody": "5 < 6 & 7""##, "N", "5 < 6 & 7"),
    ])
    func `has a title and a text`(members: String, title: String, text: String) throws {
        let found = try review(members)
        #expect(found.title == title)
        #expect(found.text == text)
    }

    @Test(
        arguments: [
            (
                ##"{"@type": "Comment", "author": {"@type": "Organization", "name": "X"}, "text": "Sorry."}"##,
                "Sorry."
            ),
            (##"{"@type": "Comment", "text": "Sorry."}"##, "Sorry."),
            (##"{"author": "Kiosk", "text": "Sorry."}"##, "Sorry."),
            (##"{"author": {"@type": "Person", "name": "kiosk"}, "text": "Sorry."}"##, "Sorry."),
            (
                ##"[{"author": {"@type": "Person", "name": "Bo"}, "text": "Me too."}, {"author": "Kiosk", "text": "Sorry."}]"##,
                "Sorry."
            ),
            (##"{"author": {"@type": "Person", "name": "Bo"}, "text": "Me too."}"##, nil),
            (##"{"author": "Bo", "text": "Me too."}"##, nil), (##""Sorry.""##, nil),
            (##"{"author": "Kiosk"}"##, nil),
        ] as [(String, String?)])
    func `has the answer of the owner and of nobody else`(comment: String, expected: String?) throws
    {
        let found = try review(
            ##""reviewBody": "x", "itemReviewed": {"name": "Kiosk"}, "comment": \##(comment)"##)
        #expect(found.ownerReply?.text == expected)
    }

    @Test func `has the date of the answer, its language and its change`() throws {
        let found = try review(
            ##""reviewBody": "x", "inLanguage": {"@type": "Language", "alternateName": "de"}, "dateModified": "2026-03-12", "comment": {"text": "Sorry.", "dateCreated": "2026-03-11"}"##
        )
        #expect(found.language == "de")
        #expect(found.updated?.rfc3339 == "2026-03-12T00:00:00Z")
        #expect(found.ownerReply?.date?.rfc3339 == "2026-03-11T00:00:00Z")
    }

    @Test(arguments: [
        (
            ##""@id": "https://kiosk.example/r/1""##, EntryIdentity.Rung.stableID,
            "https://kiosk.example/r/1"
        ),
        (##""@id": "_:b0", "url": "/r/1""##, .canonicalURL, "https://kiosk.example/r/1"),
        (##""url": "https://kiosk.example/tin""##, .contentHash, "https://kiosk.example/tin"),
        (
            ##""url": "https://kiosk.example/tin?page=2""##, .contentHash,
            "https://kiosk.example/tin?page=2"
        ),
        (##""author": "Ann""##, .contentHash, "https://kiosk.example/tin"),
    ])
    func `is known by its id, else its own address, else its words`(
        members: String, rung: EntryIdentity.Rung, url: String
    ) throws {
        let found = try review(##""reviewBody": "x", \##(members)"##)
        #expect(found.identity.rung == rung)
        #expect(found.url == url)
    }

    @Test func `is not known by the address of what it is about`() throws {
        let found = try entries(
            ##"{"@type": "Product", "url": "https://kiosk.example/other", "review": {"@type": "Review", "url": "https://kiosk.example/other", "reviewBody": "x"}}"##
        )
        #expect(found.first?.identity.rung == .contentHash)
    }
}

struct `A page without reviews` {
    @Test(arguments: [
        (page(), "states no reviews in the words of schema.org"),
        (
            page(##"{"@type": ["Product", "Thing"], "brand": {"@type": "schema:Brand"}}"##),
            "(Product, Thing, Brand), but no review"
        ),
        (page("{"), "the JSON-LD in it is broken"),
        (
            page(head: "<link rel=alternate type='application/rss+xml' href='/f.xml'>"),
            "the address to use: /f.xml"
        ),
    ])
    func `is an error that tells what it holds`(text: String, words: String) throws {
        let error = try #require(failure(text))
        #expect(error.reason == .html)
        #expect(error.detail.contains(words), "\(error.detail)")
    }

    @Test func `is told the same by a document that is JSON-LD without reviews`() {
        #expect(
            failure(##"{"@context": "https://schema.org", "@type": "Product"}"##)?.reason
                == .noRecipe)
    }

    @Test func `may be a document that is JSON-LD itself`() throws {
        let feed = try FeedSample.parse(
            ##"{"@context": ["https://schema.org/"], "@type": "Product", "review": [{"@type": "Review", "reviewBody": "Cold."}]}"##
        )
        #expect(feed.format == .schemaOrg)
        #expect(feed.entries.map(\.text) == ["Cold."])
    }
}

struct `A hostile page` {
    @Test(arguments: [
        String(repeating: "<div itemscope itemprop=a>", count: 50_000),
        String(repeating: "<a>", count: 50_000) + String(repeating: "</b>", count: 50_000),
        String(repeating: "<!--", count: 50_000), String(repeating: "<script>", count: 50_000),
        "<p itemprop='a" + String(repeating: "<", count: 100_000),
        "<div itemscope>" + String(repeating: "<p itemprop=a>x", count: 50_000),
        String(repeating: "<script type='application/ld+json'>[", count: 20_000),
        "<script type='application/ld+json'>" + String(repeating: "[", count: 100_000)
            + "</script>",
        "<script type='application/ld+json'>" + String(repeating: ",", count: 100_000)
            + "]</script>",
        "<p " + String(repeating: "a=b ", count: 100_000) + ">",
    ])
    func `is done with in a moment`(text: String) {
        #expect(failure("<html itemprop=x>" + text)?.reason == .html)
    }
}
