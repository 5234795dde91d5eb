import Foundation
import Testing

@testable import Assembly

struct `The lock of the daemon` {
    @Test func `keeps a second daemon out and names the first`() throws {
        let workshop = try Workshop()
        let store = workshop.path + "/repute.db"
        let lock = try DaemonLock(storePath: store)
        for _ in 0..<3 {
            let error = #expect(throws: AssemblyError.self) { try DaemonLock(storePath: store) }
            #expect(error?.reason == .alreadyRunning)
            #expect(error?.detail.contains("process \(getpid())") == true)
            #expect(error?.detail.contains(store) == true)
        }
        withExtendedLifetime(lock) {}
    }

    @Test func `tells who holds it, and is not taken by the question`() throws {
        let workshop = try Workshop()
        let store = workshop.path + "/repute.db"
        #expect(DaemonLock.holder(storePath: store) == .nobody)
        let lock = try DaemonLock(storePath: store)
        #expect(DaemonLock.holder(storePath: store) == .process(getpid()))
        try Data("no number".utf8).write(to: URL(fileURLWithPath: store + ".lock"))
        #expect(DaemonLock.holder(storePath: store) == .unknown)
        withExtendedLifetime(lock) {}
    }

    @Test func `is free again when its holder is gone`() throws {
        let workshop = try Workshop()
        let store = workshop.path + "/repute.db"
        for _ in 0..<3 { _ = try DaemonLock(storePath: store) }
    }

    @Test func `of another store is another lock`() throws {
        let workshop = try Workshop()
        let first = try DaemonLock(storePath: workshop.path + "/a.db")
        let second = try DaemonLock(storePath: workshop.path + "/b.db")
        withExtendedLifetime((first, second)) {}
    }

    @Test func `says where it can't be made`() {
        let error = #expect(throws: AssemblyError.self) {
            try DaemonLock(storePath: "/nowhere/repute.db")
        }
        #expect(error?.reason == .unusableStateFolder)
        #expect(error?.detail.contains("/nowhere/repute.db.lock") == true)
        #expect(error?.detail.contains("No such file or directory") == true)
    }
}
