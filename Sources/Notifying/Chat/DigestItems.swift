import FoundationEssentials
import Model

/// A digest as a chat is told it: the figures in a few lines, then the worst mentions.
///
/// The whole of it is for mails; a chat is read in passing.
struct DigestItems {
    let items: [ChatMessage.Item]

    init(_ digest: Digest, _ letter: Letter, _ extent: ChatMessage.Extent) {
        var items = [
            ChatMessage.Item(
                heading: Self.heading(digest, letter), quote: nil,
                facts: Self.figures(digest).map { ChatText.line($0, extent.fact) }, link: nil)
        ]
        let worst = digest.worst.filter { $0.sentiment.label == .negative }
        items += worst.prefix(min(3, extent.items)).map {
            ChatItems.mention($0, letter, limit: extent.shared, fact: extent.fact, isAlone: false)
        }
        self.items = items
    }

    private static func heading(_ digest: Digest, _ letter: Letter) -> String {
        let zone = letter.timeZone
        let start = MailDate(digest.period.start, in: zone).readable
        return ChatText.line("\(start) to \(MailDate(digest.period.end, in: zone).readable)", 180)
    }

    private static func figures(_ digest: Digest) -> [String] {
        let now = digest.counts
        let before = digest.countsBefore
        var lines = [
            "\(mentions(now.total)) (before: \(Figures.count(before.total))), "
                + "\(Figures.count(now.negative)) negative (before: \(Figures.count(before.negative)))"
        ]
        if let stars = now.meanStars {
            let past = before.meanStars.map { " (before: \(Figures.plain($0, decimals: 1)))" }
            lines.append("\(Figures.plain(stars, decimals: 1)) stars on average" + (past ?? ""))
        }
        if digest.unansweredCount > 0 {
            lines.append("\(mentions(digest.unansweredCount)) without an answer")
        }
        if let rate = digest.responses.rate {
            lines.append("\(Figures.plain(rate * 100, decimals: 0)) % answered")
        }
        for group in digest.matches.prefix(3) where group.count > 0 {
            lines.append("\(group.rule): \(mentions(group.count))")
        }
        if !digest.troubles.isEmpty {
            let names = digest.troubles.prefix(5).map(\.source.rawValue).joined(separator: ", ")
            lines.append("Sources in trouble: \(names)")
        }
        if digest.silenced > 0 { lines.append("\(mentions(digest.silenced)) silenced") }
        return lines
    }

    private static func mentions(_ count: Int) -> String {
        count == 1 ? "1 mention" : "\(Figures.count(count)) mentions"
    }
}
