import FoundationEssentials
import Reporting
import TextProcessing

/// Where a command writes: results to standard output, everything else to standard error.
struct Console: Sendable {
    var format: OutputFormat
    var style: TerminalStyle
    /// Columns of the terminal; nil when the output goes elsewhere.
    var width: Int?

    /// The console of this process.
    init(format: OutputFormat, color: TerminalStyle.Choice, environment: [String: String]) {
        let output = FileDescriptor.standardOutput
        self.format = format
        style = TerminalStyle(
            choice: color, isTerminal: output.isTerminal, environment: environment)
        width = output.terminalColumns
    }

    /// The reader in `zone`, for whom it is `now`.
    func reader(zone: TimeZone, now: Date) -> Reader {
        Reader(style: style, width: width, time: TimeText(zone: zone, now: now))
    }

    /// Writes results.
    func print(_ text: String) async throws {
        try await print(Array(text.utf8))
    }

    /// Writes results.
    func print(_ bytes: [UInt8]) async throws {
        try await onOwnThread { try FileDescriptor.standardOutput.write(bytes) }
    }

    /// Writes a message for the person, harmless to a terminal, after the program's name.
    static func complain(_ message: String) {
        let text = "repute: " + TerminalText.sanitizedLines(message) + "\n"
        // Nobody is left to be told if standard error is closed.
        try? FileDescriptor.standardError.write(Array(text.utf8))
    }
}
