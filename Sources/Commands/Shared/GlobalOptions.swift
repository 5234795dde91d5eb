import ArgumentParser
import Reporting

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "The configuration file (else $REPUTE_CONFIG, else /etc/repute/repute.yaml).",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var configuration: String?

    @Option(help: "How results are written.")
    var format: OutputFormat = .table

    @Option(help: "When to colour; auto means in a terminal, unless NO_COLOR is set.")
    var color: TerminalStyle.Choice = .auto
}
