import ArgumentParser
import Assembly
import Reporting
import Settings

/// The command `repute rules test`.
struct RulesTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs tests of your rules: mentions, and what is to become of each.",
        discussion: """
            Texts are matched and scored as a poll would, and decided on by the code of the daemon on \
            a clock that the test sets, by the rules of the configuration that are on. Nothing is \
            stored or sent. Exit code 1 means that a test failed, 78 that a file can't be read.

              tests:
                - name: a hair in the soup gets somebody up
                  mention: {source: shop-reviews, stars: 1, text: Found a hair in my soup.}
                  expect: {alert: bad-review, severity: critical}

            Examples:
              repute rules test rule-tests.yaml
              repute rules test tests/*.yaml --config new.yaml
            """)

    @Argument(
        help: ArgumentHelp("Files of tests.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let settings = workplace.settings
        let files = files
        let read = try await onOwnThread {
            try files.map { file throws(CommandFailure) in
                do throws(SettingsProblems) {
                    return try RuleTestFile.read(path: file, settings: settings)
                } catch {
                    throw CommandFailure(.configuration, error.description)
                }
            }
        }
        let run = RuleTestRun(settings: settings, pipeline: workplace.assembly.pipeline)
        let page = RuleTestPage(
            cases: read.flatMap { file in file.cases.map { run.outcome(of: $0, in: file.file) } })
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
        if page.failed > 0 { throw CommandFailure(.failed) }
    }
}
