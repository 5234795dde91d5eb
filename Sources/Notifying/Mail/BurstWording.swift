import FoundationEssentials
import Model

/// Several mentions in a few words, such as `12 new complaints in 10 minutes, 9 about delivery`.
struct BurstWording {
    /// Beyond this a burst is none, and the time is not told.
    static let longestSpan: TimeInterval = 7 * 86_400

    /// What they have in common.
    enum Kind {
        /// All of them negative reviews or survey answers.
        case complaints
        case negative
        case positive
        case mixed(negative: Int)
    }

    /// How many of what, and in what time: `12 new complaints in 10 minutes`.
    let headline: String
    /// What most of them find fault with: `9 about delivery`; nil where it is no half of them.
    let topic: String?
    /// `1.3 ★ on average`; nil unless half of them are rated.
    let stars: String?

    init(_ mentions: [Mention], in book: any PhraseBook) {
        let span = Self.span(of: mentions).map(book.duration)
        headline = book.count(.new(mentions.count, Self.kind(of: mentions), within: span))
        topic = Self.topic(of: mentions).map(book.count)
        stars = Self.meanStars(of: mentions).map { book.count(.averageStars($0)) }
    }

    /// The headline with the topic, else with the stars.
    var text: String {
        headline + ([topic, stars].compactMap { $0 }.first.map { ", " + $0 } ?? "")
    }

    private static func kind(of mentions: [Mention]) -> Kind {
        let labels = Set(mentions.map(\.sentiment.label))
        if labels == [.negative] {
            return mentions.allSatisfy { $0.kind != .mention } ? .complaints : .negative
        }
        if labels == [.positive] { return .positive }
        return .mixed(negative: mentions.count { $0.sentiment.label == .negative })
    }

    /// From the first to the last, by their own dates where these tell a time of day, else by when they
    /// were seen; nil where they came at once, or over a long time.
    private static func span(of mentions: [Mention]) -> TimeInterval? {
        for times in [mentions.map(\.occurredAt), mentions.map(\.firstSeen)] {
            guard let first = times.min(), let last = times.max() else { return nil }
            let span = last.timeIntervalSince(first)
            if span >= 60 { return span <= longestSpan ? span : nil }
        }
        return nil
    }

    private static func topic(of mentions: [Mention]) -> CountPhrase? {
        var counts: [Aspect: Int] = [:]
        for mention in mentions {
            let faults = mention.sentiment.aspects.filter { $0.label == .negative }
            for aspect in Set(faults.map(\.aspect)) { counts[aspect, default: 0] += 1 }
        }
        // The commonest; of equals the first in the order of the aspects.
        let order = Aspect.allCases
        var top: (aspect: Aspect, count: Int)?
        for aspect in order {
            if let count = counts[aspect], count > top?.count ?? 0 { top = (aspect, count) }
        }
        guard let top, mentions.count > 1, top.count * 2 >= mentions.count else { return nil }
        return .about(top.count, isAll: top.count == mentions.count, top.aspect)
    }

    private static func meanStars(of mentions: [Mention]) -> Double? {
        let stars = mentions.compactMap { $0.entry.rating?.stars }
        guard mentions.count > 1, !stars.isEmpty, stars.count * 2 >= mentions.count else {
            return nil
        }
        return stars.reduce(0, +) / Double(stars.count)
    }
}
