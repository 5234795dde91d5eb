import FoundationEssentials
import Model

extension AlertFacts {
    /// What a letter knows of why one of its alerts was made.
    init(_ alert: Alert, in letter: Letter) {
        stored = alert.reason
        rule = alert.rule
        event = Self.event(of: alert, in: letter)
    }

    private static func event(of alert: Alert, in letter: Letter) -> Event {
        if let kind = alert.notices.first?.kind {
            var names: [String] = []
            for notice in alert.notices {
                let name = OneLine.text(letter.title(of: notice.source), limit: 80)
                if !names.contains(name) { names.append(name) }
            }
            return .sources(kind, names: names)
        }
        let brand = alert.brand.map { OneLine.text(letter.name(of: $0), limit: 60) }
        switch alert.kind {
        case .surge: return .surge(SurgeTelling(parsing: alert.reason), brand: brand)
        case .drop: return .drop(DropTelling(parsing: alert.reason), brand: brand)
        case .reminder: return reminder(alert, letter)
        case .digest: return .digest(OneLine.text(letter.digest?.title ?? "", limit: 60))
        case .channel: return .channel(ChannelWording(letter).headline)
        case .test: return .test(letter.delivery.channel)
        case .mentions, .sources:
            let mentions = self.mentions(of: alert, in: letter)
            let worst = mentions.min { badness($0) < badness($1) }
            return .mentions(mentions.count, worst: worst.map { verdict(on: $0, letter.book) })
        }
    }

    private static func mentions(of alert: Alert, in letter: Letter) -> [Mention] {
        let told = Set(alert.mentions)
        return letter.mentions.filter { told.contains($0.id) }
    }

    private static func reminder(_ alert: Alert, _ letter: Letter) -> Event {
        let mentions = mentions(of: alert, in: letter)
        let oldest = mentions.compactMap { letter.reminders[$0.id]?.since }.min()
        return .reminder(
            mentions.count, isReviews: mentions.allSatisfy { $0.kind == .review },
            oldest: oldest.map { letter.date($0).dayAndTime },
            answered: AnsweredSince(endOf: alert.reason)?.count ?? 0)
    }

    /// Lower is worse: by stars where there are any, else by score on the same scale.
    private static func badness(_ mention: Mention) -> Double {
        mention.entry.rating?.stars ?? 3 + 2 * mention.sentiment.score
    }

    /// `negative (−0.72), 1 of 5 stars`.
    private static func verdict(on mention: Mention, _ book: any PhraseBook) -> String {
        let sentiment = mention.sentiment
        let label = book.label(sentiment.label)
        let verdict =
            sentiment.label == .unscored
            ? label : "\(label) (\(book.figures.signed(sentiment.score, decimals: 2)))"
        return mention.entry.rating.map {
            verdict + ", " + book.mention(.starsOfFive(Int($0.stars.rounded())))
        } ?? verdict
    }
}
