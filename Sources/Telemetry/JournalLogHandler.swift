public import Foundation
public import Logging
import Synchronization

/// Writes log lines to standard error, for the journal or for a person.
///
/// Under systemd each line begins with its priority (`<4>`, sd-daemon(3)) and has no time of its
/// own, since the journal keeps both. Elsewhere a line is `10:42:07 warning  text  key=value`,
/// coloured on a terminal unless `NO_COLOR` is set. A value never brings in a line of its own:
/// control characters are escaped.
public struct JournalLogHandler: LogHandler {
    /// How lines look.
    public enum Style: Sendable, Hashable {
        case journal
        case plain
        case coloured
    }

    /// The least level that is written.
    public var logLevel: Logger.Level
    /// What is added to every line.
    public var metadata: Logger.Metadata = [:]
    /// Adds what the task at hand knows; stronger than `metadata`, weaker than the line's own.
    public var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let style: Style
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Date

    /// A handler for `label`; `write` gets whole lines, newline included, and `now` the time they
    /// are stamped with.
    public init(
        label: String, level: Logger.Level, style: Style,
        write: @escaping @Sendable (String) -> Void = JournalLogHandler.standardError,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.label = label
        self.logLevel = level
        self.style = style
        self.write = write
        self.now = now
    }

    /// The style that fits standard error and this environment.
    public static func style(environment: [String: String]) -> Style {
        if environment["JOURNAL_STREAM"] != nil { return .journal }
        guard isatty(STDERR_FILENO) == 1, environment["NO_COLOR", default: ""].isEmpty,
            environment["TERM"] != "dumb"
        else { return .plain }
        return .coloured
    }

    /// Writes a line to standard error in one call, so that lines of two threads never mix.
    public static let standardError: @Sendable (String) -> Void = { line in
        let bytes = Array(line.utf8)
        lock.withLock { _ in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count)
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Guards standard error.
    private static let lock = Mutex(())

    /// One value of `metadata`.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes `event` as one line.
    public func log(event: LogEvent) {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { $1 } }
        if let own = event.metadata { fields.merge(own) { $1 } }
        write(line(event.level, "\(event.message)", fields))
    }

    private func line(_ level: Logger.Level, _ message: String, _ fields: Logger.Metadata) -> String
    {
        let details = fields.sorted { $0.key < $1.key }
            .map { "\(Self.escaped($0.key))=\(Self.quoted("\($0.value)"))" }.joined(separator: " ")
        let text = Self.escaped(message)
        switch style {
        case .journal:
            return "<\(level.priority)>" + text + (details.isEmpty ? "" : " " + details) + "\n"
        case .plain:
            return "\(clock) \(level.word) \(text)" + (details.isEmpty ? "" : "  " + details) + "\n"
        case .coloured:
            let colour = level.colour
            return "\u{1B}[2m\(clock)\u{1B}[0m \u{1B}[\(colour)m\(level.word)\u{1B}[0m \(text)"
                + (details.isEmpty ? "" : "  \u{1B}[2m\(details)\u{1B}[0m") + "\n"
        }
    }

    private var clock: String {
        var seconds = time_t(now().timeIntervalSince1970)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec]
            .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    private static func quoted(_ value: String) -> String {
        // Scalars: a blank or quote with an accent on it is one all the same to who reads the line.
        let text = escaped(value).unicodeScalars
        guard text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == "=" }) else {
            return String(text)
        }
        return "\"" + text.map { $0 == "\"" ? "\\\"" : String($0) }.joined() + "\""
    }

    /// Shows control characters and those that turn the direction of text as escapes.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            if isUnsafe(scalar) {
                line += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Logger.Level {
    /// The syslog priority, as sd-daemon(3) wants it.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    fileprivate var word: String {
        rawValue + String(repeating: " ", count: max(0, 8 - rawValue.count))
    }

    fileprivate var colour: String {
        switch self {
        case .trace, .debug: "2"
        case .info: "32"
        case .notice: "36"
        case .warning: "33"
        case .error, .critical: "1;31"
        }
    }
}
