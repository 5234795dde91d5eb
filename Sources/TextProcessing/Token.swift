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
    @frozen
    public struct Traits: OptionSet, Sendable, Hashable {
        /// One bit a trait.
        public let rawValue: UInt8

        /// Traits by their bits.
        @inlinable
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A word of two or more cased letters, all of them capitals.
        @inlinable public static var capitals: Traits { Traits(rawValue: 1) }
        /// A word with a small letter.
        @inlinable public static var smallLetters: Traits { Traits(rawValue: 2) }
        /// A word with a letter three or more times in a row.
        @inlinable public static var elongated: Traits { Traits(rawValue: 4) }
        /// A word that follows `#`.
        @inlinable public static var hashtag: Traits { Traits(rawValue: 8) }
        /// A sentence end with `!` in it.
        @inlinable public static var exclaims: Traits { Traits(rawValue: 16) }
        /// A sentence end with `?` in it.
        @inlinable public static var asks: Traits { Traits(rawValue: 32) }
        /// A word with a capital letter at its start.
        @inlinable public static var initialCapital: Traits { Traits(rawValue: 64) }
        /// A word with a letter that is not of the Latin script.
        @inlinable public static var otherScript: Traits { Traits(rawValue: 128) }
    }

    /// The offset of the first byte.
    public var start: Int
    /// The offset behind the last byte.
    public var end: Int
    /// The `TermHash` of the token as written in lower case; 0 for clause breaks and addresses.
    ///
    /// Of a sentence end it is that of `!`, `!!`, `?`, `??`, `?!` or `...`, the shortest of its sort;
    /// 0 for a plain one.
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
