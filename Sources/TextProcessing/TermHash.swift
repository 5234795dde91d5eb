/// The key under which a word or a phrase stands in a compiled table.
///
/// A word is hashed with 64-bit FNV-1a over its UTF-8 bytes in lower case, Latin letters with
/// marks taken apart as in Unicode's form D (`é` is `e` and U+0301), so that a composed and a
/// decomposed spelling are the same word. A phrase is its words' keys, joined from left to right.
/// `lexicons/tools/compile.py` computes the same keys.
public enum TermHash {
    /// The key of no bytes, from which a word's key is grown.
    public static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    /// What a negated term's key is joined to; see `joined(_:_:)`.
    public static let negation: UInt64 = 0x6E6F_7421_6E6F_7421

    /// The key that `key` becomes when one more byte is read.
    @inlinable
    public static func appending(_ byte: UInt8, to key: UInt64) -> UInt64 {
        (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The key of the phrase that `left` becomes when `right` is its next word.
    @inlinable
    public static func joined(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let mixed = (left &* 0x9E37_79B9_7F4A_7C15) ^ right
        return mixed ^ (mixed >> 29)
    }

    /// The key of `words`, as the tokenizer would give it for the same text.
    ///
    /// Only words and numbers count; nil where `words` has none.
    public static func key(of words: String) -> UInt64? {
        var key: UInt64?
        for token in Tokenizer.tokens(in: words) where token.isTerm {
            key = key.map { joined($0, token.key) } ?? token.key
        }
        return key
    }
}
