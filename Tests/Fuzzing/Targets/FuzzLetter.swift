import FoundationEssentials
import Model
import Scoring

@testable import Notifying

/// A letter whose foreign words are the parts of an input.
///
/// The first part chooses language and kind; title, text, author, address, business, names of source
/// and brand, and words of a source follow.
struct FuzzLetter {
    let input: FuzzInput
    /// The number of the first part that is the letter's.
    var first = 0

    private static let time = Date(timeIntervalSince1970: 1_795_339_800)
    private static let source = SourceID(trusted: "a-source")
    private static let brand = BrandID(trusted: "a-brand")
    private static let scorer = SentimentScorer(lexicon: .embedded)

    private var words: [Substring] { input.text(first).split(separator: " ") }

    var language: LetterLanguage { words.first.flatMap { .init(tag: String($0)) } ?? .english }

    private var kind: Alert.Kind {
        words.dropFirst().first.flatMap { Alert.Kind(rawValue: String($0)) } ?? .mentions
    }

    /// A part of the letter as `Entry` wants its texts; nil where nothing is left.
    private func part(_ number: Int, isLine: Bool = true) -> String? {
        let text = input.text(first + number)
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBreak = TextPromises.isControl(scalar)
            if !isBreak || scalar == "\n" && !isLine { kept.append(scalar) }
        }
        while kept.last?.properties.isWhitespace == true { kept.removeLast() }
        let start = kept.firstIndex { !$0.properties.isWhitespace }
        return start.map { String(kept[$0...]) }
    }

    private var mention: Mention {
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: "1"), url: part(4), title: part(1),
            text: part(2, isLine: false), author: part(3), published: Self.time,
            rating: Rating(value: 1, min: 1, max: 5))
        return Mention(
            id: 1, source: Self.source, kind: .review, entry: entry,
            brands: [Mention.BrandMatch(brand: Self.brand)], sentiment: Self.scorer.score(entry),
            firstSeen: Self.time, occurredAt: Self.time, version: 1, isBaseline: false)
    }

    /// The letter; names and the words of a source are foreign and taken as they come.
    var letter: Letter {
        let isOfSource = kind == .sources
        let words = input.text(first + 8)
        let notice = SourceNotice(
            id: 1, source: Self.source, kind: .unreachable, detail: words, at: Self.time)
        let alert = Alert(
            id: 7, rule: RuleID(trusted: "a-rule"), severity: .warning, brand: Self.brand,
            mentions: isOfSource ? [] : [1], notices: isOfSource ? [notice] : [], reason: words,
            createdAt: Self.time, kind: isOfSource ? .sources : .mentions)
        let delivery = Delivery(
            id: 11, alert: 7, channel: ChannelID(trusted: "owner"), messageID: "alert-7-abc",
            state: .pending, attempts: 0, nextAttempt: Self.time, lastError: nil,
            createdAt: Self.time, settledAt: nil)
        return Letter(
            alert: alert, delivery: delivery, mentions: isOfSource ? [] : [mention],
            business: input.text(first + 5), brandNames: [Self.brand: input.text(first + 7)],
            sourceTitles: [Self.source: input.text(first + 6)], timeZone: .gmt)
    }
}
