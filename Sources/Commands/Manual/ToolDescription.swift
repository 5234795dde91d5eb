import ArgumentParser
import FoundationEssentials

/// The commands and their options, as the argument parser describes itself.
///
/// The parser dumps its definitions as JSON (`--experimental-dump-help`, serialization version 0);
/// this reads what manual pages need of it, so that they can't differ from `--help`.
struct ToolDescription: Decodable {
    struct Command: Decodable {
        var superCommands: [String]?
        var shouldDisplay: Bool?
        var commandName: String
        var abstract: String?
        var discussion: String?
        var subcommands: [Command]?
        var arguments: [Argument]?

        /// All names from the root on: `repute alerts retry`.
        var path: [String] { (superCommands ?? []) + [commandName] }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String

            var spelled: String { (kind == "long" ? "--" : "-") + name }
        }

        /// `positional`, `option` or `flag`.
        var kind: String
        var shouldDisplay: Bool
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var allValues: [String]?
        var abstract: String?
    }

    var serializationVersion: Int
    var command: Command

    /// The description of a root command.
    static func describing(_ root: any ParsableCommand.Type) throws -> ToolDescription {
        try JSONDecoder().decode(ToolDescription.self, from: Data(root._dumpHelp().utf8))
    }
}
