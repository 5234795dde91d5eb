import Alerting
import FoundationEssentials
import Matching
import Model
import Monitor
import Reporting
import Settings
import Storage

/// One replay of rules, gathered into its page.
struct ReplayRun {
    /// The rules that are tried, and what belongs to them.
    let settings: Settings
    /// The rules that are tried; empty for all that are on.
    let only: Set<RuleID>
    /// The brand whose alerts count; nil for any.
    let brand: BrandID?
    let heedsSilences: Bool
    /// How many alerts are listed; nil for none.
    let listLimit: Int?
    let reader: Reader

    /// The types of rules whose deciders can be asked about the past.
    private static let replayedTypes: Set<String> = [
        "mention", "surge", "drop", "unanswered", "digest",
    ]

    private var book: RuleBook { RuleBook(settings: settings) }

    /// Fails for a rule or a brand that is not configured.
    func check() throws(CommandFailure) {
        let known = settings.ruleOrder + settings.rules.map(\.id)
        for rule in only.sorted() where !known.contains(rule) {
            let names = Set(known).sorted().map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "no rule is called \(rule); there are: \(names)")
        }
        if let brand, !settings.brands.contains(where: { $0.brand.id == brand }) {
            let names = settings.brands.map(\.brand.id.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "no brand is called \(brand); there are: \(names)")
        }
    }

    func page(
        in store: any Store, since: Date, until: Date, progress: (String) -> Void
    ) async throws -> ReplayPage {
        let rules = try await rules(store)
        var tally = ReplayTally(run: self)
        let report = try await RuleReplay(store: store, rules: rules).run(
            since: since, until: until,
            progress: { progress(Self.text($0)) }, alert: { tally.add($0) })
        try await addSent(to: &tally, store, since: since, until: until)
        return ReplayPage(
            start: since, end: until, mentions: report.mentions, edits: report.edits,
            rules: tally.rows(of: report, book), hours: tally.hours,
            alerts: listLimit == nil ? nil : tally.alerts,
            notes: try await notes(store, tally, report, since: since))
    }

    private func rules(_ store: any Store) async throws -> ReplayRules {
        var rules = ReplayRules(
            mentionRules: tried(settings.rules, \.id, \.isEnabled),
            brands: settings.brands.map(\.brand))
        rules.surges = tried(settings.surges, \.id, \.isEnabled)
        rules.drops = tried(settings.drops, \.id, \.isEnabled)
        rules.reminders = tried(settings.reminders, \.id, \.isEnabled)
        // A digest is about all the brands it tells of.
        if brand == nil { rules.digests = tried(settings.digests, \.id, \.isEnabled) }
        rules.sources = settings.sources
        rules.calendar = settings.business.calendar
        for channel in settings.channels { rules.policies[channel.id] = channel.policy }
        rules.timeZone = settings.business.timeZone
        rules.asksForAspects =
            rules.mentionRules.contains { !$0.conditions.aspects.isEmpty }
            || rules.reminders.contains { !$0.conditions.aspects.isEmpty }
        if heedsSilences { rules.silences = try await store.silences() }
        return rules
    }

    /// The rules that are tried; one that is named is tried even if it is off.
    private func tried<Rule>(
        _ rules: [Rule], _ id: KeyPath<Rule, RuleID>, _ isEnabled: WritableKeyPath<Rule, Bool>
    ) -> [Rule] {
        rules.compactMap { rule in
            guard isMeant(rule[keyPath: id]) else { return nil }
            var rule = rule
            if !only.isEmpty { rule[keyPath: isEnabled] = true }
            return rule[keyPath: isEnabled] ? rule : nil
        }
    }

    /// Whether alerts of a rule count at all.
    func isMeant(_ rule: RuleID) -> Bool { only.isEmpty || only.contains(rule) }

    /// Whether a type of rules is replayed.
    func isReplayed(_ type: String) -> Bool {
        Self.replayedTypes.contains(type) && (type != "digest" || brand == nil)
    }

    private func addSent(
        to tally: inout ReplayTally, _ store: any Store, since: Date, until: Date
    ) async throws {
        var window = Page(limit: 2000)
        while true {
            let page = try await store.alerts(since: since, page: window)
            for alert in page.rows where alert.createdAt < until { tally.add(sent: alert) }
            guard page.rows.count == window.limit else { return }
            window = Page(offset: window.offset + window.limit, limit: window.limit)
        }
    }

    private func notes(
        _ store: any Store, _ tally: ReplayTally, _ report: ReplayReport, since: Date
    ) async throws -> [String] {
        var notes: [String] = []
        let left = book.rows(now: reader.time.now).filter {
            !isReplayed($0.type) && $0.isEnabled && isMeant($0.id)
        }
        if !left.isEmpty {
            notes.append(
                "not replayed: "
                    + left.map { "\($0.id) (\($0.type))" }.joined(separator: ", "))
        }
        if left.contains(where: { $0.type == "sources" || $0.type == "channels" }) {
            notes.append("how sources and channels stood at each moment of the past is not stored")
        }
        for plan in settings.digests {
            guard let empty = report.tallies[plan.id]?.empty, empty > 0 else { continue }
            notes.append(
                "\(plan.id) would have had nothing to tell \(empty) times, and not been sent")
        }
        if try await store.historyCount(since: .distantPast) > store.historyCount(since: since),
            settings.retention.mentions != nil || report.mentions == 0
        {
            notes.append("mentions that were pruned can't be replayed")
        }
        if brand != nil {
            notes.append(
                "what made no alert (held, digest, silenced, copies, history) is of any brand")
        }
        if let limit = listLimit, tally.count > limit {
            notes.append(
                "\(limit) of \(tally.count) alerts are listed; --limit \(tally.count) lists all")
        }
        if !settings.reminders.isEmpty {
            notes.append("answers without a date count as given at once")
        }
        return notes
    }

    private static func text(_ progress: RuleReplay.Progress) -> String {
        let percent = progress.done * 100 / max(1, progress.total)
        return "\(progress.done) of \(progress.total) mentions replayed (\(percent) %)"
    }
}

/// What a replay has told so far.
struct ReplayTally {
    private let run: ReplayRun
    private(set) var hours = ReplayPage.Hours()
    /// The first of the alerts, as many as are listed.
    private(set) var alerts: [ReplayPage.Alert] = []
    /// Alerts that count.
    private(set) var count = 0
    private var replayed: [RuleID: (alerts: Int, mentions: Int, quiet: Int)] = [:]
    private var sent: [RuleID: Int] = [:]

    init(run: ReplayRun) { self.run = run }

    /// Counts an alert that would have been made.
    mutating func add(_ alert: ReplayedAlert) {
        guard run.brand == nil || alert.brand == run.brand else { return }
        count += 1
        hours.replayed[run.reader.time.hour(of: alert.at), default: 0] += 1
        var sum = replayed[alert.rule] ?? (0, 0, 0)
        sum.alerts += 1
        sum.mentions += alert.toldMentions ?? alert.mentions.count
        if !alert.quietUntil.isEmpty { sum.quiet += 1 }
        replayed[alert.rule] = sum
        guard let limit = run.listLimit, alerts.count < limit else { return }
        alerts.append(
            ReplayPage.Alert(
                at: alert.at, rule: alert.rule, severity: alert.severity, brand: alert.brand,
                mentions: alert.mentions, reason: Self.reason(of: alert),
                quietUntil: alert.quietUntil.values.max()))
    }

    /// Counts an alert that was made.
    mutating func add(sent alert: Alert) {
        guard run.isMeant(alert.rule), run.brand == nil || alert.brand == run.brand,
            ![.test, .sources, .channel].contains(alert.kind),
            alert.kind != .digest || run.isReplayed("digest")
        else { return }
        sent[alert.rule, default: 0] += 1
        hours.sent[run.reader.time.hour(of: alert.createdAt), default: 0] += 1
    }

    /// One row a rule: those that are configured, then those that are gone but sent something.
    func rows(of report: ReplayReport, _ book: RuleBook) -> [ReplayPage.Rule] {
        let configured = book.rows(now: run.reader.time.now).filter {
            run.isReplayed($0.type) && run.isMeant($0.id) && ($0.isEnabled || !run.only.isEmpty)
        }
        let rows = configured.map { row in
            self.row(row.id, type: row.type, isReplayed: true, report)
        }
        let known = Set(configured.map(\.id))
        return rows
            + sent.keys.filter { !known.contains($0) }.sorted().map {
                row($0, type: book.type(of: $0) == nil ? "gone" : "off", isReplayed: false, report)
            }
    }

    /// A digest's reason says how much it would have told.
    private static func reason(of alert: ReplayedAlert) -> String {
        guard let count = alert.toldMentions else { return alert.reason }
        return "\(alert.reason): \(count == 1 ? "1 new mention" : "\(count) new mentions")"
    }

    private func row(
        _ id: RuleID, type: String, isReplayed: Bool, _ report: ReplayReport
    ) -> ReplayPage.Rule {
        let sum = replayed[id] ?? (0, 0, 0)
        let tally = report.tallies[id] ?? ReplayReport.Tally()
        var row = ReplayPage.Rule(
            id: id, type: type, alerts: isReplayed ? sum.alerts : nil, sent: sent[id] ?? 0)
        row.mentions = sum.mentions
        row.quiet = sum.quiet
        row.held = tally.held
        row.digest = tally.notes[.digest] ?? 0
        row.silenced = tally.notes[.silenced] ?? 0
        row.copies = tally.notes[.copy] ?? 0
        row.history = (tally.notes[.baseline] ?? 0) + (tally.notes[.metBefore] ?? 0)
        return row
    }
}
