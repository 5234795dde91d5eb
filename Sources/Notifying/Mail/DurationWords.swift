import FoundationEssentials
import Model

/// A length of time as people say it.
enum DurationWords {
    /// `1 minute`, `10 minutes`, `5 hours`, `3 days`, `6 weeks`: the largest unit of which there are two,
    /// rounded down; never less than a minute.
    static func text(_ seconds: TimeInterval) -> String {
        let bounded = seconds.isFinite ? min(max(seconds, 60), 1e10) : 60
        let minutes = Int(bounded / 60)
        return switch minutes {
        case ..<120: count(minutes, "minute")
        case ..<2880: count(minutes / 60, "hour")
        case ..<30_240: count(minutes / 1440, "day")
        default: count(minutes / 10_080, "week")
        }
    }

    private static func count(_ number: Int, _ unit: String) -> String {
        "\(number) \(unit)" + (number == 1 ? "" : "s")
    }
}

/// What an aspect is called in a sentence.
enum AspectName {
    /// Such as `delivery` or `value for money`.
    static func text(_ aspect: Aspect) -> String {
        switch aspect {
        case .value: "value for money"
        case .care: "how people were treated"
        default: aspect.rawValue
        }
    }
}
