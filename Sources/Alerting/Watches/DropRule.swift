public import Model

/// Speaks when ratings or sentiment have fallen, of each brand on its own.
public struct DropRule: Sendable, Hashable {
    /// The name in the configuration.
    public var id: RuleID
    /// What the owner calls it.
    public var title: String?
    /// False for a rule that stays configured but never speaks.
    public var isEnabled: Bool
    /// What is averaged.
    public var figure: FigureKind
    /// The brands that are looked at; empty for every one that is no competitor.
    public var brands: Set<BrandID>
    /// The sources that count; empty for any.
    public var sources: Set<SourceID>
    /// The last days that are compared with those before them, today included: 1 to 365.
    public var days: Int
    /// By how much the average has to fall to be worth a word: stars, or points of score; above 0.
    public var least: Double
    /// How often a year it may speak though nothing has changed, for each brand; above 0.
    public var falseAlarmsPerYear: Double
    /// How urgent its alerts are.
    public var severity: Alert.Severity
    /// Where the alerts go, each channel once.
    public var channels: [ChannelID]

    /// A rule on ratings of the last 30 days, wrong once in two years at most, unless told otherwise.
    public init(
        id: RuleID, title: String? = nil, isEnabled: Bool = true, figure: FigureKind = .rating,
        brands: Set<BrandID> = [], sources: Set<SourceID> = [], days: Int = 30,
        least: Double? = nil, falseAlarmsPerYear: Double = 0.5,
        severity: Alert.Severity = .warning, channels: [ChannelID] = []
    ) {
        self.id = id
        self.title = title
        self.isEnabled = isEnabled
        self.figure = figure
        self.brands = brands
        self.sources = sources
        self.days = days
        self.least = least ?? (figure == .rating ? 0.3 : 0.15)
        self.falseAlarmsPerYear = falseAlarmsPerYear
        self.severity = severity
        self.channels = channels
    }

    /// What reasons call the rule: its title, else its id.
    public var name: String { title ?? id.rawValue }
}

extension DropRule {
    /// The days, both included, whose figures `DropDecider` decides by: the last `days` and 365 before.
    public func question(today: CalendarDay) -> (from: CalendarDay, to: CalendarDay) {
        (CalendarDay(number: today.number - boundedDays - 364), today)
    }

    /// Which mentions of a brand are averaged, or of all where it is nil.
    public func countQuestion(brand: BrandID?) -> CountQuestion {
        CountQuestion(brand: brand, sources: sources)
    }

    /// How often it is wrong, as one sentence for the owner of so many brands.
    public func falseAlarmStatement(brands: Int) -> String {
        FalseAlarms(perYear: falseAlarmsPerYear).statement(brands: brands)
    }

    /// How many figures it needs, as one sentence for the owner, with usual scatter: ratings around 4.5
    /// stars that are 1 star off on average, or scores around 0.3 that are 0.5 off.
    public var neededStatement: String {
        let (small, great) = (least, figure == .rating ? max(1, 2 * least) : max(0.5, 2 * least))
        let noun = figure == .rating ? "ratings" : "scored mentions"
        func text(_ fall: Double) -> String {
            figure == .rating ? Figure.stars(fall) : Figure.text(fall)
        }
        return "a fall of \(text(small)) is told from about \(neededCount(fall: small)) \(noun) in "
            + "\(boundedDays) days on, one of \(text(great)) from about "
            + "\(neededCount(fall: great)); at least \(Int(DropDecider.leastEarlier)) before them"
    }

    /// How many recent figures a fall of the average needs to be told, with usual scatter and much longer
    /// known before.
    func neededCount(fall: Double) -> Int {
        let (mean, deviation) = figure == .rating ? (4.5, 1.0) : (0.3, 0.5)
        var count = DropDecider.leastRecent
        while count < 100_000 {
            let model = DropModel(
                before: mean, recent: mean - fall, deviation: deviation, count: count,
                range: figure.range)
            if model.perYear(days: boundedDays) <= falseAlarmsPerYear { break }
            count = max(count + 1, (count * 1.05).rounded())
        }
        return Int(count)
    }

    /// The days that are compared, 1 to 365.
    var boundedDays: Int { min(max(days, 1), 365) }
}

extension FigureKind {
    /// The least and the greatest figure that there can be.
    var range: ClosedRange<Double> {
        switch self {
        case .rating: 1...5
        case .sentiment: -1...1
        }
    }
}
