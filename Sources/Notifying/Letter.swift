public import FoundationEssentials
public import Model

/// Everything that a channel needs to tell the owner of one alert.
///
/// A letter is put together at sending, from the store as it is then: a mention that was forgotten
/// since the alert is not in it, so `mentions` may be shorter than `alert.mentions`, or empty.
public struct Letter: Sendable, Hashable {
    /// What is told.
    public var alert: Alert
    /// The row of the outbox that this letter is sent for; gives the message id.
    public var delivery: Delivery
    /// The mentions of the alert that still exist, in the alert's order (oldest first).
    public var mentions: [Mention]
    /// The name of the business, as the owner wrote it; stands in front of every subject.
    public var business: String
    /// The names of the brands that the mentions are about; a brand without one is shown by its id.
    public var brandNames: [BrandID: String]
    /// The titles of the sources; a source without one is shown by its id.
    public var sourceTitles: [SourceID: String]
    /// The owner's zone, in which times are told.
    public var timeZone: TimeZone

    /// A letter about `alert`, to be carried as `delivery`.
    public init(
        alert: Alert, delivery: Delivery, mentions: [Mention], business: String,
        brandNames: [BrandID: String] = [:], sourceTitles: [SourceID: String] = [:],
        timeZone: TimeZone
    ) {
        self.alert = alert
        self.delivery = delivery
        self.mentions = mentions
        self.business = business
        self.brandNames = brandNames
        self.sourceTitles = sourceTitles
        self.timeZone = timeZone
    }

    /// What the owner calls the source: its title, else its id.
    func title(of source: SourceID) -> String { sourceTitles[source] ?? source.rawValue }

    /// What the owner calls the brand: its name, else its id.
    func name(of brand: BrandID) -> String { brandNames[brand] ?? brand.rawValue }

    /// How many mentions of the alert were forgotten before it was sent.
    var forgottenMentions: Int { max(0, alert.mentions.count - mentions.count) }
}
