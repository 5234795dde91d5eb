import Model
@testable import SQLiteStorage
import Storage
import Testing

struct `A store with rows in every table` {
    @Test func `is found whole`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1"), draft("2")])
        #expect(try await store.integrityProblems() == [])
    }
}
