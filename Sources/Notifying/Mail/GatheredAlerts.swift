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
    private var book: any PhraseBook { wording.letter.book }

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
            let reason = Self.reason(of: alert, in: wording)
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
        let urgent = urgency([.critical])
        return (isBurst ? BurstWording(mentions, in: book).text : count)
            + (urgent.map { book.colon + $0 } ?? "")
    }

    /// `7 alerts since Sat 22:10`.
    var count: String {
        book.title(.alertsSince(wording.letter.alerts.count, since))
    }

    private var since: String {
        let times = wording.letter.alerts.map(\.createdAt)
        guard let first = times.min(), let last = times.max() else { return "" }
        return wording.letter.date(first).recent(beside: wording.letter.date(last))
    }

    /// `2 critical, 3 warnings, 1 for information`.
    var summary: String {
        urgency([.critical, .warning, .info]) ?? ""
    }

    private func urgency(_ severities: [Alert.Severity]) -> String? {
        let parts = severities.compactMap { severity -> String? in
            let count = wording.letter.alerts.count { $0.severity == severity }
            return count > 0 ? book.count(.severity(severity, count)) : nil
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// `Why (alert 7, rule complaints): 1 of 5 stars … Critical: 1 of 5 stars (+2), …`; of a surge,
    /// which says itself what it is about, only its name.
    private static func reason(of alert: Alert, in wording: LetterWording) -> String {
        let book = wording.letter.book
        if alert.kind == .surge || alert.kind == .drop {
            return book.note(.alsoPart(alert.id, alert.rule))
        }
        return book.note(
            .whyAlert(
                alert.id, alert.rule, said: wording.reason(of: alert),
                urgency: wording.urgency(of: alert)))
    }
}
