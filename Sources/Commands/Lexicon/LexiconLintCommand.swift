import ArgumentParser
import Reporting
import Scoring
import Settings

/// The command `repute lexicon lint`.
struct LexiconLintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks lists of your own words for mistakes and contradictions.",
        discussion: """
            Looks at the files below lexicons in the configuration, then at those given, in this \
            order: later lines hold. Besides lines that cannot be read it tells terms with opposite \
            signs, also of a plural or another spelling; phrases whose sign is opposite to all their \
            words; lines that change nothing, silence what is not there, or are replaced or hidden by \
            others. Exit code 0 means that there are at most warnings, 78 that the daemon would not \
            start.

            Examples:
              repute lexicon lint
              repute lexicon lint lexicons/coffee.tsv
            """)

    @Argument(help: "Files to check besides those of the configuration.", completion: .file())
    var overlays: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let settings = try await Workplace.settings(options)
        let console = Workplace.console(options)
        let paths = overlays
        let files = try await onOwnThread { try OverlayFiles(settings, and: paths).files }
        guard !files.isEmpty else {
            Console.complain(
                "no list of your own is configured below `lexicons`, and none was given")
            return
        }
        let problems = Self.problems(in: files)
        let page = ProblemPage(problems: problems)
        try await console.print(page.rendered(as: options.format, style: console.style))
        if options.format == .table {
            try await console.print(Self.summary(fileCount: files.count, problems))
        }
        if problems.contains(where: { !$0.isWarning }) { throw CommandFailure(.configuration) }
    }

    /// What is wrong or doubtful in `files`.
    static func problems(in files: [(file: String, text: String)]) -> [SettingsProblem] {
        OverlayLint.findings(in: files, lexicon: .embedded).map { finding in
            SettingsProblem(
                file: finding.file, line: finding.line, column: finding.column,
                message: finding.message, suggestion: finding.advice.isEmpty ? nil : finding.advice,
                isWarning: finding.isWarning)
        }
    }

    /// How much was found, in a line.
    static func summary(fileCount: Int, _ problems: [SettingsProblem]) -> String {
        func count(_ number: Int, _ one: String) -> String {
            number == 1 ? "1 \(one)" : "\(number) \(one)s"
        }
        let warnings = problems.count { $0.isWarning }
        return "\(count(fileCount, "file")): \(count(problems.count - warnings, "error")), "
            + "\(count(warnings, "warning"))\n"
    }
}
