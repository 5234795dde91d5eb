import ArgumentParser
import Assembly

/// The daemon's command line.
@main
struct Reputed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reputed",
        abstract: "Watch review and mention feeds, and tell the owner of complaints.",
        discussion: """
            Runs in the foreground until SIGTERM. SIGHUP reads the configuration anew; a bad one is \
            refused and the old one stays in force.

            EXAMPLES
              reputed --config /etc/repute/repute.yaml
              reputed --config ./repute.yaml --once

            EXIT STATUS
              0   stopped by SIGTERM or SIGINT, or --once found everything well
              1   --once: a source could not be read, or an alert not be delivered
              69  the database is not usable, or another reputed works on it
              78  the configuration has errors
            """,
        version: Version.current)

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file (default: $REPUTE_CONFIG, else \(ConfigurationPath.standard)).",
            valueName: "file"))
    var config: String?

    @Flag(name: .long, help: "Poll what is due, decide, deliver, print a summary and exit.")
    var once = false

    func run() async throws {
        let door = DaemonDoor(configuration: config)
        let status = once ? await door.runOnce() : await door.run()
        if status != 0 { throw ExitCode(status) }
    }
}
