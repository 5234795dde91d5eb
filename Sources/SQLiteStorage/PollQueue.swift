import GRDB
import Storage
import Synchronization

/// Polls on their way into the store.
///
/// Those that come while the writer is busy go together into its next transaction, so that many
/// polls at once share one fsync. Each is stored whole or not at all, and its caller goes on when
/// the transaction is committed. Where a poll can't be stored, the transaction is rolled back and
/// each of its polls gets one of its own, so that only those fail that can't be stored. A task that
/// is cancelled meanwhile still waits for its poll to be stored.
final class PollQueue: Sendable {
    private struct Waiting: Sendable {
        let poll: PollRecord
        let continuation: CheckedContinuation<Result<PollReceipt, StorageError>, Never>
    }

    /// How far a transaction came.
    private enum Step {
        case begin
        case store
        case commit
    }

    /// How many polls one transaction takes at most, which bounds the wait of the first of them.
    private static let limit = 64

    /// Where it is not empty, a `drain` that will look at it is on the writer's queue.
    private let waiting = Mutex<[Waiting]>([])

    /// How many polls wait for a transaction.
    var count: Int { waiting.withLock { $0.count } }

    /// Stores a poll; returns when it is committed.
    func record(_ poll: PollRecord, in store: SQLiteStore) async throws(StorageError)
        -> PollReceipt
    {
        let result = await withCheckedContinuation { continuation in
            let isFirst = waiting.withLock {
                $0.append(Waiting(poll: poll, continuation: continuation))
                return $0.count == 1
            }
            if isFirst { schedule(in: store) }
        }
        return try result.get()
    }

    private func schedule(in store: SQLiteStore) {
        store.database.asyncWriteWithoutTransaction { [self] in drain($0, of: store) }
    }

    /// Stores the polls that wait; on the writer's queue.
    private func drain(_ database: Database, of store: SQLiteStore) {
        let (batch, areMore) = waiting.withLock { waiting in
            let batch = Array(waiting.prefix(Self.limit))
            waiting.removeFirst(batch.count)
            return (batch, !waiting.isEmpty)
        }
        if areMore { schedule(in: store) }
        do {
            try store.checkOpen()
        } catch {
            for one in batch { one.continuation.resume(returning: .failure(error)) }
            return
        }
        commit(batch, in: database, path: store.database.path)
    }

    /// Stores the polls in one transaction, or each in its own where they can't all be stored.
    ///
    /// A failed begin or commit is not tried again: it would fail, or could store twice.
    private func commit(_ batch: [Waiting], in database: Database, path: String) {
        var step = Step.begin
        do {
            var receipts: [PollReceipt] = []
            try database.inTransaction(.immediate) {
                step = .store
                for one in batch { receipts.append(try one.poll.store(in: database)) }
                step = .commit
                return .commit
            }
            for (one, receipt) in zip(batch, receipts) {
                one.continuation.resume(returning: .success(receipt))
            }
        } catch  where step == .store && batch.count > 1 {
            for one in batch { commit([one], in: database, path: path) }
        } catch {
            let failure = StorageError(error, path: path)
            for one in batch { one.continuation.resume(returning: .failure(failure)) }
        }
    }
}
