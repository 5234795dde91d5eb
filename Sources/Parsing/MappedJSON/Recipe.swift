public import Model

/// How one kind of source is asked and its answer read: a file of `feeds/`, checked.
///
/// A recipe of the format `feed` only knows the address, its parameters and limits, since RSS, Atom
/// and pages with schema.org reviews explain themselves. One of the format `json` also says where in the payload the entries are
/// and which of their fields is what. `docs/recipes.md` tells how recipes are written.
public struct Recipe: Sendable, Hashable {
    /// What the answer is.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// RSS, Atom, JSON Feed, or a page with reviews in the words of schema.org.
        case feed
        /// JSON of the source's own kind, read by this recipe.
        case json
    }

    /// A part of an entry that a source may be unable to give.
    public enum Lack: String, Sendable, Hashable, CaseIterable {
        case rating
        case author
        case id
        case url
        case text
        case published

        /// The lack as a clause for the owner: "no rating".
        public var sentence: String {
            switch self {
            case .rating: "no rating: the text alone is scored"
            case .author: "no author"
            case .id: "no stable id: an edited entry may come back as a new one"
            case .url: "no link to the entry itself"
            case .text: "no full text"
            case .published: "no date: the time of the first sight counts"
            }
        }
    }

    /// What stands in the place of `recipe:` in the configuration; the name of its file.
    public var name: String
    /// What people call it, such as "Trustpilot reviews".
    public var title: String
    /// What the source gives, as one sentence; nil if the file does not say.
    public var summary: String?
    /// Where the source explains its interface.
    public var homepage: String?
    /// What the answer is; `json` unless the file says otherwise.
    public var format: Format
    /// What the entries are unless the configuration says otherwise.
    public var kind: Source.Kind?
    /// How its texts are read when they are scored; nil where its kind is all that is known.
    public var genre: Genre?
    /// In the order of the file.
    public var parameters: [RecipeParameter]
    /// What the source cannot do, such as "Only the 5 newest reviews are given.", one sentence each.
    public var limits: [String]
    /// What no entry of the source ever has, in the order of the file; empty where none is known.
    public var lacks: [Lack]
    /// The shortest interval that the source asks for, in seconds; nil where it asks for none.
    public var minimumInterval: Double?
    /// How many pages of one poll are worth asking for; 1 where paging is not known.
    public var maxPages: Int { mapping?.paging?.maxPages ?? 1 }
    /// Personal fields that the source gives without being asked and that no entry ever has, as
    /// paths such as `reviewer.email`, in the order of the file.
    public var shares: [String] {
        (mapping?.shares ?? []).map { path in
            let whole = path.steps.first == .key("^")
            return JSONPath(whole ? Array(path.steps.dropFirst()) : path.steps).description
        }
    }
    /// All that an owner should know before relying on the source, one sentence each: its limits,
    /// what its entries never have, and what it gives too much of.
    public var caveats: [String] {
        limits + lacks.map(\.sentence) + (shares.isEmpty ? [] : [sharing])
    }
    /// Whether an entry may have the owner's answer beside it; nil where the recipe can't tell.
    public var givesReplies: Bool? {
        mapping.map { $0.fields[.reply] != nil || $0.fields[.replyDate] != nil }
    }
    /// How the following page is found, as a clause such as "by the page number in `page`"; nil where
    /// only one page is read.
    public var pagingSummary: String? { mapping?.paging?.summary }
    /// The headers that are sent, by name, in the order of the file.
    public var headerNames: [String] { headers.map(\.name) }
    /// The address with its parameters in braces, as the file has it.
    public var addressTemplate: String { url.source }

    private var sharing: String {
        "it also gives " + shares.map { "`\($0)`" }.joined(separator: ", ")
            + ", which Repute drops"
    }

    var url: RecipeAddress
    var headers: [RecipeHeader]
    /// How the payload is read; nil exactly for the format `feed`.
    var mapping: RecipeMapping?
    /// What is doubtful about the text of the recipe, though it can be used.
    public var doubts: [RecipeProblem] = []
}

/// A value that the owner gives to a recipe, such as a place id or a token.
public struct RecipeParameter: Sendable, Hashable {
    /// The key that the owner writes, and that stands in braces in the address or a header.
    public var name: String
    /// What is to be given, in words for the owner; nil if the file does not say.
    public var description: String?
    /// A value that shows what one looks like; nil if the file gives none.
    public var example: String?
    /// What is taken where the owner gives nothing.
    public var defaultValue: String?
    /// A regular expression that the whole value must match.
    public var pattern: String?
    /// Whether nothing can be asked without a value; a default counts as one.
    public var isRequired: Bool
    /// Whether the value must never be shown.
    public var isSecret: Bool
}

/// A request header of a recipe; the value may hold parameters.
struct RecipeHeader: Sendable, Hashable {
    var name: String
    var value: Template
}
