public import FoundationEssentials
public import Model

/// Speaks when there are more mentions of a kind than usual, of each brand on its own.
public struct SurgeRule: Sendable, Hashable {
    /// The name in the configuration.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// False for a rule that stays configured but never speaks.
    public var isEnabled: Bool
    /// The verdicts that are counted; empty for any.
    public var labels: Set<Sentiment.Label>
    /// The brands that are looked at; empty for every one that is no competitor.
    public var brands: Set<BrandID>
    /// The sources that count; empty for any.
    public var sources: Set<SourceID>
    /// The kinds of source that count; empty for any.
    public var kinds: Set<Source.Kind>
    /// The length of time that is compared with the usual, in seconds: 1 to 24 whole hours, or 2 to 28
    /// whole days; anything else counts as the nearest of these.
    public var window: TimeInterval
    /// How often a year it may speak though nothing is unusual, for each brand; above 0.
    public var falseAlarmsPerYear: Double
    /// How urgent its alerts are.
    public var severity: Alert.Severity
    /// Where the alerts go, each channel once.
    public var channels: [ChannelID]

    /// A rule on negative mentions within a day, wrong once a year at most, unless told otherwise.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true,
        labels: Set<Sentiment.Label> = [.negative], brands: Set<BrandID> = [],
        sources: Set<SourceID> = [], kinds: Set<Source.Kind> = [], window: TimeInterval = 86_400,
        falseAlarmsPerYear: Double = 1, severity: Alert.Severity = .warning,
        channels: [ChannelID] = []
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.labels = labels
        self.brands = brands
        self.sources = sources
        self.kinds = kinds
        self.window = window
        self.falseAlarmsPerYear = falseAlarmsPerYear
        self.severity = severity
        self.channels = channels
    }

    /// What reasons call the rule: its title, else its id.
    public var name: String { title ?? id.rawValue }
}

extension SurgeRule {
    /// The spans whose counts `SurgeDecider` decides by: the present window, which ends at `now`, and 364
    /// days before it.
    ///
    /// The spans are days, or for windows of less than a day at most 24 to a day.
    public func question(now: Date) -> (start: Date, width: TimeInterval, count: Int) {
        let window = SurgeWindow(window)
        let length = Double(window.count) * window.width
        return (now.addingTimeInterval(-length), window.width, window.count)
    }

    /// Which mentions of a brand are counted, or of all where it is nil.
    public func countQuestion(brand: BrandID?) -> CountQuestion {
        CountQuestion(brand: brand, labels: labels, sources: sources, kinds: kinds)
    }

    /// How often it is wrong, as one sentence for the owner of so many brands.
    public func falseAlarmStatement(brands: Int) -> String {
        FalseAlarms(perYear: falseAlarmsPerYear).statement(brands: brands)
    }
}
