import Model
import Settings

@testable import Parsing

/// Recipes: the text of one, or the name of one of ours, and behind `%%` a payload that it reads.
enum RecipePromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        guard let recipe = try recipe(input) else { return }
        let payload = input.bytes(1)
        try FeedPromises.read(
            payload, options: .init(baseURL: FeedPromises.address, recipe: recipe))
        let trial = RecipeTrial(recipe, sample: payload)
        for problem in trial.errors + trial.doubts { try check(problem) }
        try checkRequest(recipe)
    }

    private static func recipe(_ input: FuzzInput) throws(BrokenPromise) -> Recipe? {
        if let known = RecipeLibrary.embedded.recipe(named: input.text(0)) { return known }
        do throws(SettingsProblems) {
            return try RecipeLibrary.recipe(reading: input.bytes(0), file: "fuzz.yaml")
        } catch {
            try SettingsPromises.check(error, of: [input.bytes(0)])
            return nil
        }
    }

    private static func check(_ problem: RecipeProblem) throws(BrokenPromise) {
        try promise(
            problem.position.line >= 1 && problem.position.column >= 1,
            "a problem at \(problem.position)")
        try TextPromises.checkSentence(problem.message, "a problem")
        try TextPromises.checkSentence(problem.suggestion, "what to do about it")
    }

    /// A request is made whole or refused with words; a value stays in the place that it is for.
    private static func checkRequest(_ recipe: Recipe) throws(BrokenPromise) {
        let hostile = "a/../b?c=d&e#f g%00"
        let values = recipe.parameters.map { ($0.name, Secret(hostile)) }
        let request: RecipeRequest
        do throws(RecipeParameterError) {
            request = try recipe.request(with: Dictionary(values) { first, _ in first })
        } catch {
            try promise(!error.problems.isEmpty, "a refusal without a problem")
            for problem in error.problems {
                try promise(!problem.message.isEmpty, "a problem without words")
            }
            return
        }
        for header in request.headers {
            try promise(
                !header.value.reveal().unicodeScalars.contains { $0.value < 0x20 },
                "a header of more than one line")
        }
    }
}
