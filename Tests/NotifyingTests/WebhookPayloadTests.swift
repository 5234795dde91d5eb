import Foundation
import Model
import Testing

@testable import Notifying

struct `A webhook payload` {
    private func parsed(_ letter: Letter) throws -> [String: Any] {
        let bytes = WebhookPayload(letter).bytes
        #expect(bytes.count < 256 * 1024)
        return try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func mentions(_ payload: [String: Any]) throws -> [[String: Any]] {
        let content = try #require(payload["data"] as? [String: Any])
        return try #require(content["mentions"] as? [[String: Any]])
    }

    @Test func `of a complaint is as in the golden file`() throws {
        let bytes = WebhookPayload(try Sample.letter()).bytes
        try Golden.expect(String(decoding: bytes, as: UTF8.self) + "\n", is: "complaint.json")
    }

    @Test func `has every key and null for what is absent`() throws {
        let entry = Sample.entry(title: nil, author: nil, url: nil, rating: nil)
        let payload = try parsed(Sample.letter([Sample.mention(entry: entry)]))
        #expect(payload["type"] as? String == "mention.alert")
        #expect(payload["version"] as? Int == 1)
        #expect(payload["timestamp"] as? String == "2026-11-22T09:30:00Z")
        let mention = try #require(try mentions(payload).first)
        for key in ["url", "title", "text", "author", "language", "rating", "score"] {
            #expect(mention[key] is NSNull)
        }
        #expect(mention["label"] as? String == "unscored")
    }

    @Test func `is the same for every attempt`() throws {
        var later = try Sample.letter()
        later.delivery.attempts = 3
        #expect(WebhookPayload(try Sample.letter()).bytes == WebhookPayload(later).bytes)
    }

    @Test func `cuts a long text and says so`() throws {
        let entry = Sample.entry(title: nil, text: String(repeating: "é", count: 100_000))
        let mention = try #require(
            try mentions(parsed(Sample.letter([Sample.mention(entry: entry)]))).first)
        #expect(mention["textTruncated"] as? Bool == true)
        #expect((mention["text"] as? String)?.utf8.count == 8000)
    }

    @Test func `never splits a character`() throws {
        let entry = Sample.entry(title: nil, text: "x" + String(repeating: "é", count: 100_000))
        let mention = try #require(
            try mentions(parsed(Sample.letter([Sample.mention(entry: entry)]))).first)
        #expect((mention["text"] as? String)?.utf8.count == 7999)
    }

    @Test func `counts the mentions that it does not tell`() throws {
        let many = (1...500).map { Sample.mention(id: $0, entry: Sample.entry(text: "Slow.")) }
        let payload = try parsed(Sample.letter(many))
        let content = try #require(payload["data"] as? [String: Any])
        #expect(try mentions(payload).count == 100)
        #expect(content["mentionsOmitted"] as? Int == 400)
        #expect((content["alert"] as? [String: Any])?["mentionCount"] as? Int == 500)
    }

    @Test func `stays below 256 KiB whatever the mentions hold`() throws {
        let noise = String(repeating: "\u{1}", count: 100_000)
        var mention = Sample.mention(
            entry: Sample.entry(title: noise, text: noise, author: noise, url: noise))
        mention.brands = (0..<50).map {
            Mention.BrandMatch(
                brand: BrandID(trusted: "b\($0)"), terms: Array(repeating: noise, count: 50))
        }
        mention.sentiment.contributions = (0..<200).map { _ in
            Contribution(
                term: noise, span: 0..<1, valence: -1, weight: -1,
                rules: Array(repeating: noise, count: 20))
        }
        let letter = try Sample.letter(
            Array(repeating: mention, count: 120), business: noise, reason: noise,
            sourceTitles: [Sample.source: noise])
        #expect(try mentions(parsed(letter)).isEmpty == false)
    }

    @Test func `tells that nothing is left of the mentions`() throws {
        #expect(try mentions(parsed(Sample.letter([], told: [1]))).isEmpty)
    }
}
