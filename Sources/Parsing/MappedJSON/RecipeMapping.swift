/// Where in a payload the entries are and what their fields mean.
struct RecipeMapping: Sendable, Hashable {
    /// Where the entries are; the entries of all paths, in this order.
    var items: [JSONPath]
    /// Where in an item its entries are, for a source whose items hold several; empty: an item is one.
    var parts: [JSONPath] = []
    /// The title of the whole feed.
    var feedTitle: FieldMapping?
    var fields: [RecipeField: FieldMapping]
    /// Whether title and text are searched for a rating where no field has it.
    var readsRatingFromText: Bool
    /// The zone of dates that name none, as an IANA identifier; the source's own setting goes first.
    var timeZone: String?
    /// Paths that all lead somewhere in a payload of this kind; empty: never recognised by shape.
    var detect: [JSONPath]
    /// An item that one of these holds for is no entry.
    var drop: [RecipeCondition]
    /// A payload that one of these holds for is a refusal, not an empty list.
    var refused: [RecipeCondition]
    var paging: RecipePaging?
    /// Where the answer says how much may still be asked.
    var quota: RecipeQuota?
    /// Personal fields that the answer holds though nobody asked; they are never mapped.
    var shares: [JSONPath] = []
    /// Every path of the recipe's text with its place there, in the order of the text.
    var paths: [PlacedPath] = []
}

/// A path in the text of a recipe.
struct PlacedPath: Sendable, Hashable {
    /// What a path is for, which decides how it is looked up.
    enum Role: Sendable, Hashable {
        case items
        case parts
        /// Asked of an entry.
        case field(RecipeField)
        /// Asked of the whole answer, by this key of the recipe.
        case document(String)
        /// May well lead nowhere: a condition, or the fields of a `lookup`.
        case optional
    }

    var role: Role
    var path: JSONPath
    var position: RecipePosition
}

/// Where an answer says how much may still be asked of its source.
struct RecipeQuota: Sendable, Hashable {
    /// Seconds to wait before the next request.
    var backoff: JSONPath?
    /// Requests that are left.
    var remaining: JSONPath?
}

/// What a field of a payload can be to an entry, by the names that recipes use.
enum RecipeField: String, Sendable, Hashable, CaseIterable {
    case id
    case url
    case title
    case text
    case author
    case published
    case updated
    case rating
    case language
    case reply
    case replyDate = "reply_date"
    case reportURL = "report_url"

    var isText: Bool { self == .title || self == .text || self == .reply }
    var isTime: Bool { self == .published || self == .updated || self == .replyDate }
}

/// Where the value of a field comes from: the first alternative that gives one.
struct FieldMapping: Sendable, Hashable {
    var alternatives: [FieldAlternative]

    init(_ alternatives: [FieldAlternative]) {
        self.alternatives = alternatives
    }
}

/// One place of a value and how the value is read.
struct FieldAlternative: Sendable, Hashable {
    /// Where a value is.
    enum Origin: Sendable, Hashable {
        case path(JSONPath)
        /// Composed of several values; there only if all of them are.
        case template(FieldTemplate)
        /// A field of another object of the payload that the item refers to.
        case lookup(FieldLookup)
    }

    /// How a text is written in the payload.
    enum TextFormat: String, Sendable, Hashable, CaseIterable {
        case plain
        case html
        /// Plain, but with `&`, `<` and `>` written as entities.
        case escaped
        case markdown
        case bbcode
    }

    /// How a time is written in the payload.
    enum TimeFormat: String, Sendable, Hashable, CaseIterable {
        /// A written date, or seconds, milliseconds, micro- or nanoseconds since 1970 by size.
        case auto
        /// A written date: ISO 8601, RFC 2822 and what else feeds hold.
        case text
        /// Seconds since 1970.
        case epoch
        /// Milliseconds since 1970.
        case epochMilliseconds = "epoch-ms"
    }

    var origin: Origin
    var format = TextFormat.plain
    var time = TimeFormat.auto
    /// The scale of a rating.
    var scale: ClosedRange<Double> = 1...5
    /// What values stand for; nil: they stand for themselves.
    ///
    /// A value that is not in the table is left out.
    var values: [String: String]?
    /// Whether a text may be a translation and its original in one, of which the original counts.
    var keepsOriginal = false
    /// Whether the address is that of a page that other entries have too.
    var isShared = false
    /// Whether an author is a name on a network such as `ann@server.example`, and no mail address.
    var isHandle = false

    init(_ origin: Origin) {
        self.origin = origin
    }
}

/// A field of another object of the payload: in `list`, where `key` is what the item has at `match`.
struct FieldLookup: Sendable, Hashable {
    var list: JSONPath
    var key: JSONPath
    var match: JSONPath
    var take: JSONPath
}

/// Something that can be true of an item or of a payload.
struct RecipeCondition: Sendable, Hashable {
    var path: JSONPath
    /// True if the value is one of these texts; nil: true if there is a value.
    var isOneOf: [String]?
    /// True if there is a value and it is none of these texts.
    var isNoneOf: [String]?
}

/// How the following page is found.
struct RecipePaging: Sendable, Hashable {
    /// What leads to the following page.
    enum Step: Sendable, Hashable {
        /// The payload holds the address.
        case address(JSONPath)
        /// The payload holds a token that goes into a parameter of the address, and may say that
        /// there are more.
        case token(JSONPath, parameter: String, more: JSONPath?)
        /// The address counts pages, which the payload may number, or say that there are more.
        case number(parameter: String, first: Int, more: JSONPath?, pages: JSONPath?)
        /// The `Link` field of the answer's head holds the address (RFC 8288, `rel=next`).
        case link
    }

    var step: Step
    var maxPages: Int
    /// How many items a full page has: one with fewer is the last.
    var size: Int?
    /// Whether a page without items is the last even if it brings a token.
    var endsEmpty = false
}

extension RecipePaging {
    /// How the following page is found, as a clause.
    var summary: String {
        let way =
            switch step {
            case .address(let path): "by the address at `\(path)`"
            case .token(let path, let parameter, _):
                "by the token at `\(path)`, given as `\(parameter)`"
            case .number(let parameter, _, _, _): "by the page number in `\(parameter)`"
            case .link: "by the `Link` field of the answer"
            }
        return way + ", up to \(maxPages) \(maxPages == 1 ? "page" : "pages") a poll"
    }
}
