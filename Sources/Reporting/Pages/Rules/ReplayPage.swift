public import FoundationEssentials
public import Model
import TextProcessing

/// What rules would have sent over a time that is past, beside what was sent.
public struct ReplayPage: Sendable, Hashable {
    /// What one rule would have done.
    public struct Rule: Sendable, Hashable {
        /// Its name in the configuration.
        public var id: RuleID
        /// What it watches, such as `mention` or `surge`.
        public var type: String
        /// Alerts that it would have made; nil where it was not replayed.
        public var alerts: Int?
        /// Alerts of it that are stored.
        public var sent: Int
        /// Mentions in its alerts, each once for every alert; of a digest those that came in its time.
        public var mentions = 0
        /// Mentions that a cool-down would have held back for a while.
        public var held = 0
        /// Mentions that would have waited for the digest.
        public var digest = 0
        /// Mentions of which a silence would have kept it quiet.
        public var silenced = 0
        /// Mentions that tell a story which it had told.
        public var copies = 0
        /// Mentions that came with the first poll of a source, and edits that are no worse.
        public var history = 0
        /// Alerts that quiet hours of a channel would have held back.
        public var quiet = 0

        /// A rule; without alerts unless told.
        public init(id: RuleID, type: String, alerts: Int? = 0, sent: Int = 0) {
            self.id = id
            self.type = type
            self.alerts = alerts
            self.sent = sent
        }
    }

    /// One alert that would have been made.
    public struct Alert: Sendable, Hashable {
        /// When.
        public var at: Date
        /// By which rule.
        public var rule: RuleID
        /// How urgent.
        public var severity: Model.Alert.Severity
        /// On which brand; nil for none.
        public var brand: BrandID?
        /// Of which mentions, oldest first.
        public var mentions: [MentionID]
        /// Why, as one sentence.
        public var reason: String
        /// Until when quiet hours would have held it, the latest of its channels; nil for not at all.
        public var quietUntil: Date?

        /// An alert.
        public init(
            at: Date, rule: RuleID, severity: Model.Alert.Severity, brand: BrandID?,
            mentions: [MentionID], reason: String, quietUntil: Date? = nil
        ) {
            self.at = at
            self.rule = rule
            self.severity = severity
            self.brand = brand
            self.mentions = mentions
            self.reason = reason
            self.quietUntil = quietUntil
        }
    }

    /// Alerts by hour, as the owner's clock counts them: see `TimeText.hour(of:)`.
    public struct Hours: Sendable, Hashable {
        /// Those that would have been made.
        public var replayed: [Int: Int] = [:]
        /// Those that were.
        public var sent: [Int: Int] = [:]

        /// No alert.
        public init() {}
    }

    /// The first moment that was replayed.
    public var start: Date
    /// The moment at which it ended.
    public var end: Date
    /// Mentions that were looked at.
    public var mentions: Int
    /// Edits of mentions that were decided on again.
    public var edits: Int
    /// In the order of the configuration.
    public var rules: [Rule]
    /// When alerts came.
    public var hours: Hours
    /// The alerts, oldest first, as far as they were asked for; nil where they were not.
    public var alerts: [Alert]?
    /// What the reader has to know of the figures, one sentence each.
    public var notes: [String]

    /// A page on a replay.
    public init(
        start: Date, end: Date, mentions: Int, edits: Int, rules: [Rule], hours: Hours,
        alerts: [Alert]? = nil, notes: [String] = []
    ) {
        self.start = start
        self.end = end
        self.mentions = mentions
        self.edits = edits
        self.rules = rules
        self.hours = hours
        self.alerts = alerts
        self.notes = notes
    }

    /// The page as text that ends in a line feed; JSON Lines, CSV and Markdown give one row an alert
    /// where these were asked for, else one a rule.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .table: text(names: names, for: reader)
        case .json: json.text + "\n"
        case .jsonl, .csv, .markdown:
            (alerts.map { Self.listing($0, names) } ?? listing)
                .rendered(as: format, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        let time = reader.time
        var text = reader.style.paint(
            "Replay of \(time.absolute(start)) to \(time.absolute(end))", .heading)
        text += ": \(mentions) mentions, \(edits) edits\n\n"
        text += listing.rendered(as: .table, for: reader)
        text += ReplayChart(page: self, reader: reader).text
        if let alerts {
            text += "\n" + Self.listing(alerts, names).rendered(as: .table, for: reader)
        }
        for note in notes {
            for line in StyledText(TerminalText.sanitized("note: " + note), .warning)
                .wrapped(to: reader.width ?? .max)
            {
                text += line.painted(reader.style) + "\n"
            }
        }
        return text
    }

    private var listing: Listing {
        func figure(_ key: String, _ title: String) -> Listing.Column {
            Listing.Column(key, title, alignment: .trailing)
        }
        return Listing(
            columns: [
                Listing.Column("rule", "Rule"), Listing.Column("type", "Type"),
                figure("alerts", "Would send"), figure("sent", "Was sent"),
                figure("mentions", "Mentions"), figure("held", "Held"),
                figure("digest", "Digest"), figure("silenced", "Silenced"),
                figure("copies", "Copies"), figure("history", "History"),
                figure("quiet", "Quiet"),
            ],
            rows: rules.map { rule in
                [
                    .text(rule.id.rawValue), .text(rule.type), .integer(rule.alerts),
                    .integer(rule.sent), .integer(rule.mentions), .integer(rule.held),
                    .integer(rule.digest), .integer(rule.silenced), .integer(rule.copies),
                    .integer(rule.history), .integer(rule.quiet),
                ]
            }, whenEmpty: "No rule was replayed.")
    }

    private static func listing(_ alerts: [Alert], _ names: Names) -> Listing {
        Listing(
            columns: [
                Listing.Column("at", "Time"), Listing.Column("severity", "Severity"),
                Listing.Column("rule", "Rule"),
                Listing.Column("brand", "Brand", for: .people, minimum: 6, maximum: 20),
                Listing.Column("brand", for: .programs),
                Listing.Column("mentions", "Mentions", minimum: 8, maximum: 24),
                Listing.Column("reason", "Reason", minimum: 20, maximum: 90),
                Listing.Column("quietUntil", "Quiet until"),
            ],
            rows: alerts.map { alert in
                [
                    .time(alert.at),
                    .state(alert.severity.rawValue, AlertListing.meaning(alert.severity)),
                    .text(alert.rule.rawValue), .text(alert.brand.map(names.name(of:))),
                    .text(alert.brand?.rawValue), .texts(alert.mentions.map(String.init)),
                    .text(alert.reason), .time(alert.quietUntil),
                ]
            }, whenEmpty: "No alert would have been sent.")
    }

    private var json: JSONValue {
        .members([
            "start": .date(start), "end": .date(end), "mentions": .integer(mentions),
            "edits": .integer(edits), "rules": listing.json,
            "days": .array(
                ReplayChart.days(of: hours).map { day, count in
                    .members([
                        "day": .string(CivilDate(daysSince1970: day).iso8601),
                        "alerts": .integer(count.replayed), "sent": .integer(count.sent),
                    ])
                }),
            "hours": .array(ReplayChart.hoursOfDay(of: hours).map(JSONValue.integer)),
            "alerts": alerts.map { Self.listing($0, Names()).json } ?? .null,
            "notes": .array(notes.map(JSONValue.string)),
        ])
    }
}
