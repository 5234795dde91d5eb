public import Alerting
public import FoundationEssentials
public import Matching
public import Model
public import Notifying
public import Scheduling

/// The whole configuration, checked: what holds a `Settings` can rely on all of it.
///
/// Every reference leads somewhere, every query is compiled, every recipe is filled in, every
/// secret is read, and every path is relative to the working folder or absolute.
public struct Settings: Sendable {
    /// The files that were read, the main file first.
    public var files: [String]
    /// Who the owner is, and when somebody is there.
    public var business: BusinessSettings
    /// The SQLite file; default `/var/lib/repute/repute.db`.
    public var storagePath: String
    /// How long things are kept.
    public var retention: RetentionSettings
    /// How sources are fetched.
    public var polling: PollingSettings
    /// When and how the owner is told of sources themselves.
    public var health: HealthSettings
    /// In the order of the files; ids are unique.
    public var brands: [BrandDefinition]
    /// In the order of the files, disabled ones included; ids are unique.
    public var sources: [Source]
    /// Where each of `sources` stands in the files.
    public var origins: [SourceID: SourceOrigin]
    /// The rules on single mentions, in the order of the files.
    ///
    /// Where no rule of any kind is configured: `defaultRule`, if there is a channel to tell. No two
    /// rules and digests have the same id.
    public var rules: [AlertRule]
    /// The rules on more mentions than usual, in the order of the files.
    public var surges: [SurgeRule]
    /// The rules on falling ratings and sentiment, in the order of the files.
    public var drops: [DropRule]
    /// The rules on mentions that nobody answers, in the order of the files.
    public var reminders: [ReminderRule]
    /// The ids of all rules of whatever kind, in the order of the files.
    public var ruleOrder: [RuleID]
    /// What is sent by the calendar, in the order of the files.
    public var digests: [DigestPlan]
    /// In the order of the files; ids are unique.
    public var channels: [ChannelSettings]
    /// The owner's templates of replies, in the order of the files; ids are unique, and none begins
    /// with `StandardReplies.prefix`.
    public var replies: [ReplyTemplate] = []
    /// The recipes that sources of these settings may name.
    public var recipes: RecipeLibrary
    /// Paths of the files that add to the sentiment lexicon, in the order in which they apply.
    public var lexicons: [String]
    /// Who is told that Repute lives; nil for nobody.
    public var heartbeat: HeartbeatSettings?
    /// Where a monitoring system asks the daemon how it is; nil for nowhere.
    public var metrics: MetricsSettings?
    /// The least urgent line that the daemon writes to its log.
    public var logLevel: LogLevel
    /// What is doubtful but does not stop Repute.
    public var warnings: [SettingsProblem]
}

/// Where a source stands in the configuration.
public struct SourceOrigin: Sendable, Hashable {
    /// The file, as it is in `Settings.files`.
    public var file: String
    /// The line of its id, from 1.
    public var line: Int
    /// Whether the file is a drop-in that holds this source and nothing else.
    public var isAlone: Bool
    /// The recipe that it names, of whatever format; nil if it gives an address.
    public var recipe: String?
}

/// Who the owner is, and when somebody is there.
public struct BusinessSettings: Sendable, Hashable {
    /// The name that mails and reports carry; default `Repute`.
    public var name: String
    /// The language of letters to channels that name none; default English.
    public var language: LetterLanguage
    /// The zone of business hours, reports and mails; default UTC.
    public var timeZone: TimeZone
    /// When somebody is there to answer; nil means always.
    public var hours: BusinessHours?
    /// The days on which nobody is.
    public var holidays: Set<Holiday>
    /// The mail address that polled servers and customers can write to; part of the User-Agent and of
    /// replies.
    public var contact: String?
    /// The person who signs replies; nil if the configuration doesn't say.
    public var owner: String?

    /// When somebody is there to answer, by hours, holidays and zone.
    public var calendar: BusinessCalendar {
        BusinessCalendar(hours: hours, holidays: holidays, timeZone: timeZone)
    }
}

/// How long things are kept.
public struct RetentionSettings: Sendable, Hashable {
    /// Seconds that a mention is kept after it was first seen; nil, the default, means for ever.
    public var mentions: TimeInterval?
    /// The same by source, for the sources that set it.
    public var sources: [SourceID: TimeInterval?]
    /// Seconds that the name of an author is kept after the mention was closed, after its first sight
    /// where it never was; nil, the default, means for ever.
    public var authors: TimeInterval?
    /// Seconds that a delivery is kept after it was delivered or given up, default 30 days; nil means
    /// for ever.
    public var outbox: TimeInterval?
}

/// The least urgent line that the daemon writes to its log, by swift-log's names.
public enum LogLevel: String, Sendable, Hashable, CaseIterable {
    case trace
    case debug
    case info
    case notice
    case warning
    case error
    case critical
}
