import Foundation
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A closed store` {
    @Test func `refuses every later call in words`() async throws {
        let store = try SQLiteStore.inMemory()
        try await store.close()
        try await store.close()
        await #expect(throws: StorageError.self) { try await store.ping() }
        await #expect(throws: StorageError.self) { try await store.checkpoint() }
        await #expect(throws: StorageError.self) {
            try await store.pollSoon(nil, now: Date(timeIntervalSince1970: 0))
        }
    }
}
