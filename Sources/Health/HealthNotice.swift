public import FoundationEssentials
public import Model

/// Something about a source that the owner is to be told, once.
public struct HealthNotice: Sendable, Hashable {
    /// What happened.
    public var kind: SourceNotice.Kind
    /// What happened and what to do, as sentences for the owner; no secret in it.
    public var detail: String
    /// Since when it has been so; nil where that is the same or not known.
    public var since: Date?
    /// The mentions that it is about.
    public var mentions: [MentionID]

    /// A notice.
    public init(
        kind: SourceNotice.Kind, detail: String, since: Date? = nil, mentions: [MentionID] = []
    ) {
        self.kind = kind
        self.detail = detail
        self.since = since
        self.mentions = mentions
    }
}

/// How notices name the source, its times and spans: what the owner's zone and habits decide.
public struct HealthWording: Sendable {
    /// What commands call the source.
    public var id: SourceID
    /// What people call the source.
    public var name: String
    /// A time, such as `22 Nov 2026, 10:30`.
    public var time: @Sendable (Date) -> String
    /// About how long so many seconds are, such as `3 h`.
    public var span: @Sendable (TimeInterval) -> String

    /// A wording.
    public init(
        id: SourceID, name: String, time: @escaping @Sendable (Date) -> String,
        span: @escaping @Sendable (TimeInterval) -> String
    ) {
        self.id = id
        self.name = name
        self.time = time
        self.span = span
    }

    /// `1 entry`, `2 entries`, and for other nouns their plural.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
