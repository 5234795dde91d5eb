import Assembly
import Foundation
import Reporting

/// Asks the daemon that works on a store to read its configuration anew.
struct DaemonReload: Sendable {
    /// The SQLite file that the daemon holds the lock of.
    var storePath: String
    /// Sends SIGHUP to a process; the error number, 0 for none.
    var signal: @Sendable (Int32) -> Int32 = { kill($0, SIGHUP) == 0 ? 0 : errno }
    /// Whether a process does something about SIGHUP, which by default ends one; nil: can't be told.
    var handlesHangup: @Sendable (Int32) -> Bool? = SignalMask.handlesHangup

    /// Asks it, and tells what came of that.
    func ask() -> AddedSource.Reload {
        switch DaemonLock.holder(storePath: storePath) {
        case .nobody:
            return .byHand(
                "The daemon is not running; the change counts from its next start on.")
        case .unknown:
            return .byHand(
                "Whether the daemon runs can't be told from here. Make it read the change: "
                    + Self.command)
        case .process(let number):
            if handlesHangup(number) == false {
                return .byHand(
                    "Process \(number) works on the database, but takes no reload (it starts just "
                        + "now, or runs once); the change counts from the next start on.")
            }
            switch signal(number) {
            case 0: return .asked(process: number)
            case EPERM:
                return .byHand(
                    "The daemon (process \(number)) belongs to another user. Make it read the "
                        + "change: " + Self.command)
            default:
                return .byHand(
                    "The daemon has just ended; the change counts from its next start on.")
            }
        }
    }

    static let command = "sudo systemctl reload reputed"
}

/// What a process does about signals, as the kernel tells.
enum SignalMask {
    @Sendable static func handlesHangup(_ process: Int32) -> Bool? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/status") else {
            return nil
        }
        return handlesHangup(status: String(decoding: bytes, as: UTF8.self))
    }

    /// Reads the masks of `/proc/PID/status`; nil where they don't stand there.
    static func handlesHangup(status: String) -> Bool? {
        var found: UInt64?
        for line in status.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, ["SigBlk", "SigIgn", "SigCgt"].contains(parts[0]),
                let mask = UInt64(parts[1].trimmingCharacters(in: .whitespaces), radix: 16)
            else { continue }
            found = (found ?? 0) | mask
        }
        return found.map { $0 & (1 << UInt64(SIGHUP - 1)) != 0 }
    }
}
