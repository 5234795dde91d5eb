import ArgumentParser

/// The command `repute silence`.
struct SilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Keeps certain alerts from being made for a while.",
        discussion: """
            What a silence covers is stored, scored and counted in digests as ever; only its alerts \
            are not made, and `repute rules explain` says so.

            Examples:
              repute silence add --source town-forum --for 2h --comment "moving servers"
              repute silence list
              repute silence remove 3
            """,
        subcommands: [
            SilenceAddCommand.self, SilenceListCommand.self, SilenceRemoveCommand.self,
        ])
}
