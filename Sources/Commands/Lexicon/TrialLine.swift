import ArgumentParser

/// A line of an overlay on the command line: `word=valence` or `word=valence:language`.
struct TrialLine: ExpressibleByArgument, Sendable, Hashable {
    /// The line as it would stand in a file.
    var text: String

    init?(argument: String) {
        guard let mark = argument.lastIndex(of: "=") else { return nil }
        let term = argument[..<mark]
        let value = argument[argument.index(after: mark)...]
            .split(separator: ":", omittingEmptySubsequences: false)
        guard !term.allSatisfy(\.isWhitespace), (1...2).contains(value.count),
            !argument.contains(where: { $0.isNewline || $0 == "\t" })
        else { return nil }
        text = ([term] + value).joined(separator: "\t")
    }
}
