import FoundationEssentials
public import Model
import TextProcessing

/// How a source stands, as a sentence for the owner.
public enum SourceSentence {
    /// The sentence without the source's name and without a full stop; text of servers is sanitized.
    public static func text(
        _ source: Source, state: SourceState?, time: TimeText
    ) -> String {
        let condition = SourceCondition(source: source, state: state)
        let since = state?.healthSince.map { " since \(moment($0, time))" } ?? ""
        let failure = state?.lastFailure.map { ": " + TerminalText.sanitized($0.detail) } ?? ""
        switch condition {
        case .ok: return "well" + news(state, time)
        case .failing: return failing(state, time) + failure
        case .unreachable: return "unreachable\(since)" + failure
        case .unreadable: return "answers, but can't be read\(since)" + failure
        case .gone:
            return "gone for good\(since); it is looked at once a day" + failure
        case .quiet:
            return "suspiciously quiet\(since)" + news(state, time)
                + "; look at the site itself, or at what the address gives"
        case .waiting: return "not polled so far; the daemon does it soon after its start or reload"
        case .paused:
            let since = state?.pausedAt.map { " since \(moment($0, time))" } ?? ""
            return "paused\(since); `repute source resume \(source.id)` polls it again"
        case .disabled: return "disabled in the configuration"
        case .imported: return "filled by `repute import`, never polled"
        }
    }

    private static func news(_ state: SourceState?, _ time: TimeText) -> String {
        guard let last = state?.cadence.lastArrival ?? state?.lastChange else { return "" }
        return ", something new came last \(time.relative(last))"
    }

    private static func failing(_ state: SourceState?, _ time: TimeText) -> String {
        let failures = state?.failures ?? 0
        let polls = failures == 1 ? "the last poll" : "the last \(failures) polls"
        let since = state?.failingSince.map { ", since \(moment($0, time))" } ?? ""
        let reason = state?.lastFailure.map { " (\($0.reason.rawValue))" } ?? ""
        return "\(polls) failed\(reason)\(since)"
    }

    /// `2026-11-22 10:30 (2 d ago)`.
    private static func moment(_ date: Date, _ time: TimeText) -> String {
        "\(time.absolute(date)) (\(time.relative(date)))"
    }
}
