import Foundation
import Logging
import Synchronization
import Telemetry
import Testing

/// Logs one line through a handler of this style at 1970-01-01 00:00:00 UTC; what was written.
private func line(
    _ style: JournalLogHandler.Style, _ level: Logger.Level = .warning, _ message: String,
    _ metadata: Logger.Metadata = [:]
) -> String {
    let lines = Written()
    let handler = JournalLogHandler(
        label: "test", level: .trace, style: style, write: { lines.add($0) },
        now: { Date(timeIntervalSince1970: 37_327) })
    Logger(label: "test", factory: { _ in handler }).log(
        level: level, "\(message)", metadata: metadata)
    return lines.text
}

private final class Written: Sendable {
    private let lines = Mutex("")
    var text: String { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0 += line } }
}

/// The clock of the golden lines, in the zone of this machine as the handler shows it.
private let clock: String = {
    let offset = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: 37_327))
    let seconds = (37_327 + offset + 86_400) % 86_400
    return [seconds / 3600, seconds / 60 % 60, seconds % 60]
        .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}()

struct `A log line` {
    @Test func `begins with its priority in the journal and has no time`() {
        #expect(
            line(.journal, .warning, "source is failing", ["source": "reviews", "failures": "3"])
                == "<4>source is failing failures=3 source=reviews\n")
    }

    @Test(arguments: [
        (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3),
        (.critical, 2),
    ])
    func `has the syslog priority of its level`(level: Logger.Level, priority: Int) {
        #expect(line(.journal, level, "x") == "<\(priority)>x\n")
    }

    @Test func `has time, level and fields elsewhere`() {
        #expect(
            line(.plain, .warning, "source is failing", ["source": "reviews"])
                == "\(clock) warning  source is failing  source=reviews\n")
        #expect(line(.plain, .info, "ready") == "\(clock) info     ready\n")
    }

    @Test func `is coloured on a terminal`() {
        #expect(
            line(.coloured, .error, "no room", ["path": "/var"])
                == "\u{1B}[2m\(clock)\u{1B}[0m \u{1B}[1;31merror   \u{1B}[0m no room"
                + "  \u{1B}[2mpath=/var\u{1B}[0m\n")
    }

    @Test func `quotes a value that has spaces, quotes or nothing`() {
        #expect(
            line(.journal, .info, "x", ["a": "two words", "b": "say \"hi\"", "c": "", "d": "k=v"])
                == "<6>x a=\"two words\" b=\"say \\\"hi\\\"\" c=\"\" d=\"k=v\"\n")
    }

    @Test func `quotes a value whose quotes and spaces carry accents`() {
        #expect(
            line(.journal, .info, "x", ["a": "b\"\u{301} \u{301}level=error"])
                == "<6>x a=\"b\\\"\u{301} \u{301}level=error\"\n")
    }

    @Test(arguments: [
        JournalLogHandler.Style.journal, .plain,
    ])
    func `is never forged by a message or a value`(style: JournalLogHandler.Style) {
        let evil = "ok\r\n<0>forged\u{1B}[2J\u{202E}\u{2028}\u{85}\0end"
        let escaped =
            "ok\\u{D}\\u{A}<0>forged\\u{1B}[2J\\u{202E}\\u{2028}\\u{85}\\u{0}end"
        let written = line(style, .info, evil, ["value": "\(evil)"])
        #expect(written.unicodeScalars.filter { $0 == "\n" }.count == 1)
        #expect(!written.dropLast().unicodeScalars.contains { $0.value < 0x20 })
        #expect(written.hasSuffix("\(escaped)\(style == .plain ? "  " : " ")value=\(escaped)\n"))
    }

    @Test func `is never forged by the name of a field`() {
        let written = line(.journal, .info, "x", ["a\n<0>b": "c"])
        #expect(written == "<6>x a\\u{A}<0>b=c\n")
    }

    @Test func `takes the colours of a terminal only from its style`() {
        let written = line(.coloured, .info, "a\u{1B}[31mb")
        #expect(written.hasSuffix("a\\u{1B}[31mb\n"))
    }
}

struct `The metadata of a log line` {
    @Test func `is the handler's, then the provider's, then the line's own`() {
        let lines = Written()
        var handler = JournalLogHandler(
            label: "test", level: .trace, style: .journal, write: { lines.add($0) })
        handler.metadata = ["a": "handler", "b": "handler", "c": "handler"]
        handler.metadataProvider = Logger.MetadataProvider { ["b": "provider", "c": "provider"] }
        #expect(handler[metadataKey: "a"] == "handler")
        Logger(label: "test", factory: { _ in handler }).info("x", metadata: ["c": "line"])
        #expect(lines.text == "<6>x a=handler b=provider c=line\n")
    }
}

struct `The style of log lines` {
    @Test func `is the journal's where systemd says so`() {
        #expect(JournalLogHandler.style(environment: ["JOURNAL_STREAM": "8:1"]) == .journal)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func `is plain where colours are not wanted`(environment: [String: String]) {
        #expect(JournalLogHandler.style(environment: environment) == .plain)
    }
}
