import GRDB
import Storage

extension SQLiteStore {
    func findings(progress: @escaping @Sendable (StoreFinding.Check) -> Void)
        async throws(StorageError) -> [StoreFinding]
    {
        let findings = try await read { try StoreInspection(in: $0, progress: progress).run() }
        guard !findings.contains(where: { $0.check == .pages }) else { return findings }
        progress(.search)
        // SQLite takes the look for a change, so that it can't be had on the same snapshot.
        guard let problem = try await write({ try SearchIndex.problem(in: $0) }) else {
            return findings
        }
        return findings + [StoreFinding(check: .search, detail: problem)]
    }

    func repair() async throws(StorageError) {
        try await write { database in
            try Repetition.rebuild(in: database)
            try FigureRecount.rebuild(in: database)
            try SearchIndex.rebuild(in: database)
        }
    }
}
