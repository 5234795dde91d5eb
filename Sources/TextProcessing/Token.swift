/// A word, number, sign or break of a text, by its place in the UTF-8 bytes.
public struct Token: Sendable, Hashable {
    /// What a token is.
    public enum Kind: UInt8, Sendable, Hashable {
        case word
        /// Digits, with the signs between them: `4.5`, `10/10`, `1,000`.
        case number
        /// One emoji with its modifiers, or a whole sequence of joined ones.
        case emoji
        /// A face out of punctuation, such as `:-)`.
        case emoticon
        /// A link, mail address or `@name`: never words of the text.
        case address
        /// The end of a sentence: `.`, `!`, `?`, `…` or a new line; a run of them is one token.
        case sentenceEnd
        /// Comma, colon, semicolon, bracket, quotation mark or a dash between words.
        case clauseBreak
    }

    /// How a token is written.
    public struct Traits: OptionSet, Sendable, Hashable {
        /// One bit a trait.
        public let rawValue: UInt8

        /// Traits by their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A word of two or more cased letters, all of them capitals.
        public static let capitals = Traits(rawValue: 1)
        /// A word with a small letter.
        public static let smallLetters = Traits(rawValue: 2)
        /// A word with a letter three or more times in a row.
        public static let elongated = Traits(rawValue: 4)
        /// A word that follows `#`.
        public static let hashtag = Traits(rawValue: 8)
        /// A sentence end with `!` in it.
        public static let exclaims = Traits(rawValue: 16)
        /// A sentence end with `?` in it.
        public static let asks = Traits(rawValue: 32)
        /// A word with a capital letter at its start.
        public static let initialCapital = Traits(rawValue: 64)
        /// A word with a letter that is not of the Latin script.
        public static let otherScript = Traits(rawValue: 128)
    }

    /// The offset of the first byte.
    public var start: Int
    /// The offset behind the last byte.
    public var end: Int
    /// The `TermHash` of the token as written in lower case; 0 for breaks and addresses.
    public var key: UInt64
    /// What it is.
    public var kind: Kind
    /// How it is written.
    public var traits: Traits

    /// A token; see the properties.
    @inlinable
    public init(start: Int, end: Int, key: UInt64, kind: Kind, traits: Traits = []) {
        self.start = start
        self.end = end
        self.key = key
        self.kind = kind
        self.traits = traits
    }

    /// Whether it can be part of a phrase.
    @inlinable public var isTerm: Bool { kind == .word || kind == .number }
}
