extension SourceNotice.Kind {
    /// What is said of one source, or of several, behind their names: `can't be reached`.
    public func predicate(count: Int) -> String {
        let isOne = count == 1
        return switch self {
        case .unreachable: "can't be reached"
        case .unreadable: "can't be read any more"
        case .quiet: isOne ? "is unusually quiet" : "are unusually quiet"
        case .gone: isOne ? "is gone for good" : "are gone for good"
        case .recovered: isOne ? "is well again" : "are well again"
        case .moved: isOne ? "has moved" : "have moved"
        case .gap: "may have had entries that were missed"
        case .churn: "gave known entries new ids"
        case .delisted:
            isOne ? "no longer lists what it listed" : "no longer list what they listed"
        }
    }

    /// Whether it says how a source stands, so that `recovered` ends it.
    public var isTrouble: Bool {
        switch self {
        case .unreachable, .unreadable, .quiet, .gone: true
        case .recovered, .moved, .gap, .churn, .delisted: false
        }
    }

    /// How urgent it is to know.
    public var severity: Alert.Severity {
        switch self {
        case .recovered, .moved, .delisted: .info
        case .unreachable, .unreadable, .quiet, .gone, .gap, .churn: .warning
        }
    }
}

extension RuleID {
    /// The rule that alerts about sources themselves speak by; no rule of the owner has this name.
    public static let sourceHealth = RuleID(trusted: "source-health")
    /// The rule that speaks of the channels themselves, a name that no rule of the owner can have.
    public static let deliveryHealth = RuleID(trusted: "delivery-health")
    /// The name under which tests that a person asks for are stored, which no rule of the owner can have.
    public static let channelTest = RuleID(trusted: "channel-test")

    /// The names that no rule and no digest of the owner can have.
    public static let reserved: Set<RuleID> = [.sourceHealth, .deliveryHealth, .channelTest]
}
