public import Parsing

/// The recipes by name: those that come with Repute, and the owner's own in front of them.
///
/// Cheap to copy. A recipe that comes with Repute is read when it is first asked for, so what needs
/// none pays nothing. Safe to use from any thread.
public struct RecipeLibrary: Sendable {
    /// The recipes that come with Repute, and no others.
    public static let embedded = RecipeLibrary()

    private var own: [String: OwnRecipe] = [:]

    /// A recipe of the owner's and the file that it was read from.
    private struct OwnRecipe: Sendable {
        var recipe: Recipe
        var file: String?
    }

    /// The name of every recipe, sorted.
    public var names: [String] {
        Set(EmbeddedRecipes.names).union(own.keys).sorted()
    }

    /// Every recipe, sorted by name; reads all of them.
    public var recipes: [Recipe] { names.compactMap { recipe(named: $0) } }

    /// The recipe of this name; the owner's own goes before one that comes with Repute.
    public func recipe(named name: String) -> Recipe? {
        own[name]?.recipe ?? EmbeddedRecipes.recipe(named: name)
    }

    /// The library with a recipe of the owner's in it, which was read from `file`.
    public func adding(_ recipe: Recipe, file: String? = nil) -> RecipeLibrary {
        var library = self
        library.own[recipe.name] = OwnRecipe(recipe: recipe, file: file)
        return library
    }

    /// The file of the owner's recipe of this name; nil for one that comes with Repute.
    public func file(ofRecipe name: String) -> String? { own[name]?.file }

    /// Whether the recipe of this name is the owner's.
    public func isOwn(_ name: String) -> Bool { own[name] != nil }

    /// The sample of a recipe; nil where there is none or it cannot be read.
    ///
    /// Reads files for a recipe of the owner's, and blocks meanwhile.
    public func sample(ofRecipe name: String) -> RecipeSample? {
        guard let recipe = own[name] else { return EmbeddedRecipes.sample(named: name) }
        return recipe.file.flatMap { try? RecipeSample.beside($0) }
    }

    /// Reads one recipe from the bytes of a file; throws all problems in it at once.
    ///
    /// `file` is the name that the problems carry.
    public static func recipe(
        reading bytes: [UInt8], file: String
    ) throws(SettingsProblems) -> Recipe {
        let problems = ProblemCollector()
        if let document = YAMLDocument.read(bytes, file: file, problems: problems) {
            if let root = document.root, !problems.hasErrors {
                do {
                    return try Recipe(fields: RecipeNode(root))
                } catch {
                    for problem in error.problems {
                        let place = Place(
                            file: file, line: problem.position.line, column: problem.position.column
                        )
                        problems.error(place, problem.message, problem.suggestion)
                    }
                }
            } else if document.root == nil {
                problems.error(file: file, "the recipe is empty")
            }
        }
        throw SettingsProblems(problems.sorted(files: [file]))
    }
}

extension RecipeNode {
    /// The same tree in the words of the room that understands recipes.
    init(_ node: YAMLNode) {
        let position = RecipePosition(line: node.place.line, column: node.place.column)
        switch node.content {
        case .scalar(let text, _):
            self = .scalar(node.isNull ? "" : text, at: position)
        case .list(let items):
            self = .list(items.map(RecipeNode.init), at: position)
        case .map(let entries):
            self = .map(
                entries.map { entry in
                    Entry(
                        key: entry.key,
                        at: RecipePosition(line: entry.place.line, column: entry.place.column),
                        value: RecipeNode(entry.value))
                }, at: position)
        }
    }
}
