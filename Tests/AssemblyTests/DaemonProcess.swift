import Foundation
import Synchronization

/// The built `reputed`, run as a process of its own.
final class DaemonProcess: Sendable {
    /// The executable beside the bundle of the tests; nil if it was not built.
    static let path: String? = {
        let arguments = ProcessInfo.processInfo.arguments
        let bundle = arguments.first { $0.contains(".xctest") } ?? arguments.first ?? ""
        var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
        while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
        let path = folder.appendingPathComponent("reputed").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    /// Kept until the process is gone.
    private let workshop: Workshop
    private let process = Process()
    private let pipe = Pipe()
    /// What was said on standard error so far.
    private let said = Mutex("")
    private let ended: AsyncStream<Int32>

    /// Starts `reputed` on the configuration of `workshop`.
    init(_ workshop: Workshop, _ arguments: [String] = []) throws {
        self.workshop = workshop
        let (stream, continuation) = AsyncStream<Int32>.makeStream()
        ended = stream
        process.executableURL = URL(fileURLWithPath: Self.path ?? "/nowhere/reputed")
        process.arguments = ["--config", workshop.configurationPath] + arguments
        process.environment = [:]
        process.standardError = pipe
        process.standardOutput = pipe
        process.terminationHandler = { ended in
            // A death by a signal is no exit status.
            continuation.yield(
                ended.terminationReason == .exit
                    ? ended.terminationStatus : -ended.terminationStatus)
            continuation.finish()
        }
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var log: String { said.withLock { $0 } }

    /// Reads on until `words` were said; false if the process ended before.
    func says(_ words: String) async -> Bool {
        await onThread {
            while true {
                if self.log.contains(words) { return true }
                let more = self.pipe.fileHandleForReading.availableData
                if more.isEmpty { return false }
                self.said.withLock { $0 += String(decoding: more, as: UTF8.self) }
            }
        }
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// The exit status, or a signal's number with a minus, once the process has ended.
    func status() async -> Int32 {
        _ = await says("\u{0}never")
        for await status in ended { return status }
        return -1
    }

    private func onThread(_ body: @escaping @Sendable () -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: body()) }.start()
        }
    }
}
