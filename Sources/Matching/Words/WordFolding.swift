/// Case and accents taken away, so that `Café`, `CAFE` and `cafe` are one word.
///
/// Latin, Greek and Cyrillic letters become their lower-case base letter (the letter that canonical
/// and compatibility decomposition leave, Unicode Standard Annex 15; `ø`, `đ`, `ł` and `ı` by hand),
/// ligatures become the letters they join, full-width forms their ASCII twins, Arabic alefs the bare
/// alef. Marks of scripts where a mark is a vowel (Devanagari, Thai) stay.
enum WordFolding {
    /// Appends what is left of `scalar` to `key`; nothing for an accent.
    static func append(_ scalar: Unicode.Scalar, to key: inout String) {
        let value = scalar.value
        if value < 0x80 {
            let isUpper = value >= 0x41 && value <= 0x5A
            key.unicodeScalars.append(isUpper ? Unicode.Scalar(UInt8(value + 32)) : scalar)
            return
        }
        guard !isAccent(value) else { return }
        if let letters = expansion(of: value) {
            key += letters
        } else if let table = table(for: value), let folded = table[value] {
            key.unicodeScalars.append(folded)
        } else if value >= 0xFF01, value <= 0xFF5E, let ascii = Unicode.Scalar(value - 0xFEE0) {
            append(ascii, to: &key)
        } else if value == 0x622 || value == 0x623 || value == 0x625 {
            key.unicodeScalars.append("\u{627}")
        } else if scalar.properties.changesWhenLowercased {
            key += scalar.properties.lowercaseMapping
        } else {
            key.unicodeScalars.append(scalar)
        }
    }

    /// Combining accents, Hebrew points, Arabic vowel signs and the tatweel.
    private static func isAccent(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x640,
            0x64B...0x655, 0x670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0xFE00...0xFE0F:
            true
        default: false
        }
    }

    private static func expansion(of value: UInt32) -> String? {
        switch value {
        case 0xDF, 0x1E9E: "ss"
        case 0xC6, 0xE6: "ae"
        case 0x152, 0x153: "oe"
        case 0xDE, 0xFE: "th"
        case 0x132, 0x133: "ij"
        case 0xFB00: "ff"
        case 0xFB01: "fi"
        case 0xFB02: "fl"
        case 0xFB03: "ffi"
        case 0xFB04: "ffl"
        case 0xFB05, 0xFB06: "st"
        default: nil
        }
    }

    private static func table(for value: UInt32) -> FoldTable? {
        switch value {
        case 0xC0...0x24F: FoldTable.latin
        case 0x370...0x3FF: FoldTable.greek
        case 0x400...0x45F: FoldTable.cyrillic
        case 0x1E00...0x1EFF: FoldTable.latinAdditional
        case 0x1F00...0x1FFF: FoldTable.greekExtended
        default: nil
        }
    }
}

/// The folded scalars of a stretch of Unicode, one for each, a space where there is none.
private struct FoldTable {
    private let first: UInt32
    private let folded: [Unicode.Scalar]

    init(first: UInt32, _ letters: String) {
        self.first = first
        folded = Array(letters.unicodeScalars)
    }

    subscript(value: UInt32) -> Unicode.Scalar? {
        let offset = Int(value) - Int(first)
        guard folded.indices.contains(offset), folded[offset] != " " else { return nil }
        return folded[offset]
    }

    static let latin = FoldTable(
        first: 0xC0,
        """
        aaaaaaæceeeeiiiidnooooo×ouuuuyþßaaaaaaæceeeeiiiidnooooo÷ouuuuyþy\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸlllllll\
        lllnnnnnnŉnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
        bɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ\
        ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææggggkkooooʒʒjǳǳǳggƕƿnnaaææoo\
        aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥccƚⱦȿ\
        ɀɂɂbʉʌɇɇɉɉɋɋɍɍɏɏ
        """)
    static let latinAdditional = FoldTable(
        first: 0x1E00,
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ
        """)
    static let greek = FoldTable(
        first: 0x370,
        """
        ͱͱͳͳʹ͵ͷͷ  ͺͻͼͽ;ϳ    ΄΅α·εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηι\
        υαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθυυυφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯ\
        κρσϳθε϶ϸϸσϻϻϼͻͼͽ
        """)
    static let cyrillic = FoldTable(
        first: 0x400,
        """
        ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмноп\
        рстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ
        """)
    static let greekExtended = FoldTable(
        first: 0x1F00,
        """
        ααααααααααααααααεεεεεε  εεεεεε  ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι\
        οοοοοο  οοοοοο  υυυυυυυυ υ υ υ υωωωωωωωωωωωωωωωωααεεηηιιοουυωω  \
        ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα ααααααα᾽ι᾿\
        ῀῁ηηη ηηεεηηη῍῎῏ιιιι  ιιιιιι ῝῞῟υυυυρρυυυυυυρ῭΅`  ωωω ωωοοωωω´῾
        """)
}
