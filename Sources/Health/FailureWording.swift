import FoundationEssentials
import Model

/// What the owner reads of a source that fails.
struct FailureWording {
    let wording: HealthWording

    /// `hadOther` is true where another failure was told before, without a recovery between.
    func sentence(
        _ failure: PollFailure, since: Date, hadOther: Bool, nextPoll: Date, now: Date
    ) -> String {
        let next = wording.time(nextPoll)
        if failure.reason == .gone {
            return "\(wording.name) is gone for good, says its server. \(failure.detail) "
                + "It is looked at once a day only, next at \(next)."
        }
        let duration = now.timeIntervalSince(since)
        let span =
            duration < 1
            ? "" : ", and has brought nothing for \(wording.span(duration))"
        let start = duration < 1 ? "" : " (since \(wording.time(since)))"
        let change = hadOther ? " now, which is another fault than before" : ""
        return "\(wording.name) \(Self.clause(failure.reason))\(change)\(span)\(start). "
            + "\(failure.detail) It is tried again at \(next); you will be told when it is well."
    }

    private static func clause(_ reason: PollFailure.Reason) -> String {
        switch reason {
        case .badURL, .blockedAddress, .dns, .connect, .tls, .timeout, .interrupted,
            .tooManyRedirects, .file:
            "can't be reached"
        case .rateLimited: "turns Repute away for asking too often"
        case .unauthorized: "refuses access"
        case .notFound: "is not found at its address"
        case .clientError: "does not accept the request"
        case .serverError: "has a fault on its server"
        case .gone: "is gone for good"
        case .tooLarge: "answers with more than can be read"
        case .empty: "answers with an empty document"
        case .notAFeed: "answers, but with something that is no feed"
        case .malformed: "answers, but with something that can't be read"
        }
    }
}

/// What is wrong with a document that could be parsed.
enum DocumentFault {
    /// No entry has what they used to have, as a clause.
    case loss(String)
    /// A source that always listed something lists nothing.
    case emptiness

    func sentence(_ wording: HealthWording, since: Date, now: Date) -> String {
        let beginning = " since \(wording.time(since))"
        let advice = "If this is how it is to be, run `repute source forget-seen \(wording.id)`"
        switch self {
        case .loss(let clause):
            return "\(wording.name) has changed shape: \(clause),\(beginning). Its entries are "
                + "stored as they are, but may be read wrongly. Check the source or its recipe. "
                + "\(advice)."
        case .emptiness:
            return "\(wording.name) answers, but has listed nothing\(beginning), though it always "
                + "did before. Look at it in a browser: its address or its search may have changed. "
                + "\(advice)."
        }
    }
}
