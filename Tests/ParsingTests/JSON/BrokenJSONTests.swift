import Model
import Testing

@testable import Parsing

private func reason(_ bytes: [UInt8]) -> FeedParseError.Reason? {
    do throws(FeedParseError) {
        _ = try FeedParser.parse(bytes, options: FeedParser.Options())
        return nil
    } catch {
        return error.reason
    }
}

struct `Broken JSON` {
    @Test func `that breaks off is malformed, with its place`() throws {
        let text =
            "{\"version\": \"https://jsonfeed.org/version/1\",\n \"items\": [{\"id\": \"1\", \"title\": \"Ha"
        let error = #expect(throws: FeedParseError.self) {
            try FeedParser.parse(Array(text.utf8), options: FeedParser.Options())
        }
        #expect(error?.reason == .malformed)
        #expect(error?.line == 2)
        #expect(error?.detail.contains("the document ends in the middle of a string") == true)
    }

    @Test func `nested too deep is refused`() {
        #expect(reason(Array(String(repeating: "[", count: 100_000).utf8)) == .tooDeep)
    }

    @Test func `in UTF-16 is read`() throws {
        let text =
            #"{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "Größe"}]}"#
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let feed = try FeedParser.parse(bytes, options: FeedParser.Options())
        #expect(feed.entries.first?.title == "Größe")
    }

    @Test func `with a title of a megabyte is read`() throws {
        let title = String(repeating: "long ", count: 200_000)
        let text = #"[{"id": "1", "text": "x", "title": "\#(title)"}]"#
        let feed = try FeedParser.parse(Array(text.utf8), options: FeedParser.Options())
        #expect(feed.entries.first?.title?.utf8.count == 999_999)
    }

    @Test func `with 40,000 keys and as many items takes linear time`() throws {
        var text = "{"
        for key in 0..<40_000 { text += "\"k\(key)\":1," }
        text +=
            "\"reviews\":[" + Array(repeating: "{}", count: 40_000).joined(separator: ",") + "]}"
        let feed = try mapped(
            text, ["fields": ["id": "$.k0.x", "text": "$.k1.x", "url": "$.none"]])
        #expect(feed.entries.isEmpty)
    }

    @Test func `mutated at random never traps and always gives an answer`() throws {
        let recipe = try Recipe(
            fields: .shop.with([
                "detect": ["reviews[*].id"],
                "fields": [
                    "id": "id", "text": ["path": "text", "format": "markdown"], "url": "u",
                    "title": ["path": "t", "format": "html"], "rating": "r", "published": "d",
                ],
            ]))
        let seeds = [
            #"{"reviews": [{"id": 71, "text": "a [b](c) *d*", "t": "<p>x &amp;", "u": "/a?b#c", "r": "4/5", "d": "2026-03-10T09:30:00Z"}, {"id": "ü\ud83d\ude00"}]}"#,
            #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_html": "<b>x", "date_published": "Tue, 10 Mar 2026 09:30:00 GMT", "authors": [{"name": "a"}]}]}"#,
            #"{"data": {"items": [{"review": {"uuid": "1", "comment": "c", "score": "5", "submitted_at": 1773135000000}, "customer": {"nickname": "n"}}]}}"#,
        ].map { Array($0.utf8) }
        var random = SplitMix(state: 0x5EED)
        for round in 0..<6000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<(1 + random.next(below: 6)) { random.mutate(&bytes) }
            var options = FeedParser.Options(baseURL: "https://x.example/", recipes: [recipe])
            if round % 2 == 0 { options.recipe = recipe }
            do throws(FeedParseError) {
                let feed = try JSONDocumentParser.parse(bytes, options: options)
                #expect(Set(feed.entries.map(\.identity.key)).count == feed.entries.count)
            } catch {
                #expect(!error.detail.isEmpty)
            }
        }
    }
}

/// A seeded source of random numbers (Steele, Lea and Flood's SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// Changes, removes, doubles or inserts some bytes.
    mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = next(below: bytes.count)
        let length = min(1 + next(below: 12), bytes.count - place)
        switch next(below: 5) {
        case 0: bytes[place] = UInt8(next(below: 256))
        case 1: bytes.removeSubrange(place..<(place + length))
        case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
        case 3:
            let pieces = ["\"", "[", "]", "{", "}", ",", "\\", "null", "1e999", "\\ud800", "-"]
            bytes.insert(contentsOf: Array(pieces[next(below: pieces.count)].utf8), at: place)
        default: bytes.removeLast(length)
        }
    }
}
