import Logging
import Synchronization

/// A log that keeps what it is told, as `level: message error`, from `notice` on, and with all fields.
final class KeptLog: Sendable {
    struct Line {
        let text: String
        let fields: [String: String]
    }

    private let level: Logger.Level
    private let kept = Mutex<[Line]>([])

    init(level: Logger.Level = .notice) { self.level = level }

    var lines: [String] { told.map(\.text) }
    var told: [Line] { kept.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self, logLevel: level) } }

    private struct Handler: LogHandler {
        let log: KeptLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let error = event.metadata?["error"].map { " (\($0))" } ?? ""
            let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }
            let line = Line(
                text: "\(event.level): \(event.message)\(error)",
                fields: fields.mapValues(\.description))
            log.kept.withLock { $0.append(line) }
        }
    }
}
