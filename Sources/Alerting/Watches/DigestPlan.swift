public import Model

/// When a digest is sent, of what, and to whom.
public struct DigestPlan: Sendable, Hashable {
    /// How often it is sent.
    public enum Rhythm: Sendable, Hashable {
        /// On every day.
        case daily
        /// On one day of the week: 1 (Monday) to 7.
        case weekly(weekday: Int)
    }

    /// The name in the configuration; no rule has the same.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// Whether it is sent.
    public var isEnabled: Bool
    /// How often.
    public var rhythm: Rhythm
    /// At which minute of the owner's day, 0 to 1439.
    public var minute: Int
    /// The brands that it tells of; empty for every one that is no competitor.
    public var brands: Set<BrandID>
    /// Whether it is sent too when there is nothing to tell.
    public var sendsEmpty: Bool
    /// Where it goes, each channel once.
    public var channels: [ChannelID]

    /// A digest on every morning at 8, unless told otherwise.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true, rhythm: Rhythm = .daily,
        minute: Int = 480, brands: Set<BrandID> = [], sendsEmpty: Bool = false,
        channels: [ChannelID] = []
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.rhythm = rhythm
        self.minute = minute
        self.brands = brands
        self.sendsEmpty = sendsEmpty
        self.channels = channels
    }

    /// What letters call it: its title, else its id.
    public var name: String { title ?? id.rawValue }
}
