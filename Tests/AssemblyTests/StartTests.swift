import Foundation
import Model
import Settings
import Storage
import Testing

@testable import Assembly

@Suite(.timeLimit(.minutes(5)))
struct `The daemon` {
    @Test func `makes its state folder, for its owner only`() async throws {
        let workshop = try Workshop()
        #expect(try await workshop.runOnce().text.hasPrefix("polled 0 of 0 sources"))
        let modes = try [workshop.path + "/state", workshop.storePath].map {
            try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
        }
        #expect(modes == [0o700, 0o600])
    }

    @Test func `says which state folder it can't make`() async throws {
        let workshop = try Workshop("storage: {path: occupied/state/repute.db}")
        try Data().write(to: URL(fileURLWithPath: workshop.path + "/occupied"))
        let error = await #expect(throws: StorageError.self) { try await workshop.runOnce() }
        #expect(error?.reason == .unavailable)
        #expect(error?.detail.contains(workshop.path + "/occupied/state") == true)
    }

    @Test(.enabled(if: geteuid() != 0, "root writes where it likes"))
    func `says which state folder it can't write to`() async throws {
        let workshop = try Workshop("storage: {path: locked/repute.db}")
        try FileManager.default.createDirectory(
            atPath: workshop.path + "/locked", withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o500])
        let error = await #expect(throws: StorageError.self) { try await workshop.runOnce() }
        #expect(error?.reason == .unavailable)
        #expect(error?.detail.contains(workshop.path + "/locked") == true)
    }

    @Test func `leaves a file alone that is no database`() async throws {
        let workshop = try Workshop("storage: {path: notes.txt}")
        let notes = Data("Buy flour, butter and a better lock for the back door.\n".utf8)
        let file = URL(fileURLWithPath: workshop.path + "/notes.txt")
        try notes.write(to: file)
        let error = await #expect(throws: StorageError.self) { try await workshop.runOnce() }
        #expect(error?.reason == .corrupt)
        #expect(error?.detail.contains("notes.txt") == true)
        #expect(try Data(contentsOf: file) == notes)
    }

    @Test func `does not start beside another on the same store`() async throws {
        let workshop = try Workshop()
        _ = try await workshop.runOnce()
        let lock = try DaemonLock(storePath: workshop.storePath)
        let error = await #expect(throws: AssemblyError.self) { try await workshop.runOnce() }
        #expect(error?.reason == .alreadyRunning)
        #expect(error?.description.contains("stop it first") == true)
        withExtendedLifetime(lock) {}
    }

    @Test func `knows a store that is lost from one that never was`() async throws {
        let workshop = try Workshop()
        let care = StoreCare(path: workshop.storePath)
        #expect(!care.isLost)
        _ = try await workshop.runOnce()
        #expect(!care.isLost)
        try Data().write(to: URL(fileURLWithPath: workshop.storePath))
        #expect(care.isLost)
        try FileManager.default.removeItem(atPath: workshop.storePath)
        #expect(care.isLost)
        #expect(!care.lossReport.contains("beside it"))
        let copy = workshop.storePath + ".before-005"
        try Data("x".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(care.lossReport.contains("beside it stand \(copy)"))
    }

    @Test func `takes up what a crashed one had claimed`() async throws {
        let workshop = try Workshop(
            """
            brands: [{id: kettle, name: Copper Kettle}]
            sources: [{id: closed, url: "http://127.0.0.1:1/feed"}]
            """)
        let text = try await workshop.runOnce().text
        #expect(text.contains("polled 1 of 1 sources, 1 failed"))
        #expect(text.contains("closed: blocked-address"))
        try await workshop.pollSoon()
        let claimed = try await workshop.withStore { store in
            try await store.claimDue(
                now: Date(), limit: 9, lease: Lease(owner: "crashed", duration: 3600))
        }
        #expect(claimed.count == 1)
        #expect(try await workshop.runOnce().text.hasPrefix("polled 1 of 1 sources"))
    }

    @Test func `names the overlay of the lexicon that it can't read`() throws {
        let workshop = try Workshop()
        var settings = try workshop.settings()
        settings.lexicons = [workshop.path + "/words.tsv"]
        let error = #expect(throws: AssemblyError.self) { try Assembly(settings: settings) }
        #expect(error?.reason == .lexicon)
        #expect(error?.detail.contains("words.tsv") == true)
    }
}
