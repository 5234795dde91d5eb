public import FoundationEssentials
public import Model
import Scheduling

/// Decides when the owner is told, through the other channels, that a channel can't deliver, and when
/// that it can again.
///
/// A channel is in trouble worth telling when it has failed for longer than `grace`, `leastFailures` times
/// at least, or when its receiver wants no more letters. That is told once; where no other channel works,
/// it is told as soon as one does. Once told, its end is told too.
public struct ChannelHealthDecider: Sendable {
    /// How long a channel fails before anybody is told, in seconds.
    public static let grace: TimeInterval = 900
    /// How often it fails before anybody is told.
    public static let leastFailures = 3

    /// What is known of all channels at one moment.
    public struct Situation: Sendable {
        /// How channels stand; one without a state works.
        public var states: [ChannelState]
        /// What this decider remembers: the marks of the rule `delivery-health`.
        public var marks: [RuleMark]
        /// How many letters wait for each channel.
        public var waiting: [ChannelID: Int]
        /// The channels of the configuration, in its order; states of others are of the past.
        public var configured: [ChannelID]
        /// Those of them that are told of sources and channels, in the order of the configuration.
        public var told: [ChannelID]
        /// The silences; those in force count that name no source, brand or mention, and no other rule.
        public var silences: [AlertSilence]

        /// What is known.
        public init(
            states: [ChannelState], marks: [RuleMark], waiting: [ChannelID: Int],
            configured: [ChannelID], told: [ChannelID], silences: [AlertSilence] = []
        ) {
            self.states = states
            self.marks = marks
            self.waiting = waiting
            self.configured = configured
            self.told = told
            self.silences = silences
        }
    }

    private let clock: LocalClock

    /// Decides; sentences give times in `timeZone`.
    public init(timeZone: TimeZone) { clock = LocalClock(timeZone) }

    /// Decides on all channels of the configuration, in its order; the answer depends on nothing else.
    public func decisions(on situation: Situation, now: Date) -> ChannelHealthBatch {
        let states = Dictionary(situation.states.map { ($0.channel, $0) }) { $1 }
        let working = situation.told.filter { states[$0]?.isInTrouble != true }
        let silences = SilencesInForce(situation.silences, now: now)
        var batch = ChannelHealthBatch()
        for channel in situation.configured {
            let state = states[channel] ?? ChannelState(channel: channel)
            let known = Self.known(of: channel, by: situation.marks)
            guard let told = Self.news(of: state, known: known, now: now) else {
                batch.expect(Self.nextNews(of: state, known: known, now: now))
                continue
            }
            if let silence = silences.silenceOnChannels {
                batch.expect(silence.end)
                continue
            }
            let others = working.filter { $0 != channel }
            let ways = others.isEmpty && told == .works ? working : others
            guard !ways.isEmpty else { continue }
            let reason = ChannelHealthReason(
                state: state, waiting: situation.waiting[channel] ?? 0, clock: clock, now: now)
            batch.alerts.append(
                ChannelHealthDecision(
                    channel: channel, isTrouble: told != .works,
                    severity: told == .works ? .info : .warning, reason: reason.sentence(told),
                    channels: ways,
                    mark: RuleMark(
                        rule: .deliveryHealth, key: channel.rawValue, at: now,
                        value: told.rawValue)))
        }
        return batch
    }

    /// What the owner knows of a channel.
    private static func known(of channel: ChannelID, by marks: [RuleMark]) -> ChannelNews {
        let mark = marks.first { $0.rule == .deliveryHealth && $0.key == channel.rawValue }
        return mark?.value.flatMap(ChannelNews.init) ?? .works
    }

    /// What there is to tell of a channel; nil for nothing new.
    private static func news(of state: ChannelState, known: ChannelNews, now: Date) -> ChannelNews?
    {
        if state.disabledAt != nil { return known == .wantsNone ? nil : .wantsNone }
        guard state.failures > 0 else { return known == .works ? nil : .works }
        let isTrouble = state.failures >= leastFailures && graceEnd(of: state, now: now) <= now
        return known == .works && isTrouble ? .fails : nil
    }

    /// When it has failed for long enough; a failure of the future, as after a clock that was set back, has
    /// already.
    private static func graceEnd(of state: ChannelState, now: Date) -> Date {
        guard let since = state.failingSince, since <= now else { return now }
        return since.addingTimeInterval(grace)
    }

    /// When a failure may become worth telling that is not yet.
    private static func nextNews(of state: ChannelState, known: ChannelNews, now: Date) -> Date? {
        guard known == .works, state.failures > 0, state.disabledAt == nil else { return nil }
        let end = graceEnd(of: state, now: now)
        return end > now ? end : nil
    }
}
