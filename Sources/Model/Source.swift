public import FoundationEssentials

/// One place that is polled for entries, as the owner configured it.
public struct Source: Sendable, Hashable {
    /// What the entries of a source are, which decides how they are matched and counted.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Every entry is a review of the source's brand; no query is asked.
        case review
        /// Entries are about anything; only those that a brand's query matches are mentions.
        case mention
        /// Every entry is a customer's answer to a survey of the source's brand.
        case survey
    }

    /// One request header; its value may be a secret.
    public struct Header: Sendable, Hashable {
        /// The field's name, an RFC 9110 token.
        public var name: String
        /// The field's value, hidden from logs.
        public var value: Secret

        /// A header as it is sent: `name` is an RFC 9110 token, `value` has no CR, LF or NUL.
        public init(name: String, value: Secret) {
            self.name = name
            self.value = value
        }
    }

    /// The name in the configuration, unique.
    public var id: SourceID
    /// What the owner calls it; shown in place of `id` where there is room.
    public var title: String?
    /// The address, with the recipe's parameters and secrets filled in; `http`, `https` or `file`.
    ///
    /// Shown only through `MaskedURL`.
    public var url: Secret
    /// What its entries are.
    public var kind: Kind
    /// How its texts are read when they are scored; nil reads them as text of any kind.
    public var genre: Genre?
    /// The brand that every entry of a review or survey source is about; for a mention source, the
    /// only brand whose query is asked.
    ///
    /// Nil: the queries of all brands are asked.
    public var brand: BrandID?
    /// The name of the recipe that reads the payload; nil for feeds, which say themselves what they are.
    public var recipe: String?
    /// Time between two polls when nothing asks for another, in seconds; at least 60.
    public var interval: TimeInterval
    /// How long a quiet source may be left alone, in seconds: the time between two polls then adapts
    /// to its cadence, from `interval` up to this.
    ///
    /// Nil: it is always `interval`.
    public var longestInterval: TimeInterval?
    /// What is sent with each request beside the usual fields.
    public var headers: [Header]
    /// The zone of dates that name none, as an IANA identifier; nil means UTC.
    public var timeZone: String?
    /// Entries published at or after this time alert even in the baseline poll; nil: none does.
    public var alertSince: Date?
    /// False for a source that stays configured but is not polled.
    public var isEnabled: Bool
    /// Whether its mentions are imported from files; such a source has no address and is never polled.
    public var isImported: Bool

    /// Whether it is asked for entries: it is enabled and has an address.
    public var isPolled: Bool { isEnabled && !isImported }

    /// A source; see the properties for what each value means.
    public init(
        id: SourceID, title: String? = nil, url: Secret, kind: Kind, genre: Genre? = nil,
        brand: BrandID? = nil, recipe: String? = nil, interval: TimeInterval = 900,
        longestInterval: TimeInterval? = nil,
        headers: [Header] = [], timeZone: String? = nil, alertSince: Date? = nil,
        isEnabled: Bool = true, isImported: Bool = false
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.kind = kind
        self.genre = genre
        self.brand = brand
        self.recipe = recipe
        self.interval = interval
        self.longestInterval = longestInterval
        self.headers = headers
        self.timeZone = timeZone
        self.alertSince = alertSince
        self.isEnabled = isEnabled
        self.isImported = isImported
    }
}
