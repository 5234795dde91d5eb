import TextProcessing

/// Where something stands in the text of a recipe; both from 1.
public struct RecipePosition: Sendable, Hashable {
    /// 1 for the first line of the text.
    public var line: Int
    /// 1 for the first Unicode scalar of the line.
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
        /// The key as the text spells it; a map that is wrong may hold it twice.
        public var key: String
        /// Where the key begins.
        public var position: RecipePosition
        /// What stands under the key.
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
    /// Where the wrong part begins; for a part that is missing, the place that should hold it.
    public var position: RecipePosition
    /// What is wrong, as a clause without a full stop: ``unknown key `titel` ``.
    public var message: String
    /// What to do about it, such as ``did you mean `title`?``; nil where nothing can be proposed.
    public var suggestion: String?

    /// A problem at `position`; words of the file or of a payload in it are made harmless to show.
    public init(position: RecipePosition, message: String, suggestion: String? = nil) {
        self.position = position
        self.message = TerminalText.sanitized(message)
        self.suggestion = suggestion.map(TerminalText.sanitized)
    }
}

/// Everything that is wrong with a recipe, in the order of its text; at least one problem.
public struct RecipeProblems: Error, Sendable, Hashable {
    /// Each with the place to mend.
    public var problems: [RecipeProblem]

    /// The problems of one recipe.
    public init(_ problems: [RecipeProblem]) {
        self.problems = problems
    }
}
