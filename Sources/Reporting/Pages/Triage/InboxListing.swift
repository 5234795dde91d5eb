public import FoundationEssentials
public import Model

/// What waits for an answer as a list.
public enum InboxListing {
    /// A mention that waits.
    public struct Row: Sendable, Hashable {
        /// Which.
        public var mention: Mention
        /// Since when it waits: when it occurred, or was reopened.
        public var since: Date
        /// For how long, in seconds of business hours.
        public var waiting: TimeInterval
        /// When an answer is due by the strictest rule that asks for one; nil where none does.
        public var due: Date?
        /// For how long that has been over, in seconds of business hours; 0 where it is not.
        public var overdue: TimeInterval

        /// A mention that waits.
        public init(
            mention: Mention, since: Date, waiting: TimeInterval, due: Date?, overdue: TimeInterval
        ) {
            self.mention = mention
            self.since = since
            self.waiting = waiting
            self.due = due
            self.overdue = overdue
        }
    }

    /// One row a mention, in the order given.
    ///
    /// People read how long it waits, and is overdue, by the calendar, as `repute status` says it;
    /// programs get business hours too.
    public static func listing(
        _ rows: [Row], names: Names, now: Date, footer: [String] = []
    ) -> Listing {
        let isShared = rows.contains { $0.mention.triage.assignee != nil }
        return Listing(
            columns: columns(isShared: isShared), rows: rows.map { row($0, names, now) },
            whenEmpty: "Nothing waits for an answer.", footer: footer)
    }

    private static func columns(isShared: Bool) -> [Listing.Column] {
        [
            Listing.Column("id", "ID", alignment: .trailing),
            Listing.Column("since", for: .programs),
            Listing.Column("waiting", "Waiting", for: .people, alignment: .trailing),
            Listing.Column("waitingSeconds", for: .programs),
            Listing.Column("dueShown", "Due", for: .people), Listing.Column("due", for: .programs),
            Listing.Column("overdue", for: .programs),
            Listing.Column("overdueSeconds", for: .programs),
            Listing.Column("rating", "Rating"), Listing.Column("label", "Label"),
            Listing.Column("state", "State"),
            Listing.Column(
                "assignee", "Who", for: isShared ? .everybody : .programs, minimum: 4, maximum: 16),
            Listing.Column("source", "Source", for: .people, minimum: 8, maximum: 24),
            Listing.Column("source", for: .programs),
            Listing.Column("author", for: .programs),
            Listing.Column("says", "Says", for: .people, minimum: 16, maximum: 100),
            Listing.Column("title", for: .programs), Listing.Column("text", for: .programs),
            Listing.Column("url", for: .programs), Listing.Column("listed", for: .programs),
        ]
    }

    private static func row(_ row: Row, _ names: Names, _ now: Date) -> [Field] {
        let mention = row.mention
        let state = mention.triageState
        let seconds = [row.waiting, row.overdue].map { Int(min(max($0, 0), 1e12)) }
        return [
            .integer(Int(mention.id)), .time(row.since),
            .text(TimeText.rounded(now.timeIntervalSince(row.since))),
            .integer(seconds[0]), due(row, now), .time(row.due),
            .flag(row.due.map { $0 <= now }), .integer(row.due == nil ? nil : seconds[1]),
            .rating(mention.entry.rating), .label(mention.sentiment.label),
            .labelled(
                state.rawValue,
                shown: TriageWords.state(state) + (mention.delistedAt == nil ? "" : ", gone there"),
                TriageWords.meaning(state)),
            .text(mention.triage.assignee), .text(names.title(of: mention.source)),
            .text(mention.source.rawValue), .text(mention.entry.author),
            .text(MentionListing.excerpt(of: mention.entry)), .text(mention.entry.title),
            .text(mention.entry.text), .text(mention.entry.url), .flag(mention.delistedAt == nil),
        ]
    }

    private static func due(_ row: Row, _ now: Date) -> Field {
        guard let due = row.due else { return .text(nil) }
        if due > now {
            return .state("in " + TimeText.rounded(due.timeIntervalSince(now)), nil)
        }
        return .state("over by " + TimeText.rounded(now.timeIntervalSince(due)), .negative)
    }
}
