import Testing

@testable import Matching

struct `The words of a text` {
    @Test(arguments: [
        ("Hello, World!", ["hello", "world"]),
        ("don't stop", ["don't", "stop"]),
        ("rock ‘n’ roll", ["rock", "n", "roll"]),
        ("the boys' room", ["the", "boys", "room"]),
        ("e-mail well-known", ["e", "mail", "well", "known"]),
        ("snake_case _it_", ["snake", "case", "it"]),
        ("3.14 1,000 a.b 5.", ["3.14", "1,000", "a", "b", "5"]),
        ("東京Tower", ["東", "京", "tower"]),
        ("naïve ﬁre Straße", ["naive", "fire", "strasse"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("مُحَمَّد", ["محمد"]),
        ("soft\u{AD}hyphen", ["softhyphen"]),
        ("\u{301}a", ["a"]),
        ("", []),
    ])
    func `are folded and divided`(text: String, words: [String]) {
        #expect(WordScanner.words(in: text).map(\.key) == words)
    }

    @Test func `carry their UTF-8 spans`() {
        let text = "Où est l’hôtel–là ?"
        let bytes = Array(text.utf8)
        let spelled = WordScanner.words(in: text).map {
            String(decoding: bytes[$0.span], as: UTF8.self)
        }
        #expect(spelled == ["Où", "est", "l’hôtel", "là"])
    }

    @Test(arguments: [(0x41...0x5A), (0xC0...0x24F), (0x370...0x52F), (0x1E00...0x1FFF)])
    func `do not depend on the case of a letter`(range: ClosedRange<Int>) {
        for value in range {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else {
                continue
            }
            var upper = ""
            var lower = ""
            WordFolding.append(scalar, to: &upper)
            for small in scalar.properties.lowercaseMapping.unicodeScalars {
                WordFolding.append(small, to: &lower)
            }
            #expect(upper == lower, "U+\(String(value, radix: 16))")
        }
    }
}
