import FoundationEssentials
import Model

/// What the owner reads of a source that can be read: that it recovered, is quiet, or speaks again.
struct WellWording {
    let wording: HealthWording
    let policy: WatchPolicy
    let now: Date

    func recovery(
        of state: SourceState, reading: SourceVigil.Reading, isSilent: Bool
    ) -> HealthNotice {
        let since = state.healthSince ?? state.failingSince ?? now
        var sentence =
            "\(wording.name) is well \(reading.isBaseline ? "now" : "again"): it \(Self.past(state.health)) for "
            + "\(wording.span(now.timeIntervalSince(since))), since \(wording.time(since))."
        if reading.isBaseline {
            sentence += " What it lists now counts as history and does not alert."
        } else if reading.isCovered {
            sentence += " Nothing was missed: it still lists what it listed before."
        } else {
            sentence +=
                " Entries that came and went in that time may have been missed: it lists nothing "
                + "of what it listed before."
        }
        if isSilent, let last = reading.cadence.lastArrival {
            sentence += " But it has brought nothing new since \(wording.time(last))."
        }
        return HealthNotice(kind: .recovered, detail: sentence, since: since)
    }

    private static func past(_ health: SourceHealth) -> String {
        switch health {
        case .unreadable: "could not be read"
        case .gone: "was gone"
        case .waiting, .well, .quiet, .unreachable: "brought nothing"
        }
    }

    func silence(_ cadence: Cadence) -> HealthNotice {
        let last = cadence.lastArrival
        let time = last.map { ", since \(wording.time($0))" } ?? ""
        let detail =
            "\(wording.name) answers, but has brought nothing new for "
            + "\(HealthWording.count(cadence.silentDays, "day"))\(time). It used to bring something "
            + "\(Self.pace(cadence.activeShare)); a silence like this happens to a well source "
            + "\(chance). Look at it in a browser: its address or its search may have changed."
        return HealthNotice(kind: .quiet, detail: detail, since: last)
    }

    func speech(since: Date?) -> HealthNotice {
        var silence = ""
        if let since {
            let span = wording.span(now.timeIntervalSince(since))
            silence = " after \(span) of silence, since \(wording.time(since))"
        }
        return HealthNotice(
            kind: .recovered, detail: "\(wording.name) brings news again\(silence).", since: since)
    }

    /// How often something came, by the share of days on which it did.
    private static func pace(_ share: Double) -> String {
        if share >= 0.95 { return "every day" }
        if share >= 0.28 { return "on \(Int((share * 7).rounded())) of 7 days" }
        return "once in \(Int((1 / max(share, 0.001)).rounded())) days"
    }

    /// How often a silence that is told happens though nothing is wrong.
    private var chance: String {
        let rate = policy.falseAlarmsPerYear
        if rate > 1.5 { return "no more than \(Int(rate.rounded())) times a year" }
        let years = Int((1 / max(rate, 0.001)).rounded())
        return years <= 1 ? "no more than once a year" : "no more than once in \(years) years"
    }
}
