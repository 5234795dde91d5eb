import FoundationEssentials

/// A language that letters, and replies of our own, are written in, by its ISO 639-1 code.
public enum LetterLanguage: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case italian = "it"
    case dutch = "nl"

    /// The language that a BCP 47 tag asks for, such as `de` or `de-AT`, in small or capital letters;
    /// nil for one that nothing is written in.
    ///
    /// Looked up by RFC 4647, 3.4: what follows the language (script, region, variants) is taken if it
    /// is well formed, and changes nothing, since every language has one wording.
    public init?(tag: String) {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { part in
            (1...8).contains(part.count)
                && part.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                    default: false
                    }
                }
        }
        guard isWellFormed, let first = parts.first else { return nil }
        self.init(rawValue: String(Substring(first)).lowercased())
    }

    /// What the language is called in English.
    public var name: String { String(describing: self).capitalized }
}
