/// What a scalar does to the word that it stands in or beside.
///
/// A short form of the word boundary rules of Unicode Standard Annex 29, with two differences: a
/// hyphen or underscore between letters makes a compound, and scripts that are written without
/// spaces give one word a character.
enum ScalarClass {
    case letter
    case digit
    /// A letter of a script without spaces between words: a word of its own.
    case ideograph
    /// A combining mark: belongs to the letter before it.
    case mark
    /// `'` and its likes, `&`: part of the word when letters stand on both sides.
    case connector
    /// `-`, `_`: joins two words to a compound when letters stand on both sides.
    case joiner
    /// `.` and `,`: part of a number when digits stand on both sides.
    case point
    /// `#` and `@`: make the word after it a tag or a handle.
    case sign
    /// Soft hyphen and zero-width characters: not there.
    case invisible
    case other

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        self = value < 0x80 ? Self.ascii(value) : Self.wide(scalar)
    }

    /// Whether a word can go on with it.
    var isWordPart: Bool { self == .letter || self == .digit }

    private static func ascii(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x26, 0x27: .connector
        case 0x2D, 0x5F: .joiner
        case 0x2C, 0x2E: .point
        case 0x23, 0x40: .sign
        default: .other
        }
    }

    private static func wide(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar.value {
        case 0x2018, 0x2019, 0x2BC, 0x2BB, 0xFF06, 0xFF07, 0xB4: return .connector
        case 0x2010...0x2013, 0xFF0D, 0xFF3F: return .joiner
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return .invisible
        case 0xFF03, 0xFF20: return .sign
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .letterNumber:
            return isUnspaced(scalar.value) ? .ideograph : .letter
        case .decimalNumber, .otherNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .other
        }
    }

    /// Scripts written without spaces, and Korean, whose particles stick to the noun.
    private static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF,  // Thai, Lao, Burmese, Khmer
            0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF,  // Korean
            0x2E80...0x312F, 0x31A0...0x31FF, 0xFF66...0xFF9F,  // kana, Bopomofo, radicals
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:  // Han
            true
        default: false
        }
    }
}
