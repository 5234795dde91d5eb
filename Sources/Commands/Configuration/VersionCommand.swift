import ArgumentParser
import Assembly
import Reporting
import Scoring

/// The command `repute version`.
struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Shows the version of the program and of its lexicon.",
        discussion: """
            Examples:
              repute version
              repute version --format json
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let text = Self.text(
            version: Version.current, lexicon: Lexicon.embedded.edition, as: options.format)
        try await Workplace.console(options).print(text)
    }

    /// The versions in the form that is asked for.
    static func text(version: String, lexicon: String, as format: OutputFormat) -> String {
        switch format {
        case .json, .jsonl:
            JSONValue.members(["version": .string(version), "lexicon": .string(lexicon)]).text
                + "\n"
        case .csv:
            CSV.record(["version", "lexicon"]) + CSV.record([CSV.text(version), CSV.text(lexicon)])
        case .table, .markdown: "repute \(version), lexicon \(lexicon)\n"
        }
    }
}
