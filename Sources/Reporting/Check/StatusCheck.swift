public import FoundationEssentials
import TextProcessing

/// Whether all is well, in the words of the monitoring plugins of Nagios and its kin.
///
/// One line with the worst of all that was found, `|` and the figures, then a line for each finding.
/// <https://www.monitoring-plugins.org/doc/guidelines.html>
public struct StatusCheck: Sendable {
    /// A state, and the exit code that says so.
    public enum State: Int32, Sendable, Hashable, CaseIterable {
        case ok = 0
        case warning = 1
        case critical = 2
        case unknown = 3

        /// In capitals, as the first words of the line.
        public var word: String {
            switch self {
            case .ok: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            case .unknown: "UNKNOWN"
            }
        }

        /// What matters more: critical, then unknown, then warning.
        fileprivate var weight: Int {
            switch self {
            case .ok: 0
            case .warning: 1
            case .unknown: 2
            case .critical: 3
            }
        }
    }

    /// What was found wrong, and how bad it is.
    public struct Finding: Sendable, Hashable {
        /// Never `.ok`.
        public var state: State
        /// One sentence without a full stop.
        public var text: String

        /// A finding.
        public init(_ state: State, _ text: String) {
            self.state = state
            self.text = text
        }
    }

    /// Whether a daemon works on the store.
    public enum Daemon: Sendable, Hashable {
        case runs
        case isMissing
        /// The store's lock can't be read by this user.
        case cannotBeSeen
    }

    /// All that was found wrong, the worst first.
    public let findings: [Finding]
    /// The figures, in the order in which they are written.
    let figures: [CheckFigure]
    private let summary: String

    /// The check of what a status page knows, at `now`.
    public init(
        _ page: StatusPage, daemon: Daemon, thresholds: CheckThresholds = CheckThresholds(),
        now: Date
    ) {
        let reading = CheckReading(page: page, thresholds: thresholds, now: now)
        let found = Self.findings(on: daemon) + reading.findings
        // Of equals the first found stays first.
        findings = found.enumerated().sorted {
            ($0.element.state.weight, -$0.offset) > ($1.element.state.weight, -$1.offset)
        }.map(\.element)
        figures = reading.figures
        summary = reading.summary
    }

    /// The check of a store that could not be read.
    public init(unreadable reason: String, daemon: Daemon) {
        findings =
            [Finding(.critical, "the store can't be read: \(reason)")]
            + Self.findings(on: daemon)
        figures = []
        summary = ""
    }

    /// What can't be checked at all, as where the configuration has errors.
    public init(unknown reason: String) {
        findings = [Finding(.unknown, reason)]
        figures = []
        summary = ""
    }

    /// The worst of what was found.
    public var state: State { findings.map(\.state).max { $0.weight < $1.weight } ?? .ok }

    /// The lines that a plugin prints.
    public var text: String {
        let first = findings.first.map { Self.plain($0.text) } ?? summary
        let more = findings.count > 1 ? " (and \(findings.count - 1) more)" : ""
        var line = "REPUTE \(state.word) - \(first)\(more)"
        if !figures.isEmpty { line += " | " + figures.map(\.text).joined(separator: " ") }
        let rest =
            findings.isEmpty ? [] : findings.map { "\($0.state.word): \(Self.plain($0.text))" }
        return ([line] + rest).joined(separator: "\n") + "\n"
    }

    private static func findings(on daemon: Daemon) -> [Finding] {
        switch daemon {
        case .runs: []
        case .isMissing: [Finding(.critical, "reputed does not run")]
        case .cannotBeSeen:
            [
                Finding(
                    .unknown,
                    "whether reputed runs can't be seen by this user: run the check as the user repute"
                )
            ]
        }
    }

    /// One line, in which nothing is taken for the beginning of the figures.
    private static func plain(_ text: String) -> String {
        TerminalText.sanitized(String(text.map { $0 == "|" ? "/" : $0.isNewline ? " " : $0 }))
    }
}

/// From where on something is a warning, and from where on critical; nil: never.
public struct CheckThresholds: Sendable, Hashable {
    /// Two bounds, either of which may be missing; what reaches one has crossed it.
    public struct Bounds: Sendable, Hashable {
        /// From here on it is a warning.
        public var warning: Double?
        /// From here on it is critical.
        public var critical: Double?

        /// Bounds.
        public init(warning: Double? = nil, critical: Double? = nil) {
            self.warning = warning
            self.critical = critical
        }

        func state(of value: Double) -> StatusCheck.State {
            if let critical, value >= critical { return .critical }
            if let warning, value >= warning { return .warning }
            return .ok
        }
    }

    /// Sources that are unreachable, unreadable or gone; all of them is critical in any case.
    public var dead = Bounds(warning: 1)
    /// Seconds that the oldest pending delivery waits; an hour and six hours.
    public var outbox = Bounds(warning: 3600, critical: 6 * 3600)
    /// Deliveries that were given up.
    public var givenUp = Bounds(warning: 1)
    /// Seconds that a source is due without being asked; a quarter of an hour and an hour.
    public var overdue = Bounds(warning: 900, critical: 3600)
    /// Seconds that the oldest complaint waits for an answer; never, since what a source brought as
    /// history is old from the first.
    public var complaint = Bounds()

    /// The defaults.
    public init() {}
}
