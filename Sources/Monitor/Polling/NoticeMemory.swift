import FoundationEssentials
import Health
import Model
import Storage

/// Keeps notices that would come again and again from being told each time: a list that is too short for
/// the pace of its source, or an address that moves to and fro.
struct NoticeMemory: Sendable {
    let store: any Store
    let source: SourceID
    let now: Date

    /// The time that counts, in seconds: a week.
    private static let span: TimeInterval = 7 * 86_400

    /// How many notices of a kind there may be in that time; nil where its own rule sees to it.
    private static func limit(of kind: SourceNotice.Kind) -> Int? {
        switch kind {
        case .gap: 1
        case .churn: 1
        case .moved: 3
        case .unreachable, .unreadable, .quiet, .gone, .recovered, .delisted: nil
        }
    }

    /// Those of `notices` that were not told too often; asks the store only where that matters.
    func untold(of notices: [HealthNotice]) async throws(StorageError) -> [HealthNotice] {
        guard notices.contains(where: { Self.limit(of: $0.kind) != nil }) else { return notices }
        let past = try await store.sourceNotices(of: source, limit: 100).filter {
            now.timeIntervalSince($0.at) < Self.span
        }
        return notices.filter { notice in
            guard let limit = Self.limit(of: notice.kind) else { return true }
            return past.count { $0.kind == notice.kind } < limit
        }
    }
}
