public import Alerting
import CurlTransport
public import Fetching
public import Foundation
import Health
public import Matching
import Model
public import Monitor
public import Notifying
import Parsing
import SQLiteStorage
import Scheduling
public import Scoring
public import Settings
public import Storage
import Synchronization

/// The parts of Repute, made from the settings; the only place that knows every concrete type.
///
/// What needs the network or the disk is made when it is first asked for, so that a command that
/// only scores a text starts neither.
public final class Assembly: Sendable {
    /// What everything here was made from.
    public let settings: Settings
    /// What finds the brands of an entry.
    public let matcher: BrandMatcher
    /// What scores a text, overlays included.
    public let scorer: SentimentScorer
    private let resources: TransportPool

    /// Puts together what `settings` ask for; reads the lexicon overlays.
    ///
    /// - Throws: `.lexicon` with file and line for an overlay that can't be read.
    public init(settings: Settings) throws(AssemblyError) {
        self.settings = settings
        matcher = BrandMatcher(settings.brands)
        scorer = SentimentScorer(lexicon: try Self.lexicon(settings.lexicons))
        resources = TransportPool()
    }

    private init(settings: Settings, resources: TransportPool) throws(AssemblyError) {
        self.settings = settings
        matcher = BrandMatcher(settings.brands)
        scorer = SentimentScorer(lexicon: try Self.lexicon(settings.lexicons))
        self.resources = resources
    }

    /// An assembly for a machine without a configuration: embedded defaults, no brand, no source.
    public static func standalone() -> Assembly {
        do {
            return try Assembly(settings: .standard)
        } catch {
            preconditionFailure("the embedded defaults name no file: \(error)")
        }
    }

    /// The same parts for other settings; connections stay open where their settings are the same.
    public func reassembled(for settings: Settings) throws(AssemblyError) -> Assembly {
        try Assembly(settings: settings, resources: resources)
    }

    /// What an entry goes through before it is stored.
    public var pipeline: MentionPipeline { pipeline(scoringBy: scorer) }

    /// The same with another scorer, to try its words.
    public func pipeline(scoringBy scorer: SentimentScorer) -> MentionPipeline {
        MentionPipeline(matcher: matcher, scorer: scorer, recipes: settings.recipes.recipes)
    }

    /// Fetches feeds as `polling` in the settings says.
    public var fetcher: FeedFetcher {
        FeedFetcher(transport: transport, settings: fetchSettings)
    }

    /// Fetches feeds like `fetcher`, and from the hosts of `addresses` too, wherever they are: an
    /// address that a person typed is meant, one that a feed or a redirect names may not be.
    public func fetcher(reaching addresses: [String]) -> FeedFetcher {
        var settings = transportSettings
        settings.allowPrivateNetworks += addresses.compactMap {
            URL(string: $0)?.host().flatMap { AllowedNetwork($0) }
        }
        return FeedFetcher(
            transport: resources.transport(for: settings), settings: fetchSettings)
    }

    /// How long the settings keep things.
    public var retentionPolicy: RetentionPolicy {
        let retention = settings.retention
        return RetentionPolicy(
            mentions: retention.mentions, sources: retention.sources, authors: retention.authors,
            outbox: retention.outbox)
    }

    /// Opens the store; `create` is for the daemon, which may make file and folder.
    public func openStore(create: Bool) async throws(StorageError) -> any Store {
        try await SQLiteFile.open(at: settings.storagePath, create: create)
    }

    /// Everything that the walks take from these settings.
    public func monitorConfiguration() -> MonitorConfiguration {
        let polling = settings.polling
        var configuration = MonitorConfiguration(
            business: settings.business.name, timeZone: settings.business.timeZone,
            brands: settings.brands.map(\.brand), sources: settings.sources, pipeline: pipeline,
            fetcher: fetcher,
            gate: HostGate(
                limit: polling.concurrency, limitPerHost: polling.requestsPerHost,
                spacing: polling.hostSpacing, time: .system),
            decider: decider, channels: channels, deliveryPolicy: .standard,
            retention: retentionPolicy,
            claimLimit: max(64, polling.concurrency * 4), hostBudgets: polling.hostBudgets,
            watch: WatchPolicy(
                grace: settings.health.grace,
                falseAlarmsPerYear: settings.health.falseAlarmsPerYear,
                delistedAfter: settings.health.delistedAfter),
            healthChannels: settings.health.channels)
        configuration.watches = WatchPlans(
            surges: settings.surges, drops: settings.drops, reminders: settings.reminders,
            digests: settings.digests, calendar: settings.business.calendar)
        for channel in settings.channels {
            configuration.policies[channel.id] = channel.policy
            configuration.addressDigests[channel.id] = channel.addressDigest
        }
        configuration.ruleTitles = Dictionary(
            settings.rules.compactMap { rule in rule.title.map { (rule.id, $0) } }
        ) { first, _ in first }
        configuration.asksForAspects = settings.rules.contains { !$0.conditions.aspects.isEmpty }
        configuration.heartbeat = heartbeat
        return configuration
    }

    /// The sign of life that the settings ask for.
    private var heartbeat: Heartbeat? {
        guard let wanted = settings.heartbeat else { return nil }
        let ping = HeartbeatPing(url: wanted.url, transport: transport)
        return Heartbeat(interval: wanted.interval) { await ping.problem() }
    }

    /// Decides by the rules of the settings.
    public var decider: AlertDecider {
        AlertDecider(rules: settings.rules, brands: settings.brands.map(\.brand))
    }

    /// The channels of the settings.
    public var channels: [any Channel] {
        settings.channels.map { channel -> any Channel in
            switch channel.kind {
            case .sendmail(let mail): SendmailChannel(id: channel.id, settings: mail)
            case .smtp(let mail):
                SMTPChannel(id: channel.id, settings: mail, transport: resources.mailTransport)
            case .webhook(let hook):
                WebhookChannel(id: channel.id, settings: hook, transport: transport)
            case .exec(let command): ExecChannel(id: channel.id, settings: command)
            }
        }
    }

    /// Makes the stored sources those of the settings; new ones are polled at once, spread over a
    /// moment so that many do not start together, or all now if `allNow` says so.
    public func registerSources(
        in store: any Store, now: Date, allNow: Bool
    ) async throws(StorageError) {
        let sources = settings.sources
        let places = Dictionary(
            sources.enumerated().map { ($1.id, $0) }
        ) { first, _ in first }
        let interval = settings.polling.interval
        try await store.register(sources.map(registered), now: now) { id in
            if allNow { return now }
            return PollSchedule(interval: interval).firstPoll(
                index: places[id] ?? 0, count: sources.count, now: now,
                random: Double.random(in: 0..<1))
        }
    }

    /// Ends connections; the assembly is not used after that.
    public func shutdown() async { await resources.shutdown() }

    private func registered(_ source: Source) -> RegisteredSource {
        RegisteredSource(
            id: source.id, kind: source.kind, urlDigest: FeedFetcher.urlDigest(of: source),
            readingDigest: ReadingDigest.digest(of: source, brands: settings.brands),
            isEnabled: source.isPolled)
    }

    private var transport: CurlTransport { resources.transport(for: transportSettings) }

    private var transportSettings: TransportSettings {
        let polling = settings.polling
        return TransportSettings(
            userAgent: userAgent, certificateAuthorities: polling.certificateFile,
            proxy: polling.proxy,
            allowPrivateNetworks: polling.allowedPrivateNetworks.compactMap { AllowedNetwork($0) },
            maxConnectionsPerHost: polling.requestsPerHost)
    }

    private var fetchSettings: FetchSettings {
        let polling = settings.polling
        return FetchSettings(
            userAgent: userAgent,
            limits: TransferLimits(
                connectTimeout: .seconds(polling.connectTimeout),
                totalTimeout: .seconds(polling.timeout), maxBodySize: polling.bodyLimit),
            allowFiles: polling.allowedFolders)
    }

    private var userAgent: String {
        if let own = settings.polling.userAgent { return own }
        let contact = settings.business.contact.map { " (+mailto:\($0))" } ?? ""
        return "Repute/\(Version.current)\(contact)"
    }

    private static func lexicon(_ overlays: [String]) throws(AssemblyError) -> Lexicon {
        var lexicon = Lexicon.embedded
        for path in overlays {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw AssemblyError(
                    reason: .lexicon,
                    detail: "the lexicon overlay \(path) can't be read; check `lexicons`")
            }
            do throws(LexiconError) {
                lexicon = lexicon.adding(
                    try LexiconOverlay(parsing: String(decoding: bytes, as: UTF8.self), file: path))
            } catch {
                throw AssemblyError(reason: .lexicon, detail: error.description)
            }
        }
        return lexicon
    }
}

extension DeliveryPolicy {
    /// From half a minute, doubling up to an hour, for three days.
    public static let standard = DeliveryPolicy(
        backoff: Backoff(base: 30, cap: 3600), patience: 3 * 86_400)
}
