import Foundation
import Model
import Monitor
import Storage
import TextProcessing

/// What one pass did, for the person who asked for it.
public struct OnceSummary: Sendable {
    /// Whether every source was read and every letter handed over.
    public let isClean: Bool
    /// Lines for a terminal or a mail from cron; untrusted text in it is made safe.
    public let text: String

    init(_ report: Monitor.OnceReport, new: [Mention], sources: Int) {
        isClean = report.isClean
        var lines = [
            "polled \(report.poll.polled) of \(sources) sources, "
                + "\(report.poll.failed.count) failed; \(report.poll.new.count) new mentions, "
                + "\(report.poll.changed.count) changed"
        ]
        for (source, failure) in report.poll.failed.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(source): \(failure.reason.rawValue): \(failure.detail)")
        }
        lines += new.map(Self.line)
        lines.append(
            "decided on \(report.decide.decided) mentions: \(report.decide.alerts) alerts, "
                + "\(report.decide.held) held back")
        for (channel, delivery) in report.deliver.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "  \(channel): \(delivery.delivered) delivered, \(delivery.failed) to be tried "
                    + "again, \(delivery.givenUp) given up")
        }
        text = lines.map { TerminalText.sanitized($0) }.joined(separator: "\n") + "\n"
    }

    private static func line(_ mention: Mention) -> String {
        let sentiment = mention.sentiment
        let score =
            sentiment.label == .unscored
            ? "  ?  " : (sentiment.score < 0 ? "−" : "+") + twoDigits(abs(sentiment.score))
        let stars = mention.entry.rating.map { " \(twoDigits($0.stars))★" } ?? ""
        let title =
            (mention.entry.title ?? mention.entry.text ?? "(no text)")
            .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return "  #\(mention.id) \(score) \(sentiment.label.rawValue)\(stars) \(mention.source): "
            + title.prefix(70)
    }

    private static func twoDigits(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
