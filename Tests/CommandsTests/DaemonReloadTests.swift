import Assembly
import Foundation
import Reporting
import Synchronization
import Testing

@testable import Commands

struct `A reload of the daemon` {
    private let path = "/tmp/repute-" + UUID().uuidString.prefix(8) + ".db"

    private func advice(_ reload: AddedSource.Reload) -> String? {
        if case .byHand(let advice) = reload { advice } else { nil }
    }

    @Test func `is for its next start where none runs`() {
        #expect(advice(DaemonReload(storePath: path).ask())?.contains("not running") == true)
    }

    @Test func `is asked of the process that holds the lock`() throws {
        let lock = try DaemonLock(storePath: path)
        defer { unlink(path + ".lock") }
        let told = Mutex<[Int32]>([])
        let reload = DaemonReload(
            storePath: path,
            signal: { process in
                told.withLock { $0.append(process) }
                return 0
            }, handlesHangup: { _ in true })
        #expect(reload.ask() == .asked(process: getpid()))
        #expect(told.withLock { $0 } == [getpid()])
        withExtendedLifetime(lock) {}
    }

    @Test func `is never asked of a process that the signal would end`() throws {
        let lock = try DaemonLock(storePath: path)
        defer { unlink(path + ".lock") }
        let reload = DaemonReload(
            storePath: path, signal: { _ in Int32.max }, handlesHangup: { _ in false })
        #expect(advice(reload.ask())?.contains("takes no reload") == true)
        withExtendedLifetime(lock) {}
    }

    @Test(arguments: [(EPERM, "systemctl reload"), (ESRCH, "just ended")])
    func `that fails says what to do`(error: Int32, words: String) throws {
        let lock = try DaemonLock(storePath: path)
        defer { unlink(path + ".lock") }
        let reload = DaemonReload(
            storePath: path, signal: { _ in error }, handlesHangup: { _ in nil })
        #expect(advice(reload.ask())?.contains(words) == true)
        withExtendedLifetime(lock) {}
    }

    @Test func `reads from the kernel whether SIGHUP is handled`() {
        #expect(SignalMask.handlesHangup(status: "SigIgn:\t0000000000000001\nSigCgt:\t0\n") == true)
        #expect(
            SignalMask.handlesHangup(status: "SigBlk:\t0\nSigIgn:\t0000000000001000\n") == false)
        #expect(SignalMask.handlesHangup(status: "Name: x") == nil)
        #expect(SignalMask.handlesHangup(-1) == nil)
    }
}
