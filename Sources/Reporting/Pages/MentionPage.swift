public import FoundationEssentials
public import Model

/// All that is known of one mention.
public struct MentionPage: Sendable, Hashable {
    /// An earlier wording.
    public struct Version: Sendable, Hashable {
        /// 1 for the wording at first sight, one more for every change.
        public var number: Int
        /// The headline that it had; nil if it had none.
        public var title: String?
        /// The body that it had; nil if it had none.
        public var text: String?
        /// The rating that it had, on the source's scale; nil if it had none.
        public var rating: Rating?
        /// How it was felt, −1 to 1; 0 where the label is `unscored`.
        public var score: Double
        /// How it was felt, in one word.
        public var label: Sentiment.Label
        /// When the next wording was seen.
        public var replacedAt: Date

        /// An earlier wording.
        public init(
            number: Int, title: String?, text: String?, rating: Rating?, score: Double,
            label: Sentiment.Label, replacedAt: Date
        ) {
            self.number = number
            self.title = title
            self.text = text
            self.rating = rating
            self.score = score
            self.label = label
            self.replacedAt = replacedAt
        }
    }

    /// The mention in its present wording.
    public var mention: Mention
    /// Oldest first, without the present one.
    public var versions: [Version]
    /// What rules said of it, oldest first; empty if none did.
    public var decisions: [DecisionLine]
    /// The deliveries of the alerts that told of it.
    public var deliveries: [Delivery]
    /// What was done about it, oldest first.
    public var triage: [TriageEvent] = []
    /// Its flags as a suspected fake, oldest first.
    public var flags: [SuspicionFlag] = []

    /// A page on `mention`.
    public init(
        mention: Mention, versions: [Version], decisions: [DecisionLine], deliveries: [Delivery]
    ) {
        self.mention = mention
        self.versions = versions
        self.decisions = decisions
        self.deliveries = deliveries
    }

    /// The page as text that ends in a line feed; CSV and Markdown give the row of the mention in a
    /// list.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv, .markdown:
            MentionListing.listing([mention], names: names).rendered(as: format, for: reader)
        case .table: MentionPageText(page: self, names: names, reader: reader).text
        }
    }

    private var json: JSONValue {
        let entry = mention.entry
        return .members([
            "id": .integer(Int(mention.id)), "source": .string(mention.source.rawValue),
            "kind": .string(mention.kind.rawValue),
            "identity": .members([
                "rung": .string(entry.identity.rung.rawValue), "key": .string(entry.identity.key),
            ]),
            "entry": .entry(entry),
            "brands": .array(
                mention.brands.map { match in
                    .members([
                        "brand": .string(match.brand.rawValue),
                        "terms": .array(match.terms.map(JSONValue.string)),
                    ])
                }),
            "sentiment": .sentiment(mention.sentiment), "firstSeen": .date(mention.firstSeen),
            "date": .date(mention.occurredAt), "version": .integer(mention.version),
            "baseline": .bool(mention.isBaseline),
            "state": .string(mention.triageState.rawValue), "open": .bool(mention.isOpen),
            "assignee": .optional(mention.triage.assignee),
            "answeredAt": .date(mention.answeredAt),
            "triage": TriageHistory.listing(triage).json,
            "flags": .array(flags.map(JSONValue.flag)),
            "versions": .array(versions.map(\.json)),
            "decisions": .array(decisions.map(\.json)),
            "deliveries": .array(deliveries.map(JSONValue.delivery)),
        ])
    }
}

extension MentionPage.Version {
    fileprivate var json: JSONValue {
        .members([
            "version": .integer(number), "title": .optional(title), "text": .optional(text),
            "rating": .rating(rating), "score": .rounded(score), "label": .string(label.rawValue),
            "replacedAt": .date(replacedAt),
        ])
    }
}

extension JSONValue {
    /// What the source said.
    public static func entry(_ entry: Entry) -> JSONValue {
        .members([
            "id": .optional(entry.id), "title": .optional(entry.title),
            "url": .optional(entry.url), "author": .optional(entry.author),
            "published": .date(entry.published), "updated": .date(entry.updated),
            "text": .optional(entry.text), "rating": .rating(entry.rating),
            "language": .optional(entry.language),
            "ownerReply": entry.ownerReply.map { reply in
                .members(["text": .optional(reply.text), "date": .date(reply.date)])
            } ?? .null,
            "reportURL": .optional(entry.reportURL),
        ])
    }

    /// One row of the outbox.
    public static func delivery(_ delivery: Delivery) -> JSONValue {
        .members([
            "id": .integer(Int(delivery.id)), "alert": .integer(Int(delivery.alert)),
            "channel": .string(delivery.channel.rawValue),
            "messageID": .string(delivery.messageID), "state": .string(delivery.state.rawValue),
            "attempts": .integer(delivery.attempts),
            "nextAttempt": delivery.state == .pending ? .date(delivery.nextAttempt) : .null,
            "lastError": .optional(delivery.lastError), "createdAt": .date(delivery.createdAt),
            "settledAt": .date(delivery.settledAt),
            "lead": .optional(delivery.lead.map(Int.init)),
        ])
    }
}
