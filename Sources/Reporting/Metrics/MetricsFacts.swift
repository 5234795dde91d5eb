public import FoundationEssentials
public import Model

/// What is known of a daemon at one moment, for its metrics.
public struct MetricsFacts: Sendable {
    /// The process.
    public struct Process: Sendable, Hashable {
        /// When it began.
        public var start: Date
        /// Memory that is in use, in bytes; nil where the system doesn't say.
        public var residentBytes: Int?
        /// Processor time that was used so far, in seconds.
        public var processorSeconds: Double?
        /// Open file descriptors.
        public var descriptors: Int?
        /// How many file descriptors may be open.
        public var descriptorLimit: Int?

        /// A process of which nothing but its start is known.
        public init(start: Date) { self.start = start }
    }

    /// One of the loops that the daemon consists of.
    public struct Loop: Sendable, Hashable {
        /// `poll`, `decide`, `maintenance` or `deliver`.
        public var name: String
        /// The channel of a `deliver` loop.
        public var channel: ChannelID?
        /// Seconds since it last moved.
        public var age: Double
        /// Whether it could go all its way the last time.
        public var isWell: Bool

        /// A loop.
        public init(name: String, channel: ChannelID?, age: Double, isWell: Bool) {
            self.name = name
            self.channel = channel
            self.age = age
            self.isWell = isWell
        }
    }

    /// The files of the store, in bytes; nil where the system doesn't say.
    public struct Files: Sendable, Hashable {
        /// The database.
        public var store: Int?
        /// Its write-ahead log; nil where there is none.
        public var log: Int?
        /// What others than root may still write to the file system that it is on.
        public var free: Int?

        /// Nothing known.
        public init() {}
    }

    /// What the store answered.
    public struct Stored: Sendable {
        /// How the sources stand.
        public var states: [SourceState]
        /// Mentions by source and label, those that retention removed included; nil where they could not
        /// be counted in time.
        public var counts: [SourceCounts]?
        /// How the outbox stands.
        public var outbox: StatusPage.Outbox
        /// When the oldest complaint occurred that waits for an answer; nil if none does.
        public var oldestComplaint: Date?

        /// An answer.
        public init(
            states: [SourceState], counts: [SourceCounts]?, outbox: StatusPage.Outbox,
            oldestComplaint: Date?
        ) {
            self.states = states
            self.counts = counts
            self.outbox = outbox
            self.oldestComplaint = oldestComplaint
        }
    }

    /// What time it is.
    public var now: Date
    /// The release that runs.
    public var version: String
    /// The configured sources, whatever their state.
    public var sources: [Source]
    /// The configured channels.
    public var channels: [ChannelID]
    /// Up to how many sources have figures of their own.
    public var sourceLimit: Int
    /// The configured ages after which something is removed, in seconds, by what it is.
    public var retention: [(kind: String, age: Double)] = []
    /// The process.
    public var process: Process
    /// The loops, in the order in which they are shown.
    public var loops: [Loop] = []
    /// What the loops did.
    public var work = WorkCounts()
    /// When the configuration in force was read.
    public var configured: Date
    /// Whether the last configuration that was read is in force.
    public var isConfigurationGood = true
    /// The files of the store.
    public var files = Files()
    /// What the store answered; nil where it did not.
    public var stored: Stored?

    /// Facts on a daemon that has done nothing so far.
    public init(
        now: Date, version: String, sources: [Source], channels: [ChannelID], sourceLimit: Int,
        process: Process, configured: Date
    ) {
        self.now = now
        self.version = version
        self.sources = sources
        self.channels = channels
        self.sourceLimit = sourceLimit
        self.process = process
        self.configured = configured
    }
}
