public import Model

/// Mentions that their source lists no more.
public struct Delisting: Sendable, Hashable {
    private let ids: [MentionID]
    private let labels: [Sentiment.Label]

    /// These mentions, at least one.
    public init(_ mentions: [(id: MentionID, label: Sentiment.Label)]) {
        ids = mentions.map(\.id)
        labels = mentions.map(\.label)
    }

    /// What the owner reads of it.
    public func notice(wording: HealthWording) -> HealthNotice {
        let counts: [(Int, String, String)] = [
            (count(.negative), "complaint", "complaints"),
            (count(.positive), "praise", "praises"),
            (ids.count - count(.negative) - count(.positive), "other mention", "other mentions"),
        ]
        let parts = counts.filter { $0.0 > 0 }.map { HealthWording.count($0.0, $0.1, $0.2) }
        let (verb, they, them) =
            ids.count == 1 ? ("is", "It stays", "it") : ("are", "They stay", "them")
        return HealthNotice(
            kind: .delisted,
            detail:
                "\(HealthWording.list(parts)) \(verb) no longer listed on \(wording.name), though "
                + "older entries are. \(they) in your records; the author or the site may have "
                + "removed \(them).",
            mentions: ids)
    }

    private func count(_ label: Sentiment.Label) -> Int { labels.count { $0 == label } }
}
