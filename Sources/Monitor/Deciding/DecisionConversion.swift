import Alerting
import FoundationEssentials
import Model
import Storage

extension AlertCandidate {
    /// The waiting mention in the words of the deciding room.
    init(_ waiting: UndecidedMention, story: Story?) {
        self.init(
            mention: waiting.mention, isNews: waiting.isNews,
            edit: waiting.decidedVersion.map { Edit($0, of: waiting.mention) }, story: story,
            author: waiting.author)
    }
}

extension AlertCandidate.Edit {
    /// An earlier wording of a mention in the words of the deciding room.
    init(_ before: MentionVersion, of mention: Mention) {
        var entry = mention.entry
        entry.title = before.title
        entry.text = before.text
        entry.rating = before.rating
        self.init(
            label: before.label, score: before.score, stars: before.rating?.stars, entry: entry)
    }
}

extension DecisionRecord.NewAlert {
    /// An alert on sources, which no rule of the owner makes.
    init(_ decision: NoticeDecision, channels: [ChannelID]) {
        self.init(
            rule: .sourceHealth, severity: decision.severity, brand: nil, mentions: [],
            notices: decision.notices, reason: decision.reason, channels: channels)
        kind = .sources
    }
}

extension HeldCandidate {
    /// The held row in the words of the deciding room.
    init(_ row: HeldDecision) {
        self.init(
            held: HeldMention(
                group: AlertGroup(rule: row.rule, brand: row.brand), mention: row.mention.id,
                heldSince: row.heldSince, until: row.until, reason: ""),
            mention: row.mention, author: row.author, siteCount: row.siteCount)
    }
}

extension DecisionRecord {
    /// What a batch of decisions changes in the store, where these rows are `held` already.
    init(_ batch: DecisionBatch, decided: [UndecidedMention], held: [HeldDecision], now: Date) {
        let unchanged = Set(held.map { HoldKey($0.rule, $0.brand, $0.mention.id, $0.until) })
        let holds = batch.held.compactMap { held -> Note? in
            let key = HoldKey(held.group.rule, held.group.brand, held.mention, held.until)
            if unchanged.contains(key) { return nil }
            return Note(
                rule: held.group.rule, brand: held.group.brand, mention: held.mention,
                outcome: .held(since: held.heldSince, until: held.until), reason: held.reason)
        }
        // A note on a held row settles the row of its brand; any other note is on no single brand.
        let notes = batch.notes.flatMap { note -> [Note] in
            let rows = batch.released.filter {
                $0.group.rule == note.rule && $0.mention == note.mention
            }
            let brands = rows.isEmpty ? [nil] : rows.map(\.group.brand)
            return brands.map { brand in
                Note(
                    rule: note.rule, brand: brand, mention: note.mention,
                    outcome: .settled(as: note.outcome.rawValue), reason: note.reason)
            }
        }
        self.init(
            alerts: batch.alerts.map {
                var alert = NewAlert(
                    rule: $0.rule, severity: $0.severity, brand: $0.group.brand,
                    mentions: $0.mentions, reason: $0.reason, channels: $0.channels)
                alert.weighing = $0.weighing
                return alert
            },
            notes: holds + notes,
            decided: decided.map {
                DecidedMention(mention: $0.mention.id, version: $0.mention.version)
            },
            now: now)
    }
}

/// A hold as it is compared with what the store has.
private struct HoldKey: Hashable {
    let rule: RuleID
    let brand: BrandID?
    let mention: MentionID
    let until: Date

    init(_ rule: RuleID, _ brand: BrandID?, _ mention: MentionID, _ until: Date) {
        self.rule = rule
        self.brand = brand
        self.mention = mention
        self.until = until
    }
}

extension DecisionRecord {
    /// Puts off what the quiet hours of a channel keep from being told at once.
    mutating func holdBack(by configuration: MonitorConfiguration) {
        for index in alerts.indices {
            let alert = alerts[index]
            for channel in alert.channels {
                alerts[index].notBefore[channel] = configuration.policies[channel]?.notBefore(
                    severity: alert.severity, kind: alert.kind, now: now,
                    timeZone: configuration.timeZone)
            }
        }
    }
}
