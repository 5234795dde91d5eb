import Model
import Parsing

/// A folder of the owner's recipes, one file each.
enum RecipeFolder {
    /// `library` with the recipes of the folder at `path` in it; what is wrong with them is recorded.
    static func adding(
        _ folder: Placed<String>, to library: RecipeLibrary, problems: ProblemCollector
    ) -> RecipeLibrary {
        var library = library
        guard let names = FolderListing.names(folder.value) else {
            problems.error(
                folder.place,
                "the folder of recipes `\(shown(folder.value, limit: 200))` can't be read")
            return library
        }
        for name in names where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            let file = folder.value + "/" + name
            guard let recipe = recipe(file, problems) else { continue }
            library = library.adding(recipe, file: file)
            check(recipe, file, problems)
        }
        return library
    }

    private static func recipe(_ file: String, _ problems: ProblemCollector) -> Recipe? {
        do {
            let recipe = try RecipeLibrary.recipe(
                reading: TextFile.read(file).bytes, file: file)
            let expected = String(FilePath.name(file).dropLast(".yaml".count))
            if recipe.name == expected { return recipe }
            problems.error(
                file: file, "the recipe is called `\(recipe.name)` but its file `\(expected).yaml`",
                "give both the same name")
        } catch let error as SettingsProblems {
            error.problems.forEach(problems.add)
        } catch let error as TextFile.Failure {
            problems.error(file: file, "can't be read: \(error.detail)")
        } catch {
            problems.error(file: file, "can't be read")
        }
        return nil
    }

    /// Records what is doubtful about a recipe, and where it does not fit its own sample.
    private static func check(_ recipe: Recipe, _ file: String, _ problems: ProblemCollector) {
        warn(recipe.doubts, file, problems)
        let sample: RecipeSample?
        do throws(TextFile.Failure) {
            sample = try RecipeSample.beside(file)
        } catch {
            problems.add(
                SettingsProblem(
                    file: file, message: "its sample can't be read: \(error.detail)",
                    isWarning: true))
            return
        }
        guard let sample else { return }
        let trial = RecipeTrial(recipe, sample: sample.bytes)
        for problem in trial.errors {
            problems.error(place(of: problem, file), problem.message, problem.suggestion)
        }
        warn(trial.doubts, file, problems)
        guard trial.errors.isEmpty else { return }
        switch trial.result {
        case .failure(let error):
            problems.add(
                SettingsProblem(
                    file: sample.file, line: error.line, column: error.column,
                    message: "this sample can't be read by the recipe `\(recipe.name)`: "
                        + error.detail))
        case .success(let feed) where feed.entries.isEmpty:
            problems.add(
                SettingsProblem(
                    file: sample.file,
                    message: "the recipe `\(recipe.name)` finds no entry in this sample",
                    isWarning: true))
        case .success:
            compare(recipe, sample, problems)
        }
    }

    private static func compare(
        _ recipe: Recipe, _ sample: RecipeSample, _ problems: ProblemCollector
    ) {
        let test = RecipeTest(recipe, sample: sample)
        guard test.outcome == .differs, let file = sample.expectationFile else { return }
        problems.add(
            SettingsProblem(
                file: file,
                message: "the recipe `\(recipe.name)` gives other entries than this file: "
                    + (test.details.first ?? ""),
                suggestion: "`repute recipes test \(recipe.name)` tells all", isWarning: true))
    }

    private static func warn(
        _ doubts: [RecipeProblem], _ file: String, _ problems: ProblemCollector
    ) {
        for doubt in doubts {
            problems.warning(place(of: doubt, file), doubt.message, doubt.suggestion)
        }
    }

    private static func place(of problem: RecipeProblem, _ file: String) -> Place {
        Place(file: file, line: problem.position.line, column: problem.position.column)
    }
}
