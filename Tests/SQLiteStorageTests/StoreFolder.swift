import Foundation
import GRDB

@testable import SQLiteStorage

/// A folder of its own for one test, which removes it at its end.
struct StoreFolder: Sendable {
    private let path = NSTemporaryDirectory() + "repute-store-" + UUID().uuidString

    /// Where the store is kept: in a folder that is not there yet.
    var store: String { path + "/state/repute.sqlite" }

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    func open(busyTimeout: TimeInterval = 10) async throws -> SQLiteStore {
        try await SQLiteStore.open(at: store, create: true, busyTimeout: busyTimeout)
    }

    /// Puts a file where the store would be.
    func place(_ bytes: Data) throws {
        let folder = (store as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: store))
    }

    /// A connection of another process, as far as SQLite can tell.
    func stranger() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: store, configuration: configuration)
    }
}

/// The permission bits of a file.
func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
}
