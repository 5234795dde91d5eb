import FoundationEssentials

/// A length of time as people say it.
enum DurationWords {
    enum Unit: CaseIterable {
        case minute
        case hour
        case day
        case week
    }

    /// `1 minute`, `10 minutes`, `5 hours`, `3 days`, `6 weeks`: the largest unit of which there are two,
    /// rounded down; never less than a minute.
    static func parts(_ seconds: TimeInterval) -> (number: Int, unit: Unit) {
        let bounded = seconds.isFinite ? min(max(seconds, 60), 1e10) : 60
        let minutes = Int(bounded / 60)
        return switch minutes {
        case ..<120: (minutes, .minute)
        case ..<2880: (minutes / 60, .hour)
        case ..<30_240: (minutes / 1440, .day)
        default: (minutes / 10_080, .week)
        }
    }
}
