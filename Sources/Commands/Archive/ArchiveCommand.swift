import ArgumentParser

/// The commands below `repute archive`.
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract:
            "Takes everything out of the store in open formats, and puts it into an empty one.",
        discussion: """
            An archive holds all that is stored, secrets apart, which are in the configuration and \
            never in the store. To store reviews of other places, use `repute import`; for a copy of \
            the database, `repute backup`.

            Examples:
              repute archive export repute.jsonl
              repute archive import repute.jsonl
            """,
        subcommands: [ExportCommand.self, ArchiveImportCommand.self])
}
