import Foundation
import Storage
import Testing

@testable import SQLiteStorage

struct `A file that stands once it is whole` {
    private func names(_ folder: StoreFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: (folder.store as NSString).deletingLastPathComponent
        ).sorted()
    }

    /// The number of a process that has ended.
    private func goneProcess() throws -> pid_t {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    private func leave(_ names: [String], in folder: StoreFolder) throws {
        for name in names { try Data("half".utf8).write(to: URL(fileURLWithPath: name)) }
        #expect(try self.names(folder).count >= names.count)
    }

    @Test func `sweeps up what killed processes left of it, and nothing else`() throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let (path, gone) = (folder.store, try goneProcess())
        let stays = [
            path + ".part-1", path + ".part-x", path + ".part-", path + "2.part-\(gone)",
            path + ".part-99999999999999999999",
        ]
        try leave(
            [path + ".part-\(gone)", path + ".part-\(gone)-wal", path + ".part-\(gone)-journal"]
                + stays, in: folder)
        let file = try NewFile(beside: path)
        file.discard()
        let left = try names(folder)
        #expect(left == (stays + [path]).map { ($0 as NSString).lastPathComponent }.sorted())
    }

    @Test func `sweeps up half a folder too`() throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        try folder.place(Data())
        let path = folder.store + ".tables"
        let half = path + ".part-\(try goneProcess())"
        try FileManager.default.createDirectory(
            atPath: half, withIntermediateDirectories: true)
        try leave([half + "/mentions.csv"], in: folder)
        try NewFolder.put(at: path + "/", replacing: false) { inner in
            #expect(!FileManager.default.fileExists(atPath: half))
            try Data("a".utf8).write(to: URL(fileURLWithPath: inner + "/a.csv"))
        }
        #expect(try names(folder).filter { $0.contains(".part-") } == [])
        #expect(FileManager.default.fileExists(atPath: path + "/a.csv"))
    }
}
