import Alerting
import Model

/// How urgent mentions are, by the words that stand behind `severity:`.
private enum SeverityWord: String, CaseIterable {
    case info
    case warning
    case critical
    case byStars = "by_stars"
    case weighed

    var urgency: AlertRule.Urgency {
        switch self {
        case .info: .fixed(.info)
        case .warning: .fixed(.warning)
        case .critical: .fixed(.critical)
        case .byStars: .byStars
        case .weighed: .weighed
        }
    }
}

/// From which severity on the owner is told at once, by the words that stand behind `instant:`.
private enum InstantWord: String, CaseIterable {
    case info
    case warning
    case critical
    case never

    var severity: Alert.Severity? { Alert.Severity(rawValue: rawValue) }
}

extension Settings {
    /// The pause between two alerts of a rule about one brand, unless it sets another, in seconds.
    static let coolDown: Double = 600
}

extension Section {
    /// A rule of type `mention`, without references; no `when` means every mention.
    func mentionRule(id: RuleID, _ conditions: MentionConditions?) -> AlertRule {
        let severity: Placed<SeverityWord>? = choice("severity")
        let instant: Placed<InstantWord>? = choice("instant")
        return AlertRule(
            id: id, title: string("title")?.value, isEnabled: bool("enabled") ?? true,
            conditions: conditions ?? MentionConditions(),
            urgency: severity?.value.urgency ?? .weighed,
            coolDown: duration("cooldown", in: 0...90 * 86_400)?.value ?? Settings.coolDown,
            instantFrom: instant.map(\.value.severity) ?? .info)
    }
}
