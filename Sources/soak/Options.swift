import Foundation

/// What the command line asks for.
struct Options: Sendable {
    var days = 730
    var sources = 1000
    var seed: UInt64 = 1
    /// Where settings, store and journals go; emptied at the start.
    var folder = FileManager.default.temporaryDirectory.appending(path: "repute-soak").path
    /// The CLI that checks the store at the end.
    var repute = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "repute").path

    static let usage = """
        usage: soak [--days 730] [--sources 1000] [--seed 1] [--folder FOLDER] [--repute PROGRAM]
        """

    init(_ words: [String]) throws {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { throw SoakError(Self.usage) }
            switch word {
            case "--days": days = try Self.number(value, 21...3650)
            case "--sources": sources = try Self.number(value, 20...10_000)
            case "--seed": seed = UInt64(try Self.number(value, 0...Int.max))
            case "--folder": folder = value
            case "--repute": repute = value
            default: throw SoakError(Self.usage)
            }
        }
    }

    private static func number(_ text: String, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw SoakError(
                "\(text) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// How long mentions are kept, in days: a quarter of the run, so that most of what comes goes again.
    var keptDays: Int { min(max(days / 4, 7), 180) }
    /// The same for the sources that keep theirs for less.
    var keptDaysOfBrief: Int { max(keptDays / 2, 3) }
    /// How long the names of authors are kept, in days.
    var namedDays: Int { max(keptDays / 3, 2) }
    /// How long settled letters are kept, in days.
    var outboxDays: Int { min(30, keptDays) }
}

/// Why the soak can't go on; one sentence.
struct SoakError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
