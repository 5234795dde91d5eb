import Alerting
import FoundationEssentials
import Model
import Storage

/// What the store would remember while a replay goes on, and the decisions on it.
struct ReplayClock {
    private let rules: ReplayRules
    private let since: Date
    private let until: Date
    private var rehearsal: RuleRehearsal
    private var stories = ReplayStories()
    private var reminders: ReplayReminders
    private var digests: ReplayDigests
    private(set) var report = ReplayReport()
    /// The time on the clock.
    private(set) var now = Date.distantPast

    /// As many mentions as the daemon decides on at once.
    private static let batchLimit = 500

    init(rules: ReplayRules, digests: ReplayDigests, since: Date, until: Date) {
        self.rules = rules
        self.digests = digests
        self.since = since
        self.until = until
        reminders = ReplayReminders(rules: rules)
        rehearsal = RuleRehearsal(
            rules: rules.mentionRules, decider: rules.decider, silences: rules.silences)
    }

    /// First mentions of stories that the batch tells and that have not been seen.
    func unknownFirsts(of batch: ReplayBatch) -> [MentionID] {
        stories.unknownFirsts(of: batch)
    }

    /// Remembers a mention that was seen before the replay began.
    mutating func learn(_ mention: Mention, tells first: MentionID) {
        stories.learn(mention, tells: first)
    }

    /// When the next digest is due; nil if none is.
    var nextDigest: Date? { digests.nextDue }

    /// Makes what is due before the next digest, and that digest.
    mutating func makeDigest(
        from store: any Store, alert: (ReplayedAlert) -> Void
    ) async throws(StorageError) {
        guard let due = digests.nextDue else { return }
        try await digests.learn(since: since, by: due, from: store)
        release(before: due, alert)
        now = max(now, due)
        for digest in digests.take(now: due) where now >= since {
            if digest.isEmpty, !digest.plan.sendsEmpty {
                report.tallies[digest.plan.id, default: .init()].empty += 1
            } else {
                tell(ReplayedAlert(digest, at: now), alert)
            }
        }
    }

    /// Lets go what was due before the batch, and decides on the batch.
    mutating func decide(on batch: ReplayBatch, alert: (ReplayedAlert) -> Void) {
        release(before: batch.at, alert)
        now = batch.at
        digests.see(batch)
        var waiting: [ReplayBatch.Sighting] = []
        for sighting in batch.sightings {
            if let edit = sighting.edit {
                rehearsal.update(sighting.mention)
                guard edit.isDecided else { continue }
                if now >= since { report.edits += 1 }
            }
            waiting.append(sighting)
        }
        if now >= since { report.mentions += batch.arrivals }
        if waiting.isEmpty, rehearsal.nextDue.map({ $0 <= now }) == true { decide(on: [], alert) }
        for start in stride(from: 0, to: waiting.count, by: Self.batchLimit) {
            decide(on: waiting[start...].prefix(Self.batchLimit), alert)
        }
        reminders.take(batch, siteCount: stories.siteCount(toldBy:))
        if reminders.nextDue.map({ $0 <= now }) == true { remind(alert) }
    }

    /// Lets go what is due before the end of the replay.
    mutating func finish(alert: (ReplayedAlert) -> Void) {
        release(before: until, alert)
        now = until
    }

    /// Lets go what cool-downs hold, and makes reminders, each at its time.
    private mutating func release(before end: Date, _ alert: (ReplayedAlert) -> Void) {
        while let due = reminders.nextDue, due < end {
            for step in rehearsal.release(before: due) { take(step, alert) }
            now = max(now, due)
            remind(alert)
            // What would be due again at once would be for ever.
            if let next = reminders.nextDue, next <= due { break }
        }
        for step in rehearsal.release(before: end) { take(step, alert) }
    }

    private mutating func remind(_ alert: (ReplayedAlert) -> Void) {
        for decision in reminders.decide(now: now) {
            digests.noteAlert(on: decision.brand)
            guard now >= since else { continue }
            tell(
                ReplayedAlert(
                    at: now, kind: .reminder, rule: decision.rule, severity: decision.severity,
                    brand: decision.brand, mentions: decision.mentions, reason: decision.reason,
                    channels: decision.channels), alert)
        }
    }

    /// Tells of a surge or a drop.
    mutating func tell(
        _ telling: WatchDecision.Telling, of mentions: [MentionID],
        alert: (ReplayedAlert) -> Void
    ) {
        digests.noteAlert(on: telling.brand)
        guard now >= since else { return }
        tell(
            ReplayedAlert(
                at: now, kind: telling.kind, rule: telling.rule, severity: telling.severity,
                brand: telling.brand, mentions: mentions, reason: telling.reason,
                channels: telling.channels), alert)
    }

    private mutating func decide(
        on waiting: ArraySlice<ReplayBatch.Sighting>, _ alert: (ReplayedAlert) -> Void
    ) {
        let news = waiting.filter { $0.isNews && $0.edit == nil }.map(\.mention)
        let known = stories.stories(of: news, now: now)
        let candidates = waiting.map { sighting in
            AlertCandidate(
                mention: sighting.mention, isNews: sighting.isNews, edit: sighting.edit?.before,
                story: known[sighting.mention.id], author: sighting.author,
                siteCount: sighting.edit == nil
                    ? nil : stories.siteCount(toldBy: sighting.mention.id))
        }
        takeReach(of: known)
        take(rehearsal.decide(on: candidates, at: now), of: waiting, alert)
        takeReach(of: known)
    }

    /// What is held of a story that has spread stands on more sites, be it held before or just now.
    private mutating func takeReach(of known: [MentionID: AlertCandidate.Story]) {
        for story in Set(known.values) {
            for mention in stories.members(of: story.first) {
                rehearsal.update(mention, siteCount: story.siteCount)
            }
        }
    }

    private mutating func take(
        _ step: RuleRehearsal.Step, of sightings: ArraySlice<ReplayBatch.Sighting> = [],
        _ alert: (ReplayedAlert) -> Void
    ) {
        now = max(now, step.at)
        for decision in step.batch.alerts {
            digests.noteAlert(on: decision.group.brand)
            stories.remember(decision.rule, told: decision.mentions, at: now)
            guard now >= since else { continue }
            tell(
                ReplayedAlert(
                    at: now, kind: .mentions, rule: decision.rule, severity: decision.severity,
                    brand: decision.group.brand, mentions: decision.mentions,
                    reason: decision.reason, weighing: decision.weighing,
                    channels: decision.channels), alert)
        }
        for row in step.newlyHeld {
            stories.remember(row.group.rule, told: [row.mention], at: now)
            if now >= since { report.tallies[row.group.rule, default: .init()].held += 1 }
        }
        for note in step.batch.notes {
            if note.outcome.isForDigests {
                digests.noteDecision(
                    by: note.rule, on: Self.brands(of: note, in: step.batch, sightings))
            }
            if note.outcome == .digest {
                stories.remember(note.rule, digested: note.mention, at: now)
            }
            if now >= since {
                report.tallies[note.rule, default: .init()].notes[note.outcome, default: 0] += 1
            }
        }
    }

    /// The brands of a mention that was decided on now, or that was held for one.
    private static func brands(
        of note: DecisionNote, in batch: DecisionBatch,
        _ sightings: ArraySlice<ReplayBatch.Sighting>
    ) -> Set<BrandID> {
        if let sighting = sightings.first(where: { $0.mention.id == note.mention }) {
            return Set(sighting.mention.brands.map(\.brand))
        }
        return Set(
            batch.released.compactMap { row in
                row.mention == note.mention && row.group.rule == note.rule ? row.group.brand : nil
            })
    }

    private mutating func tell(_ told: ReplayedAlert, _ alert: (ReplayedAlert) -> Void) {
        var told = told
        for channel in told.channels {
            told.quietUntil[channel] = rules.policies[channel]?.notBefore(
                severity: told.severity, kind: told.kind, now: now, timeZone: rules.timeZone)
        }
        report.count(told)
        alert(told)
    }
}

extension ReplayedAlert {
    fileprivate init(_ digest: ReplayDigests.Due, at: Date) {
        self.init(
            at: at, kind: .digest, rule: digest.plan.id, severity: .info, mentions: [],
            reason: "“\(digest.plan.name)” is due", channels: digest.plan.channels)
        toldMentions = digest.mentions
    }
}

extension ReplayReport {
    fileprivate mutating func count(_ told: ReplayedAlert) {
        var tally = tallies[told.rule] ?? Tally()
        tally.alerts += 1
        tally.mentions += told.toldMentions ?? told.mentions.count
        if !told.quietUntil.isEmpty { tally.quiet += 1 }
        tallies[told.rule] = tally
    }
}
