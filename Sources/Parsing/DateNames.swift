/// The names of months and zones in written dates.
enum DateNames {
    /// The month, 1 to 12, that `word` names in English, German, French, Spanish, Italian,
    /// Portuguese, Dutch, Russian, Danish or Swedish, in full or shortened to three letters.
    static func month(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let key = fold(word[0]) << 16 | fold(word[1]) << 8 | fold(word[2])
        if word[0] < 0x80, word[1] < 0x80, word[2] < 0x80 {
            if let month = english[key] { return month }
            if key == code("jui") { return word.count > 3 && fold(word[3]) == 0x6C ? 7 : 6 }
            return latin[key]
        }
        let letters = String(decoding: word, as: UTF8.self).lowercased().prefix(3)
        return other[String(letters)]
    }

    /// The seconds east of UTC that a zone's name stands for (RFC 822 and 2822, and the usual
    /// abbreviations of Europe, Asia and Australia); nil for an unknown one.
    static func offset(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard name.count <= 5 else { return nil }
        return zones[String(decoding: name, as: UTF8.self).uppercased()].map { Int($0 * 3600) }
    }

    private static func fold(_ byte: UInt8) -> UInt32 { UInt32(byte | 0x20) }

    private static func code(_ letters: StaticString) -> UInt32 {
        UInt32(letters.utf8Start[0]) << 16 | UInt32(letters.utf8Start[1]) << 8
            | UInt32(letters.utf8Start[2])
    }

    private static let english: [UInt32: Int] = [
        code("jan"): 1, code("feb"): 2, code("mar"): 3, code("apr"): 4, code("may"): 5,
        code("jun"): 6, code("jul"): 7, code("aug"): 8, code("sep"): 9, code("oct"): 10,
        code("nov"): 11, code("dec"): 12,
    ]

    private static let latin: [UInt32: Int] = [
        code("ene"): 1, code("gen"): 1, code("fev"): 2, code("mrz"): 3, code("mrt"): 3,
        code("maa"): 3, code("avr"): 4, code("abr"): 4, code("mai"): 5, code("mag"): 5,
        code("mei"): 5, code("maj"): 5, code("giu"): 6, code("lug"): 7, code("ago"): 8,
        code("aou"): 8, code("set"): 9, code("okt"): 10, code("ott"): 10, code("out"): 10,
        code("dez"): 12, code("dic"): 12,
    ]

    private static let other: [String: Int] = [
        "jän": 1, "fév": 2, "mär": 3, "aoû": 8, "déc": 12, "янв": 1, "фев": 2, "мар": 3, "апр": 4,
        "май": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
    ]

    private static let zones: [String: Double] = [
        "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
        "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "AST": -4,
        "ADT": -3, "NST": -3.5, "NDT": -2.5, "BRT": -3, "ART": -3, "BST": 1, "WEST": 1, "CET": 1,
        "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "SAST": 2, "IST": 5.5,
        "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "ACDT": 10.5, "AEST": 10,
        "AEDT": 11, "NZST": 12, "NZDT": 13,
    ]
}
