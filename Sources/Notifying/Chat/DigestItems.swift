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
                facts: Self.figures(digest).map {
                    ChatText.line(letter.book.digest($0), extent.fact)
                }, link: nil)
        ]
        let worst = digest.worst.filter { $0.sentiment.label == .negative }
        items += worst.prefix(min(3, extent.items)).map {
            ChatItems.mention($0, letter, limit: extent.shared, fact: extent.fact, isAlone: false)
        }
        self.items = items
    }

    private static func heading(_ digest: Digest, _ letter: Letter) -> String {
        let period = digest.period
        let span = TimePhrase.span(letter.time(period.start), letter.time(period.end))
        return ChatText.line(letter.book.time(span).capitalizedFirst, 180)
    }

    private static func figures(_ digest: Digest) -> [DigestPhrase] {
        let now = digest.counts
        let before = digest.countsBefore
        var lines: [DigestPhrase] = [
            .figures(
                now.total, before: before.total, negative: now.negative,
                negativeBefore: before.negative)
        ]
        if let stars = now.meanStars { lines.append(.stars(stars, before: before.meanStars)) }
        if digest.unansweredCount > 0 { lines.append(.withoutAnswer(digest.unansweredCount)) }
        if let rate = digest.responses.rate { lines.append(.share(rate)) }
        for group in digest.matches.prefix(3) where group.count > 0 {
            lines.append(.matches(group.rule, group.count))
        }
        if !digest.troubles.isEmpty {
            let names = digest.troubles.prefix(5).map(\.source.rawValue).joined(separator: ", ")
            lines.append(.inTrouble(names))
        }
        if digest.silenced > 0 { lines.append(.keptBack(digest.silenced)) }
        return lines
    }
}
