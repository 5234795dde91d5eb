public import Alerting
public import Fetching
public import FoundationEssentials
public import Health
public import Model
public import Notifying
public import Scheduling
public import Storage
import Synchronization

/// Everything that the walks take from the settings; replaced as a whole when they are reloaded.
public struct MonitorConfiguration: Sendable {
    /// The name that letters are written for.
    public var business: String
    /// The owner's zone, which decides what a day is.
    public var timeZone: TimeZone
    /// Whom the mentions can be about.
    public var brands: [Brand]
    /// What is polled, by name; the disabled are in it too.
    public var sources: [SourceID: Source]
    /// What makes entries into mentions.
    public var pipeline: MentionPipeline
    /// What reads sources.
    public var fetcher: FeedFetcher
    /// What keeps hosts from being asked too often.
    public var gate: HostGate
    /// What makes mentions into alerts.
    public var decider: AlertDecider
    /// Where alerts can be told, by name.
    public var channels: [ChannelID: any Channel]
    /// How long and how often a delivery is tried.
    public var deliveryPolicy: DeliveryPolicy
    /// How long mentions, names of authors and settled alerts are kept.
    public var retention: RetentionPolicy
    /// How many sources are claimed at once; those that wait for their host count too.
    public var claimLimit: Int
    /// Requests a day (in UTC) that a host is asked at most, by its name in lower case.
    public var hostBudgets: [String: Int]
    /// Enabled sources by host, of the hosts that have a budget.
    private let sourcesOfHost: [String: Int]
    /// When the owner is told of a source itself.
    public var watch: WatchPolicy
    /// Who is told of sources and of channels themselves; nobody where it is empty.
    public var healthChannels: [ChannelID]
    /// What is asked without a mention: surges, drops, reminders, digests.
    public var watches = WatchPlans()
    /// When channels may be told something; a channel that is not named may always be.
    public var policies: [ChannelID: ChannelPolicy] = [:]
    /// Digests of where channels lead, so that another address begins anew.
    public var addressDigests: [ChannelID: String] = [:]
    /// What the owner calls rules that have a title.
    public var ruleTitles: [RuleID: String] = [:]
    /// Whether a rule asks what mentions speak of.
    public var asksForAspects = false
    /// A sign of life that somebody outside waits for; nil for none.
    public var heartbeat: Heartbeat?

    /// A configuration; see the properties.
    public init(
        business: String, timeZone: TimeZone, brands: [Brand], sources: [Source],
        pipeline: MentionPipeline, fetcher: FeedFetcher, gate: HostGate,
        decider: AlertDecider, channels: [any Channel], deliveryPolicy: DeliveryPolicy,
        retention: RetentionPolicy, claimLimit: Int,
        hostBudgets: [String: Int] = [:], watch: WatchPolicy = WatchPolicy(),
        healthChannels: [ChannelID] = []
    ) {
        self.business = business
        self.timeZone = timeZone
        self.brands = brands
        self.sources = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
        self.pipeline = pipeline
        self.fetcher = fetcher
        self.gate = gate
        self.decider = decider
        self.channels = Dictionary(channels.map { ($0.id, $0) }) { first, _ in first }
        self.deliveryPolicy = deliveryPolicy
        self.retention = retention
        self.claimLimit = claimLimit
        self.hostBudgets = hostBudgets
        let hosts =
            hostBudgets.isEmpty
            ? []
            : sources.filter(\.isEnabled).map {
                SourceHost.name(of: $0.url.reveal())
            }
        sourcesOfHost = Dictionary(
            hosts.filter { hostBudgets[$0] != nil }.map { ($0, 1) }, uniquingKeysWith: +)
        self.watch = watch
        self.healthChannels = healthChannels
    }

    /// The interval, in seconds, at which the sources of a host together keep to its budget; 0 without a
    /// budget.
    ///
    /// A tenth is left over for further pages.
    func budgetInterval(of host: String) -> TimeInterval {
        guard let budget = hostBudgets[host] else { return 0 }
        return 86_400 * Double(sourcesOfHost[host] ?? 1) / (0.9 * Double(budget))
    }

    /// The calendar day in the owner's zone.
    public var day: @Sendable (Date) -> CalendarDay {
        { [timeZone] in CalendarDay($0, secondsFromGMT: timeZone.secondsFromGMT(for: $0)) }
    }
}

/// What is asked without a mention.
public struct WatchPlans: Sendable {
    /// Rules on more mentions than usual.
    public var surges: [SurgeRule]
    /// Rules on falling ratings and sentiment.
    public var drops: [DropRule]
    /// Rules on mentions that nobody has answered.
    public var reminders: [ReminderRule]
    /// What is told by the day or the week.
    public var digests: [DigestPlan]
    /// When somebody is there to answer.
    public var calendar: BusinessCalendar

    /// Plans; none unless given, and somebody is always there.
    public init(
        surges: [SurgeRule] = [], drops: [DropRule] = [], reminders: [ReminderRule] = [],
        digests: [DigestPlan] = [],
        calendar: BusinessCalendar = BusinessCalendar(hours: nil, holidays: [], timeZone: .gmt)
    ) {
        self.surges = surges
        self.drops = drops
        self.reminders = reminders
        self.digests = digests
        self.calendar = calendar
    }
}

/// A sign of life for a service that raises the alarm when it stops coming.
public struct Heartbeat: Sendable {
    /// The pause between two signs, in seconds.
    public var interval: TimeInterval
    /// Gives the sign; what went wrong as one sentence without a secret, or nil.
    public var give: @Sendable () async -> String?

    /// A sign given by `give` every `interval` seconds.
    public init(interval: TimeInterval, give: @escaping @Sendable () async -> String?) {
        self.interval = interval
        self.give = give
    }
}

/// When a failed delivery is tried again, and when it is given up.
public struct DeliveryPolicy: Sendable, Hashable {
    /// The pauses between attempts.
    public var backoff: Backoff
    /// How long a delivery is tried, in seconds from its making.
    public var patience: TimeInterval

    /// A policy.
    public init(backoff: Backoff, patience: TimeInterval) {
        self.backoff = backoff
        self.patience = patience
    }
}

/// The configuration in force, which a reload replaces while walks go on.
public final class CurrentConfiguration: Sendable {
    /// Guards the configuration.
    private let held: Mutex<MonitorConfiguration>

    /// Holds `configuration` until `replace` is called.
    public init(_ configuration: MonitorConfiguration) {
        held = Mutex(configuration)
    }

    /// The configuration in force; a walk that has it keeps it to its end.
    public var value: MonitorConfiguration { held.withLock { $0 } }

    /// Puts `configuration` in force for the walks that begin from now on.
    public func replace(with configuration: MonitorConfiguration) {
        held.withLock { $0 = configuration }
    }
}
