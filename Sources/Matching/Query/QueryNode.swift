/// A part of a parsed query.
indirect enum QueryNode: Sendable, Hashable {
    case term(QueryTerm)
    case field(FieldTest)
    case near(left: [QueryTerm], right: [QueryTerm], distance: Int)
    case not(QueryNode)
    case all([QueryNode])
    case any([QueryNode])
}

/// A word, phrase, prefix or raw term, and the text that it is looked for in.
struct QueryTerm: Sendable, Hashable {
    /// The texts of an entry that words are looked for in.
    enum Scope: String, Sendable, Hashable {
        /// Title and body.
        case body
        case title
        case author
    }

    enum Pattern: Sendable, Hashable {
        case words(WordPattern)
        case raw(RawPattern)
    }

    var scope: Scope
    var pattern: Pattern
    /// As it is written in the query.
    var written: String
}

/// A test of what an entry is rather than what it says.
struct FieldTest: Sendable, Hashable {
    enum Wanted: Sendable, Hashable {
        /// The host of the entry's address is this one or below it.
        case site(String)
        /// The language tag is this one or more special.
        case language(String)
        case rating(StarRange)
    }

    var wanted: Wanted
    /// As it is written in the query.
    var written: String
}

/// A range on the scale of 1 to 5 stars.
struct StarRange: Sendable, Hashable {
    var lower: Double
    var upper: Double
    var includesLower = true
    var includesUpper = true

    /// Whether `stars` lies in it; a thousandth of a star is no difference.
    func contains(_ stars: Double) -> Bool {
        let slack = 0.001
        let isAbove = includesLower ? stars >= lower - slack : stars > lower + slack
        let isBelow = includesUpper ? stars <= upper + slack : stars < upper - slack
        return isAbove && isBelow
    }
}
