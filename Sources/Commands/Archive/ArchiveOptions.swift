import ArgumentParser
import Reporting
import Storage

/// The options of the command that writes an archive; the same as those of every command, but for the
/// formats.
struct ArchiveOptions: ParsableArguments {
    @Option(
        name: .customLong("config"),
        help: ArgumentHelp(
            "The configuration file (else $REPUTE_CONFIG, else /etc/repute/repute.yaml).",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var configuration: String?

    @Option(help: "The form of the archive.")
    var format: ArchiveFormat = .jsonl

    @Option(help: "When to colour; auto means in a terminal, unless NO_COLOR is set.")
    var color: TerminalStyle.Choice = .auto

    /// The same for everything but the format.
    var global: GlobalOptions {
        var options = GlobalOptions()
        options.configuration = configuration
        options.format = .table
        options.color = color
        return options
    }
}
