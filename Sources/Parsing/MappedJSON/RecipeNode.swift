/// Where something stands in the text of a recipe; both from 1.
public struct RecipePosition: Sendable, Hashable {
    public var line: Int
    public var column: Int

    /// A position as the reader of the text counts it.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// The text of a recipe as a tree, freed from the language it is written in.
///
/// Whoever reads the file makes this of it; `Recipe.init(fields:)` gives it a meaning. Scalars are
/// texts as written: `5`, `true` and `yes` are told apart only where a key asks for it.
public indirect enum RecipeNode: Sendable, Hashable {
    /// One key of a map with its value.
    public struct Entry: Sendable, Hashable {
        public var key: String
        public var position: RecipePosition
        public var value: RecipeNode

        /// A key that stands at `position`.
        public init(key: String, at position: RecipePosition, value: RecipeNode) {
            self.key = key
            self.position = position
            self.value = value
        }
    }

    case scalar(String, at: RecipePosition)
    case list([RecipeNode], at: RecipePosition)
    case map([Entry], at: RecipePosition)

    /// Where the node begins.
    public var position: RecipePosition {
        switch self {
        case .scalar(_, let position), .list(_, let position), .map(_, let position): position
        }
    }
}

/// One thing that is wrong with a recipe.
public struct RecipeProblem: Sendable, Hashable {
    public var position: RecipePosition
    /// What is wrong, as a clause without a full stop: ``unknown key `titel` ``.
    public var message: String
    /// What to do about it, such as ``did you mean `title`?``; nil where nothing can be proposed.
    public var suggestion: String?

    /// A problem at `position`.
    public init(position: RecipePosition, message: String, suggestion: String? = nil) {
        self.position = position
        self.message = message
        self.suggestion = suggestion
    }
}

/// Everything that is wrong with a recipe, in the order of its text; at least one problem.
public struct RecipeProblems: Error, Sendable, Hashable {
    public var problems: [RecipeProblem]

    /// The problems of one recipe.
    public init(_ problems: [RecipeProblem]) {
        self.problems = problems
    }
}
