import FoundationEssentials
import Model
import Testing

@testable import Parsing

private func refusal(_ payload: String, _ more: RecipeNode = [:]) -> FeedParseError? {
    do {
        _ = try mapped(payload, more)
        return nil
    } catch {
        return error as? FeedParseError
    }
}

struct `A payload with a recipe` {
    @Test(arguments: [
        (#"{"reviews": [{"id": "1"}, {"id": "2"}]}"#, ["1", "2"]),
        (#"{"reviews": {"id": "1"}}"#, ["1"]),
        (#"{"reviews": []}"#, []),
        (#"{"reviews": null}"#, []),
        (#"{}"#, []),
        (#"{"reviews": [null, 5, "x", [], {"id": "3"}]}"#, ["3"]),
        (#"{"reviews": [{}, {"id": ""}, {"id": {}}, {"other": 1}, {"id": "4"}]}"#, ["4"]),
    ])
    func `has its items in a list, alone, or not at all`(payload: String, ids: [String]) throws {
        #expect(try mapped(payload).entries.map(\.id) == ids)
    }

    @Test func `tells what was left out`() throws {
        #expect(try mapped(#"{}"#).notes.count == 1)
        let notes = try mapped(#"{"reviews": [null, 5, {}, {"id": "1"}]}"#).notes
        #expect(notes.contains("2 items are no objects and left out."))
        #expect(notes.contains { $0.hasPrefix("1 entry has neither id") })
    }

    @Test(arguments: [
        (#"{"reviews": "none"}"#, "`reviews`"), (#"{"reviews": 5}"#, "a number"),
        (#"[]"#, "nothing at `reviews`"), (#""text""#, "nothing at `reviews`"),
    ])
    func `of another shape is refused`(payload: String, words: String) throws {
        let error = try #require(refusal(payload))
        #expect(error.reason == .recipeMismatch)
        #expect(error.detail.contains(words), "\(error.detail)")
    }

    @Test func `that refuses is an error and not an empty list`() throws {
        let rules: RecipeNode = [
            "refused": ["error_message", ["path": "status", "is_not": ["OK", "NONE"]]]
        ]
        let error = try #require(
            refusal(
                #"{"status": "DENIED", "error_message": "The key is\nwrong.", "reviews": []}"#,
                rules))
        #expect(error.reason == .recipeMismatch)
        #expect(error.detail.contains("“The key is wrong.”"))
        #expect(refusal(#"{"status": "DENIED"}"#, rules)?.detail.contains("“DENIED”") == true)
        #expect(refusal(#"{"status": "OK", "reviews": []}"#, rules) == nil)
    }

    @Test func `takes the first alternative that has a value`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": 1, "a": null, "b": "B"}, {"id": 2, "a": "A", "b": "B"}, {"id": 3, "b": " "}]}"#,
            ["fields": ["id": "id", "title": ["a", "b"]]])
        #expect(feed.entries.map(\.title) == ["B", "A", nil])
    }

    @Test func `may compose fields`() throws {
        let feed = try mapped(
            #"{"reviews": [{"u": "at://x/post/9 ä", "p": "/r/a b", "who": "ann"}, {"who": "bo"}]}"#,
            [
                "fields": [
                    "id": "{who} {u}", "text": "who",
                    "url": ["https://x.example/{who}/{u|last}", "https://x.example{+p}"],
                ]
            ])
        #expect(feed.entries.map(\.id) == ["ann at://x/post/9 ä", nil])
        #expect(feed.entries[0].url == "https://x.example/ann/9%20%C3%A4")
        #expect(feed.entries[1].url == nil)
    }

    @Test func `may look fields up elsewhere in the payload`() throws {
        let feed = try mapped(
            #"{"topics": [{"id": 7, "name": "Seven"}], "reviews": [{"id": 1, "topic": 7}, {"id": 2, "topic": 8}]}"#,
            [
                "fields": [
                    "id": "id",
                    "title": [
                        "lookup": ["in": "topics", "key": "id", "match": "topic", "take": "name"]
                    ],
                ]
            ])
        #expect(feed.entries.map(\.title) == ["Seven", nil])
    }

    @Test func `drops what its rules name`() throws {
        let feed = try mapped(
            #"""
            {"reviews": [{"id": "1", "app": "x"}, {"id": "2", "hidden": true}, {"id": "3", "hidden": false},
             {"id": "4", "state": "live"}, {"id": "5", "state": "gone"}]}
            """#,
            [
                "drop": [
                    "app", ["path": "hidden", "is": "true"], ["path": "state", "is_not": ["live"]],
                ]
            ])
        #expect(feed.entries.map(\.id) == ["3", "4"])
    }

    @Test func `shows a shared address but never identifies by it`() throws {
        let feed = try mapped(
            #"{"page": "https://x.example/all", "reviews": [{"text": "a"}, {"text": "b"}]}"#,
            ["fields": ["text": "text", "url": ["path": "$.page", "shared": "true"]]])
        #expect(feed.entries.map(\.url) == ["https://x.example/all", "https://x.example/all"])
        #expect(feed.entries.allSatisfy { $0.identity.rung == .contentHash })
    }

    @Test func `keeps all digits of an id`() throws {
        #expect(
            try mapped(#"{"reviews": [{"id": 7100000001234567890}]}"#).entries.map(\.id)
                == ["7100000001234567890"])
    }

    @Test func `tells duplicate ids apart`() throws {
        let feed = try mapped(#"{"reviews": [{"id": "1", "text": "a"}, {"id": "1", "text": "b"}]}"#)
        #expect(Set(feed.entries.map(\.identity.key)).count == 2)
    }

    @Test func `reads answers and languages`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "lang": "english", "r": {"t": "Sorry.", "d": 1773135000}}, {"id": "2", "lang": "elvish"}]}"#,
            [
                "fields": [
                    "id": "id", "language": ["path": "lang", "values": ["english": "en"]],
                    "reply": "r.t", "reply_date": ["path": "r.d", "time": "epoch"],
                ]
            ])
        #expect(feed.entries.map(\.language) == ["en", nil])
        #expect(feed.entries[0].ownerReply?.text == "Sorry.")
        #expect(feed.entries[0].ownerReply?.date?.rfc3339 == "2026-03-10T09:30:00Z")
        #expect(feed.entries[1].ownerReply == nil)
    }

    @Test(
        arguments: [
            (
                "https://a.example/report?utm_source=x&id=1#top",
                "https://a.example/report?utm_source=x&id=1#top"
            ),
            ("/report/1", "https://shop.example/report/1"), ("javascript:alert(1)", nil),
            ("mailto:abuse@a.example", nil), ("https://", nil), ("", nil),
        ] as [(String, String?)])
    func `keeps the address for reports, if it is one of a page`(
        given: String, kept: String?
    ) throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "flag": "\#(given)"}]}"#,
            ["fields": ["id": "id", "report_url": "flag"]], base: "https://shop.example/feed")
        #expect(feed.entries[0].reportURL == kept)
    }

    @Test func `has a title of its own`() throws {
        let feed = try mapped(
            #"{"shop": {"name": "Quay &amp; Sons"}, "reviews": []}"#,
            ["feed_title": ["path": "shop.name", "format": "escaped"]])
        #expect(feed.title == "Quay & Sons")
    }
}

struct `A mapped rating` {
    private static let stars: RecipeNode = ["path": "r"]
    private static let points: RecipeNode = ["path": "r", "min": "0", "max": "10"]
    private static let words: RecipeNode = ["path": "r", "values": ["ONE": "1", "TWO": "2"]]
    private static let thumbs: RecipeNode = [
        "path": "r", "min": "0", "max": "1", "values": ["true": "1", "false": "0"],
    ]
    private static let readings: [(String, RecipeNode, Rating?)] = [
        (#"4"#, stars, Rating(value: 4, min: 1, max: 5)),
        (#""4""#, stars, Rating(value: 4, min: 1, max: 5)),
        (#"4.5"#, stars, Rating(value: 4.5, min: 1, max: 5)),
        (#""8/10""#, stars, Rating(value: 8, min: 0, max: 10)),
        (#"7"#, points, Rating(value: 7, min: 0, max: 10)),
        (#""TWO""#, words, Rating(value: 2, min: 1, max: 5)),
        (#""SIX""#, words, nil),
        (#"false"#, thumbs, Rating(value: 0, min: 0, max: 1)),
        (#"null"#, stars, nil), (#"9"#, stars, nil), (#"-1"#, stars, nil), (#"1e400"#, stars, nil),
        (#""good""#, stars, nil), (#"{"value": 4}"#, stars, nil),
        (#"{"value": 4}"#, "r.value", Rating(value: 4, min: 1, max: 5)),
    ]

    @Test(arguments: readings)
    func `is read on its scale`(value: String, field: RecipeNode, expected: Rating?) throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "r": \#(value)}]}"#,
            ["fields": ["id": "id", "rating": field]])
        #expect(feed.entries.first?.rating == expected)
    }

    @Test func `that is off the scale is told`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "r": 6}, {"id": "2", "r": 0}, {"id": "3", "r": 5}]}"#,
            ["fields": ["id": "id", "rating": "r"]])
        #expect(feed.notes == ["2 ratings could not be read or lay off the scale, and left out."])
    }
}

struct `A mapped time` {
    @Test(arguments: [
        (#"1773135000"#, "epoch", "2026-03-10T09:30:00Z"),
        (#""1773135000""#, "epoch", "2026-03-10T09:30:00Z"),
        (#"1773135000.25"#, "epoch", "2026-03-10T09:30:00Z"),
        (#"1773135000000"#, "epoch-ms", "2026-03-10T09:30:00Z"),
        (#"1773135000000"#, "auto", "2026-03-10T09:30:00Z"),
        (#"1773135000"#, "auto", "2026-03-10T09:30:00Z"),
        (#""2026-03-10T09:30:00.123456789Z""#, "auto", "2026-03-10T09:30:00Z"),
        (#""Tue, 10 Mar 2026 10:30:00 +0100""#, "text", "2026-03-10T09:30:00Z"),
        (#""2026-03-10 09:30:00""#, "text", "2026-03-10T09:30:00Z"),
        (#""9999-12-31T23:59:59Z""#, "text", "9999-12-31T23:59:59Z"),
        (#""0000-01-01T00:00:00Z""#, "text", nil), (#""yesterday""#, "auto", nil),
        (#"1e400"#, "epoch", nil), (#"1e300"#, "auto", nil), (#"-1e300"#, "epoch-ms", nil),
        (#"true"#, "auto", nil), (#"{}"#, "auto", nil),
    ])
    func `is read in its format`(value: String, format: String, expected: String?) throws {
        let time = RecipeNode.scalar(format, at: RecipePosition(line: 1, column: 1))
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "t": \#(value)}]}"#,
            ["fields": ["id": "id", "published": ["path": "t", "time": time]]])
        #expect(feed.entries.first?.published?.rfc3339 == expected)
    }

    @Test func `without zone is one of the source's zone, then the recipe's`() throws {
        let recipe = try Recipe(
            fields: .shop.with(["zone": "Europe/Berlin", "fields": ["id": "id", "published": "t"]]))
        let body = Array(#"{"reviews": [{"id": "1", "t": "2026-03-10 09:30:00"}]}"#.utf8)
        func published(_ zone: TimeZone?) throws -> String? {
            let options = FeedParser.Options(recipe: recipe, timeZone: zone)
            return try JSONDocumentParser.parse(body, options: options).entries.first?.published?
                .rfc3339
        }
        #expect(try published(nil) == "2026-03-10T08:30:00Z")
        #expect(try published(TimeZone(secondsFromGMT: 7200)) == "2026-03-10T07:30:00Z")
    }

    @Test func `that cannot be read is told`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "t": "soon"}]}"#, ["fields": ["id": "id", "published": "t"]])
        #expect(feed.notes == ["1 date could not be read and left out."])
    }
}
