/// The names of months and zones in written dates.
enum DateNames {
    /// The month, 1 to 12, that `word` names in English, German, French, Spanish, Italian,
    /// Portuguese, Dutch, Russian, Ukrainian, Danish, Swedish, Norwegian, Finnish, Polish, Czech,
    /// Hungarian, Romanian, Greek, Turkish or Indonesian, in full or shortened to three letters.
    static func month(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let key = fold(word[0]) << 16 | fold(word[1]) << 8 | fold(word[2])
        if word[0] < 0x80, word[1] < 0x80, word[2] < 0x80 {
            if key == code("mar"), word.count > 4, fold(word[3]) == 0x72 { return 11 }
            if let month = english(key) { return month }
            if key == code("jui") { return word.count > 3 && fold(word[3]) == 0x6C ? 7 : 6 }
            return latin[key]
        }
        let letters = String(decoding: word, as: UTF8.self).lowercased()
        // července is July, června June; Ιουλ and Ιουν differ in the fourth letter.
        if letters.hasPrefix("červenc") || letters.hasPrefix("ιουλ") || letters.hasPrefix("ιούλ") {
            return 7
        }
        return other[String(letters.prefix(3))]
    }

    /// The seconds east of UTC that a zone's name stands for (RFC 822 and 2822, and the usual
    /// abbreviations of Europe, Asia and Australia); nil for an unknown one.
    static func offset(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard name.count <= 5 else { return nil }
        if name.count == 1, name[0] | 0x20 == UInt8(ascii: "z") { return 0 }
        if name.elementsEqual("GMT".utf8) || name.elementsEqual("UTC".utf8) { return 0 }
        return zones[String(decoding: name, as: UTF8.self).uppercased()].map { Int($0 * 3600) }
    }

    private static func fold(_ byte: UInt8) -> UInt32 { UInt32(byte | 0x20) }

    private static func code(_ letters: StaticString) -> UInt32 {
        UInt32(letters.utf8Start[0]) << 16 | UInt32(letters.utf8Start[1]) << 8
            | UInt32(letters.utf8Start[2])
    }

    private static func english(_ key: UInt32) -> Int? {
        switch key {
        case 0x6A616E: 1  // jan
        case 0x666562: 2  // feb
        case 0x6D6172: 3  // mar
        case 0x617072: 4  // apr
        case 0x6D6179: 5  // may
        case 0x6A756E: 6  // jun
        case 0x6A756C: 7  // jul
        case 0x617567: 8  // aug
        case 0x736570: 9  // sep
        case 0x6F6374: 10  // oct
        case 0x6E6F76: 11  // nov
        case 0x646563: 12  // dec
        default: nil
        }
    }

    private static let latin: [UInt32: Int] = [
        code("ene"): 1, code("gen"): 1, code("fev"): 2, code("mrz"): 3, code("mrt"): 3,
        code("maa"): 3, code("avr"): 4, code("abr"): 4, code("mai"): 5, code("mag"): 5,
        code("mei"): 5, code("maj"): 5, code("giu"): 6, code("lug"): 7, code("ago"): 8,
        code("aou"): 8, code("set"): 9, code("okt"): 10, code("ott"): 10, code("out"): 10,
        code("dez"): 12, code("dic"): 12, code("des"): 12,
        // Polish, Czech, Romanian, Turkish, Finnish, Indonesian
        code("sty"): 1, code("lut"): 2, code("kwi"): 4, code("cze"): 6, code("lip"): 7,
        code("sie"): 8, code("wrz"): 9, code("lis"): 11, code("gru"): 12, code("led"): 1,
        code("dub"): 4, code("srp"): 8, code("pro"): 12, code("ian"): 1, code("iun"): 6,
        code("iul"): 7, code("noi"): 11, code("oca"): 1, code("nis"): 4, code("haz"): 6,
        code("tem"): 7, code("eyl"): 9, code("eki"): 10, code("kas"): 11, code("ara"): 12,
        code("tam"): 1, code("hel"): 2, code("huh"): 4, code("tou"): 5, code("kes"): 6,
        code("hei"): 7, code("elo"): 8, code("syy"): 9, code("lok"): 10, code("jou"): 12,
        code("agu"): 8, code("sze"): 9,
    ]

    private static let other: [String: Int] = [
        "jän": 1, "fév": 2, "mär": 3, "aoû": 8, "déc": 12, "янв": 1, "фев": 2, "мар": 3, "апр": 4,
        "úno": 2, "bře": 3, "kvě": 5, "čer": 6, "zář": 9, "říj": 10, "paź": 10, "már": 3,
        "ápr": 4, "máj": 5, "jún": 6, "júl": 7, "şub": 2, "ağu": 8,
        "ιαν": 1, "φεβ": 2, "μαρ": 3, "μάρ": 3, "απρ": 4, "μαι": 5, "μαϊ": 5, "μάι": 5, "μάϊ": 5,
        "μαΐ": 5,
        "ιου": 6, "ιού": 6, "αυγ": 8, "αύγ": 8, "σεπ": 9, "οκτ": 10, "νοε": 11, "νοέ": 11,
        "δεκ": 12, "січ": 1, "лют": 2, "бер": 3, "кві": 4, "тра": 5, "чер": 6, "лип": 7, "сер": 8,
        "вер": 9, "жов": 10, "лис": 11, "гру": 12, "май": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8,
        "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
    ]

    private static let zones: [String: Double] = [
        "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
        "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "AST": -4,
        "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "BST": 1, "WEST": 1, "CET": 1,
        "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "SAST": 2, "IST": 5.5,
        "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "ACDT": 10.5, "AEST": 10,
        "AEDT": 11, "NZST": 12, "NZDT": 13, "MET": 1, "MEST": 2, "ET": -5, "CT": -6, "MT": -7,
        "PT": -8, "AT": -4, "TRT": 3, "PKT": 5, "WIB": 7, "ICT": 7, "PHT": 8, "MSD": 4,
    ]
}
