import ArgumentParser
import Foundation
import Parsing
import Reporting
import Settings
import TextProcessing

/// The command `repute recipes test`.
struct RecipesTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Reads the samples of recipes and compares what they give with what they should.",
        discussion: """
            Nothing is fetched. The samples of the recipes that come with Repute are part of the \
            program; that of your own recipe NAME is samples/NAME.json, .xml or .html beside it, \
            and what it must give samples/NAME.expected.json, which --write writes: read it before \
            you keep it. Exit code 1 means that a sample can't be read, has no entry, or gives \
            other entries than it should.

            Examples:
              repute recipes test
              repute recipes test corner-shop --write
            """)

    @Argument(help: ArgumentHelp("The names of recipes; all unless given.", valueName: "name"))
    var names: [String] = []

    @Flag(help: "Write down what the samples of your own recipes give, as what they must give.")
    var write = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Workplace.console(options)
        let library = try await Workplace.settings(options).recipes
        let recipes =
            try names.isEmpty ? library.recipes : names.map { try library.known($0) }
        let write = write
        let tests = try await onOwnThread {
            try recipes.map { try Self.test($0, library, write: write) }
        }
        let reader = console.reader(zone: .gmt, now: .now)
        try await console.print(Self.listing(tests).rendered(as: options.format, for: reader))
        // A recipe of the owner's needs no sample, but one that is asked for by name does.
        let isBad = tests.contains {
            $0.outcome == .missing ? !names.isEmpty || !library.isOwn($0.recipe) : !$0.isGood
        }
        if isBad { throw CommandFailure(.failed) }
    }

    private static func test(
        _ recipe: Recipe, _ library: RecipeLibrary, write: Bool
    ) throws -> RecipeTest {
        let sample = library.sample(ofRecipe: recipe.name)
        let test = RecipeTest(recipe, sample: sample)
        guard write, let file = sample?.expectationFile, let reading = test.reading,
            test.entryCount > 0
        else { return test }
        do {
            try Data(reading).write(to: URL(filePath: file))
        } catch {
            throw CommandFailure(.inputOutput, "\(file) can't be written")
        }
        return RecipeTest(recipe, sample: library.sample(ofRecipe: recipe.name))
    }

    /// One row a recipe.
    static func listing(_ tests: [RecipeTest]) -> Listing {
        let bad = tests.count { !$0.isGood && $0.outcome != .missing }
        let summary =
            "\(tests.count) \(tests.count == 1 ? "recipe" : "recipes") tested, "
            + (bad == 0 ? "none is wrong." : "\(bad) \(bad == 1 ? "is" : "are") wrong.")
        return Listing(
            columns: [
                Listing.Column("name", "Recipe"),
                Listing.Column("outcome", "Outcome"),
                Listing.Column("entries", "Entries", alignment: .trailing),
                Listing.Column("sample", "Sample", minimum: 12),
                Listing.Column("details", "What is wrong", minimum: 16, maximum: 100),
            ],
            rows: tests.map { test in
                [
                    .text(test.recipe), .state(test.outcome.rawValue, meaning(test)),
                    .integer(test.entryCount), .text(test.sampleFile), .texts(test.details),
                ]
            }, whenEmpty: "There is no recipe.", footer: [summary])
    }

    private static func meaning(_ test: RecipeTest) -> TerminalStyle.Meaning? {
        switch test.outcome {
        case .passed: .positive
        case .unchecked, .missing: .warning
        case .differs, .empty, .unreadable: .negative
        }
    }
}
