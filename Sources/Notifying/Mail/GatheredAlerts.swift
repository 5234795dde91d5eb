import FoundationEssentials
import Model

/// Several alerts told in one letter: the most urgent first, each mention once with all that it was
/// told for.
struct GatheredAlerts {
    /// One alert with what is told under it.
    struct Telling {
        var alert: Alert
        /// Its mentions that are told here first.
        var mentions: [Mention]
        /// How many of its mentions stand above already.
        var repeated: Int
    }

    /// Most urgent first, of equals the oldest first.
    let tellings: [Telling]
    /// Why each mention is told.
    let reasons: [MentionID: [String]]
    private let wording: LetterWording

    init(_ wording: LetterWording) {
        self.wording = wording
        let letter = wording.letter
        let byID = Dictionary(letter.mentions.map { ($0.id, $0) }) { first, _ in first }
        let sorted = letter.alerts.sorted {
            ($1.severity, $0.createdAt, $0.id) < ($0.severity, $1.createdAt, $1.id)
        }
        var told: Set<MentionID> = []
        var reasons: [MentionID: [String]] = [:]
        var tellings: [Telling] = []
        for alert in sorted {
            let named = (alert.mentions + alert.notices.flatMap(\.mentions)).compactMap { byID[$0] }
            let reason = Self.reason(of: alert)
            for id in Set(named.map(\.id)) { reasons[id, default: []].append(reason) }
            let new = named.filter { told.insert($0.id).inserted }
            tellings.append(
                Telling(
                    alert: alert, mentions: new,
                    repeated: Set(named.map(\.id)).subtracting(new.map(\.id)).count))
        }
        self.tellings = tellings
        self.reasons = reasons
    }

    /// `12 new complaints in 10 minutes, 9 about delivery`, where all alerts are on complaints; else
    /// `7 alerts since Sat 22:10`; both with the number of critical ones.
    var title: String {
        let alerts = wording.letter.alerts
        let mentions = wording.letter.mentions
        let isBurst =
            alerts.allSatisfy { $0.kind == .mentions } && mentions.count > 1
            && mentions.allSatisfy { $0.sentiment.label == .negative }
        let urgent = Self.urgency(alerts, most: [.critical])
        return (isBurst ? BurstWording(mentions).text : count)
            + (urgent.map { ": \($0)" } ?? "")
    }

    /// `7 alerts since Sat 22:10`.
    var count: String {
        "\(Figures.count(wording.letter.alerts.count)) alerts since \(since)"
    }

    private var since: String {
        let zone = wording.letter.timeZone
        let times = wording.letter.alerts.map(\.createdAt)
        guard let first = times.min(), let last = times.max() else { return "" }
        return MailDate(first, in: zone).recent(beside: MailDate(last, in: zone))
    }

    /// `2 critical, 3 warnings, 1 for information`.
    var summary: String {
        Self.urgency(wording.letter.alerts, most: [.critical, .warning, .info]) ?? ""
    }

    private static func urgency(_ alerts: [Alert], most: [Alert.Severity]) -> String? {
        let parts = most.compactMap { severity -> String? in
            let count = alerts.count { $0.severity == severity }
            guard count > 0 else { return nil }
            return "\(Figures.count(count)) " + name(severity, count: count)
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func name(_ severity: Alert.Severity, count: Int) -> String {
        switch severity {
        case .critical: "critical"
        case .warning: count == 1 ? "warning" : "warnings"
        case .info: "for information"
        }
    }

    /// `Why (alert 7, rule complaints): 1 of 5 stars … Critical: 1 of 5 stars (+2), …`; of a surge,
    /// which says itself what it is about, only its name.
    private static func reason(of alert: Alert) -> String {
        if alert.kind == .surge || alert.kind == .drop {
            return "Also part of alert \(alert.id), rule \(alert.rule)."
        }
        let weighing = LetterWording.urgency(of: alert).map { " " + $0 } ?? ""
        let said = LetterWording.sentence(alert.reason)
        return "Why (alert \(alert.id), rule \(alert.rule)): \(said)\(weighing)"
    }
}
