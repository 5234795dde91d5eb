import FoundationEssentials
import Model
import Testing

@testable import Parsing

private func parse(_ text: String, base: String? = nil) throws -> ParsedFeed {
    try JSONDocumentParser.parse(Array(text.utf8), options: FeedParser.Options(baseURL: base))
}

private func feed(_ items: String, more: String = "") -> String {
    #"{"version": "https://jsonfeed.org/version/1.1", "title": "Quay News"\#(more), "items": [\#(items)]}"#
}

struct `A JSON Feed` {
    @Test func `gives all fields of its items`() throws {
        let feed = try parse(
            feed(
                #"""
                {"id": "n1", "url": "/n/1?utm_source=feed", "title": "Ovens out",
                 "content_html": "<p>Cold &amp; dark.</p><p>Again.</p>",
                 "authors": [{"name": "Ann"}, {"name": "Bo"}], "language": "en-GB",
                 "date_published": "2026-03-10T10:30:00+01:00", "date_modified": "2026-03-11T09:30:00Z"}
                """#), base: "https://quay.example/feed.json")
        #expect(feed.format == .jsonfeed)
        #expect(feed.title == "Quay News")
        let entry = try #require(feed.entries.first)
        #expect(entry.identity == EntryIdentity(rung: .stableID, key: "n1"))
        #expect(entry.url == "https://quay.example/n/1")
        #expect(entry.title == "Ovens out")
        #expect(entry.text?.hasPrefix("Cold & dark.\n") == true)
        #expect(entry.author == "Ann, Bo")
        #expect(entry.language == "en-GB")
        #expect(entry.published?.rfc3339 == "2026-03-10T09:30:00Z")
        #expect(entry.updated?.rfc3339 == "2026-03-11T09:30:00Z")
    }

    @Test func `of version 1 names one author, for items or for all`() throws {
        let text = #"""
            {"version": "https://jsonfeed.org/version/1", "author": {"name": "Editor"},
             "language": "de", "items": [
              {"id": 7100000001234567890, "content_text": "eins", "author": {"name": "Cleo"}},
              {"id": "https://quay.example/2", "content_text": "zwei"}]}
            """#
        let feed = try parse(text)
        #expect(feed.entries.map(\.author) == ["Cleo", "Editor"])
        #expect(feed.entries.map(\.id) == ["7100000001234567890", "https://quay.example/2"])
        #expect(feed.entries.map(\.language) == ["de", "de"])
        #expect(feed.entries[1].url == "https://quay.example/2")
    }

    @Test func `prefers plain text, then HTML, then the summary`() throws {
        let feed = try parse(
            feed(
                #"""
                {"id": "1", "content_text": "a <b>", "content_html": "<p>x</p>", "summary": "s"},
                {"id": "2", "content_html": "<p>b</p>", "summary": "s"}, {"id": "3", "summary": "c"},
                {"id": "4", "external_url": "https://elsewhere.example/4"}
                """#))
        #expect(feed.entries.map(\.text) == ["a <b>", "b", "c", nil])
        #expect(feed.entries[3].url == "https://elsewhere.example/4")
    }

    @Test func `names its next page`() throws {
        let more = #", "next_url": "/feed.json?page=2""#
        #expect(
            try parse(feed(#"{"id": "1"}"#, more: more), base: "https://q.example/feed.json")
                .nextPage
                == "https://q.example/feed.json?page=2")
        #expect(
            try parse(feed("", more: more), base: "https://q.example/feed.json").nextPage == nil)
        #expect(try parse(feed(#"{"id": "1"}"#, more: more)).nextPage == nil)
        // With one slash it is a path on no host, where libcurl would take the first part for one.
        let hostless = #", "next_url": "https:/q.example/feed.json?page=2""#
        #expect(
            try parse(feed(#"{"id": "1"}"#, more: hostless), base: "https://q.example/feed.json")
                .nextPage == nil)
    }

    @Test(arguments: [
        (#""_rating": 4"#, 4.0, 1.0, 5.0), (#""_review": {"rating": "2"}"#, 2, 1, 5),
        (#""_shop": {"rating": {"value": 7, "min": 0, "max": 10}}"#, 7, 0, 10),
        (#""rating": {"ratingValue": "3", "bestRating": 4, "worstRating": 1}"#, 3, 1, 4),
    ])
    func `may carry ratings`(
        extension text: String, value: Double, min: Double, max: Double
    ) throws {
        let feed = try parse(feed(#"{"id": "1", \#(text)}"#))
        #expect(feed.entries.first?.rating == Rating(value: value, min: min, max: max))
    }

    @Test func `off the scale has no rating`() throws {
        #expect(try parse(feed(#"{"id": "1", "_rating": 9}"#)).entries.first?.rating == nil)
    }

    @Test func `without items is empty`() throws {
        #expect(try parse(feed("")).entries.isEmpty)
        let text = #"{"version": "https://jsonfeed.org/version/1.1", "title": "t"}"#
        #expect(try parse(text).notes == ["The feed has no list of items."])
    }

    @Test func `may hold items of the wrong kind`() throws {
        let feed = try parse(
            feed(#"1, null, [], {}, {"id": {}, "title": 5, "authors": "x"}, {"id": "ok"}"#))
        #expect(feed.entries.map(\.id) == [nil, "ok"])
        #expect(feed.notes.contains { $0.hasPrefix("3 items are no objects") })
    }

    @Test func `has numeric references in titles decoded`() throws {
        let feed = try parse(feed(#"{"id": "1", "title": "Bread &#8211; stale <b>"}"#))
        #expect(feed.entries.first?.title == "Bread – stale <b>")
    }
}
