import Fetching
import Model
import Parsing
import Settings
import Storage

/// The exit codes of `repute`, those of `sysexits.h`.
enum ExitCodes: Int32, Sendable {
    case ok = 0
    /// Something that was asked for failed; the output says what.
    case failed = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case inputOutput = 74
    case temporary = 75
    case configuration = 78
    /// What a shell sees of a program that SIGPIPE ended.
    case brokenPipe = 141
}

/// Why a command ends without its result: what failed and what to check next, and the exit code.
struct CommandFailure: Error, Sendable, Hashable {
    var code: ExitCodes
    /// Sentences for the owner; empty where everything was said already.
    var message: String

    init(_ code: ExitCodes, _ message: String = "") {
        self.code = code
        self.message = message
    }

    init(_ error: StorageError) {
        let code: ExitCodes =
            switch error.reason {
            case .unavailable: .unavailable
            case .busy: .temporary
            case .diskFull, .readOnly, .outcomeUnknown: .inputOutput
            case .corrupt, .newerSchema: .badData
            case .badQuery: .usage
            case .other: .software
            }
        self.init(code, error.detail)
    }

    init(_ error: FeedParseError, input: String) {
        let place = error.line.map { ":\($0)" + (error.column.map { ":\($0)" } ?? "") } ?? ""
        self.init(.badData, "\(input)\(place): \(error.detail)")
    }

    init(_ failure: PollFailure, input: String) {
        self.init(.unavailable, "\(input): \(failure.reason.rawValue): \(failure.detail)")
    }

    init(_ problems: SettingsProblems) {
        self.init(
            .configuration,
            problems.description
                + "\nThe configuration has problems; `repute check` shows them all.")
    }
}
