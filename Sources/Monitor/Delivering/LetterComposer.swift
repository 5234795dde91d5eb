import Alerting
import FoundationEssentials
import Model
import Notifying
import Storage

/// Puts letters together from the store as it is at sending.
struct LetterComposer {
    /// So many mentions of a letter are told of in full; a longer list has no room for more.
    private static let fullMentions = 20

    let store: any Store
    let configuration: MonitorConfiguration

    /// What became of the alerts that were to be told.
    enum Composition {
        case letter(Letter)
        /// There is nothing left to tell; why, as a sentence for the owner.
        case nothing(String)
    }

    /// The letter that tells the alerts of `deliveries`, of which the first leads.
    ///
    /// Reminders don't name mentions that were answered meanwhile; those of which every one was are not
    /// in it.
    func compose(_ deliveries: [Delivery]) async throws(StorageError) -> Composition {
        guard let lead = deliveries.first else { return .nothing("there is no delivery") }
        var alerts: [Alert] = []
        var isAnswered = false
        for delivery in deliveries {
            guard let stored = try await store.alert(delivery.alert) else { continue }
            if let alert = try await needed(stored) {
                alerts.append(alert)
            } else {
                isAnswered = true
            }
        }
        alerts.sort { $0.id < $1.id }
        guard let first = alerts.first else {
            return .nothing(
                isAnswered
                    ? "everything that it reminds of was answered before it could be sent"
                    : "the alert was removed before it could be sent")
        }
        var letter = Letter(
            alert: first, delivery: lead, mentions: [], business: configuration.business,
            brandNames: Dictionary(configuration.brands.map { ($0.id, $0.name) }) { first, _ in
                first
            },
            sourceTitles: configuration.sources.compactMapValues(\.title),
            timeZone: configuration.timeZone)
        letter.further = Array(alerts.dropFirst())
        try await addMentions(to: &letter)
        try await addSources(to: &letter)
        for alert in alerts { try await add(alert, to: &letter) }
        return .letter(letter)
    }

    /// The alert without the mentions of a reminder that have an answer by now; nil where every one that
    /// is still stored has.
    private func needed(_ alert: Alert) async throws(StorageError) -> Alert? {
        guard alert.kind == .reminder else { return alert }
        var answered: Set<MentionID> = []
        var isWaiting = false
        for id in alert.mentions {
            guard let mention = try await store.mention(id) else { continue }
            if mention.isOpen { isWaiting = true } else { answered.insert(id) }
        }
        guard !answered.isEmpty else { return alert }
        guard isWaiting else { return nil }
        var alert = alert
        alert.mentions.removeAll(where: answered.contains)
        // The reason tells how it stood when the alert was made.
        alert.reason += AnsweredSince(count: answered.count).text
        return alert
    }

    private func addMentions(to letter: inout Letter) async throws(StorageError) {
        var seen: Set<MentionID> = []
        for alert in letter.alerts {
            for id in alert.mentions + alert.notices.flatMap(\.mentions)
            where seen.insert(id).inserted {
                if let mention = try await store.mention(id) { letter.mentions.append(mention) }
            }
        }
        let tellers = Dictionary(
            letter.alerts.flatMap { alert in alert.mentions.map { ($0, alert) } }
        ) { _, last in last }
        for mention in letter.mentions.prefix(Self.fullMentions) {
            if let alert = tellers[mention.id] {
                letter.edits[mention.id] = try await edit(of: mention, toldBy: alert)
            }
            if mention.incident != nil {
                letter.incidents[mention.id] = try await store.incident(of: mention.id)
            }
        }
    }

    /// What a mention said before the last edit that the alert can have been made on, where that
    /// edit made it worse.
    private func edit(of mention: Mention, toldBy alert: Alert)
        async throws(StorageError) -> Letter.Wording?
    {
        guard mention.version > 1, alert.kind == .mentions else { return nil }
        let versions = try await store.versions(of: mention.id)
        guard let before = versions.last(where: { $0.replacedAt <= alert.createdAt }),
            AlertCandidate.Edit(before, of: mention).isWorse(in: mention)
        else { return nil }
        return Letter.Wording(
            title: before.title, text: before.text, rating: before.rating, label: before.label,
            score: before.score, replacedAt: before.replacedAt)
    }

    /// How the sources stand that the letter is about.
    private func addSources(to letter: inout Letter) async throws(StorageError) {
        let named = Set(letter.alerts.flatMap(\.notices).map(\.source))
        guard !named.isEmpty else { return }
        for state in try await store.sourceStates() where named.contains(state.source) {
            letter.lastReads[state.source] = state.lastSuccess
            letter.answers[state.source] = state.answer
        }
    }

    /// What letters about an alert of this kind tell besides.
    private func add(_ alert: Alert, to letter: inout Letter) async throws(StorageError) {
        switch alert.kind {
        case .digest:
            guard let period = alert.period else { return }
            let plan =
                configuration.watches.digests.first { $0.id == alert.rule }
                ?? DigestPlan(id: alert.rule)
            letter.digest = try await DigestBook(store: store, configuration: configuration)
                .digest(of: plan, period: period)
        case .reminder:
            try await addReminders(of: alert, to: &letter)
        case .channel:
            guard let channel = alert.channel else { return }
            letter.channelState = try await store.channelStates().first { $0.channel == channel }
            letter.waitingLetters = try await store.pendingDeliveries()[channel] ?? 0
        case .mentions, .sources, .surge, .drop, .test: return
        }
    }

    private func addReminders(of alert: Alert, to letter: inout Letter)
        async throws(StorageError)
    {
        let named = Set(alert.mentions)
        let oldest = letter.mentions.filter { named.contains($0.id) }.map(\.occurredAt).min()
        guard let oldest else { return }
        let waiting = try await store.unanswered(
            labels: [], since: oldest, rule: alert.rule, aspects: false)
        let rule = configuration.watches.reminders.first { $0.id == alert.rule }
        for row in waiting where named.contains(row.mention.id) {
            let since = try await WaitStart(store: store)
                .start(of: row.mention, labels: rule?.conditions.labels ?? [])
            letter.reminders[row.mention.id] = Letter.Reminder(since: since, count: row.reminders)
        }
    }
}
