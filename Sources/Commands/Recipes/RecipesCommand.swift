import ArgumentParser
import FoundationEssentials
import Parsing
import Reporting
import Settings

/// The command `repute recipes`.
struct RecipesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipes",
        abstract: "Lists the kinds of sources that Repute knows, and tells how each is used.",
        discussion: """
            A recipe knows the address, the parameters and the limits of one kind of source. Those \
            of your own, in the folders under `recipes:` in the configuration, are among them.

            Examples:
              repute recipes
              repute recipes show trustpilot
              repute recipes test
            """,
        subcommands: [
            RecipesListCommand.self, RecipesShowCommand.self, RecipesTestCommand.self,
        ],
        defaultSubcommand: RecipesListCommand.self)
}

/// The command `repute recipes list`.
struct RecipesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the recipes with their parameters and with what they can't give.",
        discussion: """
            A parameter with a question mark may be left out. JSON and CSV tell more of each.

            Examples:
              repute recipes list
              repute recipes list --format json | jq -r '.[] | select(.kind == "review") | .name'
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Workplace.console(options)
        let library = try await Workplace.settings(options).recipes
        try await console.print(
            RecipeListing.listing(library.recipes, library)
                .rendered(as: options.format, for: console.reader(zone: .gmt, now: .now)))
    }
}

/// The command `repute recipes show`.
struct RecipesShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tells all about a recipe: parameters, limits, and a source that uses it.",
        discussion: """
            Examples:
              repute recipes show app-store
              repute recipes show google-places --format json
            """)

    @Argument(help: ArgumentHelp("The name of a recipe.", valueName: "name"))
    var name: String

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Workplace.console(options)
        let library = try await Workplace.settings(options).recipes
        let recipe = try library.known(name)
        let reader = console.reader(zone: .gmt, now: .now)
        let text =
            options.format == .table
            ? RecipePage(recipe: recipe, file: library.file(ofRecipe: name), reader: reader).text
            : RecipeListing.listing([recipe], library).rendered(as: options.format, for: reader)
        try await console.print(text)
    }
}

extension RecipeLibrary {
    /// The recipe of this name; an unknown one is an error that names the nearest or all.
    func known(_ name: String) throws(CommandFailure) -> Recipe {
        if let recipe = recipe(named: name) { return recipe }
        throw CommandFailure(.usage, RecipeListing.unknown(name, among: names))
    }
}
