import FoundationEssentials
import Model

/// The line that points at the complaint that waits longest.
enum UnansweredLine {
    static func text(_ mention: Mention, names: Names, for reader: Reader) -> String {
        let age = reader.time.now.timeIntervalSince(mention.occurredAt)
        let start = "Oldest unanswered: \(TimeText.rounded(age)), #\(mention.id), "
        let source = Table.Cell(names.title(of: mention.source)).text
        let says = Table.Cell(MentionListing.excerpt(of: mention.entry)).text
        let line = "\(start)\(source): “\(TextFitting.shortened(says, to: 60))”"
        return reader.style.paint(line, .warning)
    }
}
