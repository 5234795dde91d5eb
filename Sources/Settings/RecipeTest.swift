import Model
public import Parsing

/// How a recipe does with its sample.
public struct RecipeTest: Sendable, Hashable {
    /// The closed list of outcomes.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case passed
        /// The sample gives entries, but other ones than are written down.
        case differs
        /// The sample gives entries, and nothing is written down to compare them with.
        case unchecked
        /// The sample can be read, but has no entry.
        case empty
        /// The sample cannot be read by the recipe.
        case unreadable
        /// There is no sample.
        case missing
    }

    /// The name of the recipe.
    public var recipe: String
    /// How it ended.
    public var outcome: Outcome
    /// How many entries the sample gives.
    public var entryCount: Int
    /// What is wrong, one clause each; empty where it passed.
    public var details: [String]
    /// The sample's file as messages name it; nil where there is none.
    public var sampleFile: String?
    /// What the recipe made of the sample, in the form of an expectation; nil where nothing came.
    public var reading: [UInt8]?

    /// Whether the recipe does what it should, as far as its sample tells.
    public var isGood: Bool { outcome == .passed || outcome == .unchecked }

    /// Reads the sample, and compares the entries with those that are expected.
    public init(_ recipe: Recipe, sample: RecipeSample?) {
        self.recipe = recipe.name
        entryCount = 0
        details = []
        sampleFile = sample?.file
        guard let sample else {
            outcome = .missing
            return
        }
        let trial = RecipeTrial(recipe, sample: sample.bytes)
        switch trial.result {
        case .failure(let error):
            outcome = .unreadable
            details = [error.detail] + trial.errors.map(\.message)
        case .success(let feed):
            let reading = RecipeReading(feed)
            self.reading = reading.json
            entryCount = feed.entries.count
            (outcome, details) = Self.judged(reading, sample)
            if outcome == .empty { details += trial.errors.map(\.message) }
        }
    }

    private static func judged(
        _ reading: RecipeReading, _ sample: RecipeSample
    ) -> (Outcome, [String]) {
        guard !reading.entries.isEmpty else { return (.empty, ["the sample has no entry"]) }
        guard let expectation = sample.expectation else { return (.unchecked, []) }
        guard let expected = RecipeReading(json: expectation) else {
            return (.differs, ["the file of expected entries is not what `recipes test` writes"])
        }
        let differences = reading.differences(from: expected)
        return (differences.isEmpty ? .passed : .differs, differences)
    }
}
