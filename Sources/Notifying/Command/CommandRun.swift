import FoundationEssentials
import Subprocess
import SystemPackage

/// One run of a command that reads a finished file, with a limit on its time and its output.
///
/// The command gets a session and process group of its own, default signal dispositions, no
/// descriptors but 0, 1 and 2, and an environment of four variables and those it is given. When its time is over, or the
/// task is cancelled, the whole group is killed: postfix hangs in a grandchild. When it ends by
/// itself, what it left running in the background goes on: exim and dma deliver there.
struct CommandRun: Sendable {
    /// How a run ended.
    enum Ending: Sendable, Hashable {
        case exited(CInt)
        case killed(signal: CInt)
        case timedOut
        case interrupted
        case notFound
        case notStarted(String)
    }

    /// How many bytes of the command's output are kept, the first ones; the rest is read and dropped.
    static let outputLimit = 4096

    /// The program and its arguments; not empty.
    let arguments: [String]
    /// In seconds.
    let timeLimit: TimeInterval
    /// Further variables of its environment; they go before those of every command.
    var variables: [String: String] = [:]

    /// What a run came to.
    struct Outcome: Sendable, Hashable {
        var ending: Ending
        /// What the command wrote to its standard output and error, as it came.
        var output: String
    }

    /// Runs the command with `input` as its standard input, and closes `input`.
    func outcome(input: CInt) async -> Outcome {
        await withTaskGroup(of: Outcome.self) { group in
            group.addTask { await run(input: FileDescriptor(rawValue: input)) }
            group.addTask {
                let seconds = min(max(timeLimit, 0.001), 86_400)
                let isOver = (try? await Task.sleep(for: .seconds(seconds))) != nil
                return Outcome(ending: isOver ? .timedOut : .interrupted, output: "")
            }
            let first = await group.next()
            group.cancelAll()
            let second = await group.next()
            return Self.decisive(first, second)
        }
    }

    /// The outcome that counts of run and time limit, in the order in which they ended: an exit by
    /// itself always; a kill only if it was not ours.
    private static func decisive(_ first: Outcome?, _ second: Outcome?) -> Outcome {
        let interrupted = Outcome(ending: .interrupted, output: "")
        guard let first, let second else { return first ?? interrupted }
        switch first.ending {
        case .timedOut, .interrupted:
            if case .exited = second.ending { return second }
            return Outcome(ending: first.ending, output: second.output)
        default: return first
        }
    }

    private func run(input: FileDescriptor) async -> Outcome {
        do {
            let result = try await Subprocess.run(
                configuration, input: .fileDescriptor(input, closeAfterSpawningProcess: true),
                output: .sequence, error: .combinedWithOutput
            ) { execution in
                try await Self.firstBytes(of: execution.standardOutput)
            }
            let output = String(decoding: result.closureResult, as: UTF8.self)
            switch result.terminationStatus {
            case .exited(let code): return Outcome(ending: .exited(code), output: output)
            case .signaled(let signal):
                return Outcome(ending: .killed(signal: signal), output: output)
            }
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return Outcome(ending: .notFound, output: "")
        } catch {
            return Outcome(ending: .notStarted("\(error)"), output: "")
        }
    }

    private var configuration: Configuration {
        let program = arguments[0]
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        return Configuration(
            executable: program.contains("/") ? .path(FilePath(program)) : .name(program),
            arguments: Arguments(Array(arguments.dropFirst())), environment: environment,
            platformOptions: options)
    }

    private var environment: Environment {
        let own = ProcessInfo.processInfo.environment
        var values: [Environment.Key: String] = [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
        ]
        // For a user's own configuration, such as msmtp's, and for a private temporary folder.
        if let home = own["HOME"] { values["HOME"] = home }
        if let folder = own["TMPDIR"] { values["TMPDIR"] = folder }
        for (name, value) in variables { values[Environment.Key(stringLiteral: name)] = value }
        return .custom(values)
    }

    private static func firstBytes(of output: SubprocessOutputSequence) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in output {
            let room = outputLimit - bytes.count
            guard room > 0 else { continue }
            buffer.withUnsafeBytes { bytes += $0.prefix(room) }
        }
        return bytes
    }
}
