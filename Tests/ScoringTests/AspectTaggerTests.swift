import Foundation
import Model
import Testing

@testable import Scoring

private let scorer = SentimentScorer(lexicon: .embedded)

/// A line of `AspectCases`, taken apart.
private struct AspectCase {
    struct Mark {
        var words: String
        var aspect: Aspect
        var label: Sentiment.Label
        var span: Range<Int>
    }

    var language: String
    var plain = ""
    var marks: [Mark] = []
    var absent: [Aspect] = []

    init(_ line: String) throws {
        var words = line[...]
        language = String(words.prefix(2))
        words = words.dropFirst(3)
        while words.first == "!" {
            let name = words.dropFirst().prefix { $0 != " " }
            absent.append(try #require(Aspect(rawValue: String(name))))
            words = words.dropFirst(name.count + 2)
        }
        while let open = words.firstIndex(of: "["), let close = words[open...].firstIndex(of: "]") {
            plain += words[..<open]
            try add(words[words.index(after: open)..<close])
            words = words[words.index(after: close)...]
        }
        plain += words
    }

    private mutating func add(_ bracket: Substring) throws {
        let parts = bracket.split(separator: ":")
        let start = plain.utf8.count
        plain += parts[0]
        for reading in parts[1].split(separator: ",") {
            let labels: [Character: Sentiment.Label] = [
                "-": .negative, "0": .neutral, "+": .positive,
            ]
            marks.append(
                Mark(
                    words: String(parts[0]),
                    aspect: try #require(Aspect(rawValue: String(reading.dropLast()))),
                    label: try #require(reading.last.flatMap { labels[$0] }),
                    span: start..<plain.utf8.count))
        }
    }
}

struct `The aspects of a text` {
    @Test(arguments: AspectCases.all)
    func `are those that a person sees, felt as they feel them`(line: String) throws {
        let sample = try AspectCase(line)
        let aspects = scorer.score(text: sample.plain, language: sample.language).aspects
        for mark in sample.marks {
            let opinion = aspects.first { $0.aspect == mark.aspect }
            #expect(opinion?.label == mark.label, "\(mark.words): \(mark.aspect)")
            #expect(opinion?.spans.contains { $0.overlaps(mark.span) } == true)
        }
        for aspect in sample.absent { #expect(!aspects.contains { $0.aspect == aspect }) }
    }

    @Test func `come in the order of their list, with scores of their label's sign`() {
        let aspects = scorer.score(
            text: "Great food and lovely staff, terrible website, hidden fees.", language: "en"
        ).aspects
        let order = aspects.compactMap { Aspect.allCases.firstIndex(of: $0.aspect) }
        #expect(order == order.sorted())
        #expect(Set(order).count == order.count)
        for opinion in aspects {
            #expect((-1...1).contains(opinion.score))
            switch opinion.label {
            case .negative: #expect(opinion.score < 0)
            case .positive: #expect(opinion.score > 0)
            case .neutral, .unscored: #expect(abs(opinion.score) < 0.3)
            }
            #expect(!opinion.spans.isEmpty)
        }
    }

    @Test func `are neutral where nothing is said for or against them`() {
        let aspects = scorer.score(
            text: "The hotel is next to the station.", language: "en"
        ).aspects
        #expect(aspects.map(\.label).allSatisfy { $0 == .neutral })
        #expect(aspects.contains { $0.aspect == .place })
    }

    @Test func `need more than a weak word`() {
        let aspects = AspectTagger.aspects(
            in: "She asked for a reply.", language: "en", contributions: [])
        #expect(!aspects.contains { $0.aspect == .care || $0.aspect == .authenticity })
    }

    @Test func `have spans on the bytes of any script`() {
        let text = "🥣 Très déçu, le café était froid et le serveur désagréable 😡"
        let bytes = Array(text.utf8)
        let aspects = scorer.score(text: text, language: "fr").aspects
        let words = aspects.flatMap(\.spans).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(words.contains("café"))
        #expect(words.contains("serveur"))
    }

    @Test(arguments: [nil, "xx", "ja"])
    func `are none in a language without list`(language: String?) {
        #expect(
            AspectTagger.aspects(in: "Rude staff", language: language, contributions: []) == [])
    }

    @Test(arguments: ["", " ", "😀", "\0\0", "...", "\u{202E}\u{200D}\u{0301}", "!!! ??? ,,,"])
    func `are none where there is no word`(text: String) {
        #expect(AspectTagger.aspects(in: text, language: "en", contributions: []) == [])
    }

    @Test func `stand what contributions a stranger makes up`() {
        let wild = [
            Contribution(term: "x", span: 500..<900, valence: 1, weight: 1),
            Contribution(term: "x", span: 0..<0, valence: 0, weight: 1),
            Contribution(term: "x", span: 3..<4, valence: 2, weight: -1, rules: ["r"]),
            Contribution(term: "x", span: 0..<1, valence: 2, weight: 0),
        ]
        let aspects = AspectTagger.aspects(
            in: "Rude staff", language: "en", contributions: wild)
        #expect(aspects.map(\.aspect) == [.care, .staff])
        #expect(aspects.allSatisfy { $0.score.isFinite })
    }

    @Test func `of a long text are found in time that grows with its length`() {
        let text = String(repeating: "rude staff, great food but late and ", count: 20_000)
        let sentiment = scorer.score(text: text, language: "en")
        #expect(sentiment.aspects.first { $0.aspect == .staff }?.spans.count == 40_000)
    }
}

struct `The opinion at marked words` {
    @Test func `is that of the words nearest to them`() throws {
        let text = "The gizmo is great, but the doohickey is terrible."
        let contributions = scorer.score(text: text, language: "en").contributions
        func label(_ words: String) throws -> Sentiment.Label {
            let range = try #require(text.firstRange(of: words))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return AspectTagger.opinion(
                at: start..<start + words.utf8.count, in: text, language: "en",
                contributions: contributions
            ).label
        }
        #expect(try label("gizmo") == .positive)
        #expect(try label("doohickey") == .negative)
    }

    @Test func `is neutral outside of the text`() {
        let outside = AspectTagger.opinion(
            at: 90..<95, in: "Bad food.", language: "en", contributions: [])
        #expect(outside.label == .neutral)
        let unknown = AspectTagger.opinion(
            at: 0..<3, in: "Bad food.", language: nil, contributions: [])
        #expect(unknown.score == 0)
    }
}

struct `The aspect lists` {
    @Test(arguments: ["de", "en", "es", "fr", "it", "nl", "pt"])
    func `are there for every language that is scored`(language: String) throws {
        let table = try #require(AspectTable.embedded(for: language))
        #expect(table.entryCount >= (language == "en" ? 900 : 150))
        #expect(AspectTable.languages.contains(language))
    }

    @Test func `are refused where they are damaged`() {
        for bytes: [UInt8] in [[], Array("RLX1".utf8), Array(repeating: 0, count: 32)] {
            #expect(bytes.withUnsafeBytes { AspectTable($0) } == nil)
        }
        var short = Array("RLA1".utf8) + [16, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
        short += Array(repeating: 0, count: 15 * 16)
        #expect(short.withUnsafeBytes { AspectTable($0) } == nil)
    }
}
