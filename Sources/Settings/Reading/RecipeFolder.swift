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
            if let recipe = recipe(file, problems) { library = library.adding(recipe) }
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
}
