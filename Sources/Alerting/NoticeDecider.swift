public import FoundationEssentials
public import Model

/// Decides which notices about sources become alerts, and keeps them few.
///
/// All notices of one kind that are decided at once are one alert. When most sources become
/// unreachable at about the same time, the cause is likely at the owner's end, and that is said
/// instead, once; so it is when they come back. What ended before anybody was told is not told.
public struct NoticeDecider: Sendable {
    /// How long notices wait for others of a common cause, in seconds.
    public static let patience: TimeInterval = 600
    /// Fewer sources than these have no common cause.
    public static let leastOutage = 3

    private let titles: [SourceID: String]

    /// Decides about sources that the owner knows by these titles; others are called by their id.
    public init(titles: [SourceID: String]) {
        self.titles = titles
    }

    /// Decides on `notices`, all that nobody was told of.
    ///
    /// `states` are those of the sources that are polled. `told` are the sources of which the owner
    /// knows that something is wrong. Of `silences` those count that are in force and name no brand, no
    /// mention and no rule but `source-health`: troubles and recoveries of a silenced source wait for the
    /// end, so that a trouble is told that lasts longer; other notices of it are not told. The answer
    /// depends on nothing else.
    public func decisions(
        on notices: [SourceNotice], states: [SourceState], told: Set<SourceID>,
        silences: [AlertSilence] = [], now: Date
    ) -> NoticeBatch {
        let silences = SilencesInForce(silences, now: now)
        var batch = NoticeBatch()
        var open = worthTelling(notices, told: told).filter { notice in
            notice.kind.isStanding || silences.silence(on: notice.source) == nil
        }
        let kept = Set(open.map(\.id))
        open.removeAll { silences.silence(on: $0.source) != nil }
        batch.decided = notices.map(\.id).filter { !kept.contains($0) }
        let outage = Outage(states: states, now: now)
        for kind in [SourceNotice.Kind.unreachable, .recovered] {
            let group = open.filter { $0.kind == kind }
            guard let end = outage.end(of: group) else { continue }
            open.removeAll { $0.kind == kind }
            if end <= now { batch.alerts.append(alert(kind, group, outage: outage)) }
        }
        for kind in SourceNotice.Kind.allCases {
            let group = open.filter { $0.kind == kind }
            if !group.isEmpty { batch.alerts.append(alert(kind, group, outage: nil)) }
        }
        batch.decided += batch.alerts.flatMap(\.notices)
        return batch
    }

    /// Without troubles that are over or have become another, and recoveries from what nobody knew.
    private func worthTelling(_ notices: [SourceNotice], told: Set<SourceID>) -> [SourceNotice] {
        var open: [SourceNotice] = []
        for notice in notices.sorted(by: { $0.id < $1.id }) {
            if notice.kind.isStanding {
                let count = open.count
                open.removeAll { $0.source == notice.source && $0.kind.isTrouble }
                let isUnknown = open.count < count && !told.contains(notice.source)
                if notice.kind == .recovered, isUnknown { continue }
            }
            open.append(notice)
        }
        return open
    }

    private func alert(
        _ kind: SourceNotice.Kind, _ notices: [SourceNotice], outage: Outage?
    ) -> NoticeDecision {
        let isOutage = outage?.isOutage(notices) ?? false
        let total = outage?.sourceCount ?? 0
        let reason =
            switch (isOutage, kind) {
            case (true, .unreachable):
                "your internet connection may be down: \(notices.count) of \(total) sources can't be "
                    + "reached"
            case (true, _): "\(notices.count) of \(total) sources are well again"
            default: sentence(kind, notices)
            }
        return NoticeDecision(
            kind: kind, severity: kind.severity, notices: notices.map(\.id), reason: reason)
    }

    /// Such as `Town Maps can't be reached`, or `4 sources can't be reached: A, B, C and 1 more`.
    private func sentence(_ kind: SourceNotice.Kind, _ notices: [SourceNotice]) -> String {
        var names: [String] = []
        for notice in notices {
            let name = titles[notice.source] ?? notice.source.rawValue
            if !names.contains(name) { names.append(name) }
        }
        if names.count == 1 { return names[0] + " " + kind.predicate(count: 1) }
        let rest = names.count - 3
        return "\(names.count) sources \(kind.predicate(count: names.count)): "
            + names.prefix(3).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

extension SourceNotice.Kind {
    /// Whether it says how a source stands, for good or ill, until another one does.
    fileprivate var isStanding: Bool { isTrouble || self == .recovered }
}

/// One alert on sources that is to be made and delivered.
public struct NoticeDecision: Sendable, Hashable {
    /// What happened to all of them.
    public var kind: SourceNotice.Kind
    /// How urgent it is.
    public var severity: Alert.Severity
    /// Oldest first, at least one.
    public var notices: [SourceNoticeID]
    /// What happened, as one sentence for the owner.
    public var reason: String
}

/// What was decided on notices; stored in one transaction.
public struct NoticeBatch: Sendable, Hashable {
    /// To be made now.
    public var alerts: [NoticeDecision] = []
    /// Notices that need no further decision, those of the alerts included; all others wait.
    public var decided: [SourceNoticeID] = []
}
