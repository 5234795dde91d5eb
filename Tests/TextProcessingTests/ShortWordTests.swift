import Testing

@testable import TextProcessing

struct `A word read from eight bytes at once` {
    /// Where eight bytes follow a word it is read at once, where fewer do letter by letter.
    private func token(_ word: String, padding: Int) -> Token? {
        let text = word + String(repeating: " ", count: padding)
        return Tokenizer.tokens(in: text).first
    }

    @Test(arguments: [
        "a", "I", "is", "OK", "Ok", "oK", "not", "NOT", "good", "gooood", "GOOOOD", "aaa", "aaab",
        "baaa", "zZ", "Zzz", "really", "REALLY", "amazing", "aAaA", "mmm", "xxxxxxx", "wonder",
    ])
    func `is the same token`(_ word: String) throws {
        #expect(try #require(token(word, padding: 0)) == #require(token(word, padding: 12)))
    }

    @Test func `ends before any byte but a letter`() {
        for byte in UInt8(0)...0x7F where !(0x61...0x7A).contains(byte | 0x20) {
            let bytes = Array("abc".utf8) + [byte] + Array(repeating: 0x20, count: 8)
            bytes.withUnsafeBytes { raw in
                guard let base = raw.baseAddress else { return }
                #expect(ShortWord(base).length == 3, "\(byte)")
            }
        }
        for byte in UInt8(0x80)...0xFF {
            let bytes = Array("abc".utf8) + [byte] + Array(repeating: 0x61, count: 8)
            bytes.withUnsafeBytes { raw in
                guard let base = raw.baseAddress else { return }
                #expect(ShortWord(base).length == 3, "\(byte)")
            }
        }
    }

    @Test func `is none where there are eight letters or a sign`() {
        for text in ["abcdefgh", "abcdefghi", " abcdefg", "1bcdefgh", "@abcdefg", "[abcdefg"] {
            Array(text.utf8).withUnsafeBytes { raw in
                guard let base = raw.baseAddress else { return }
                #expect(ShortWord(base).length == 0, "\(text)")
            }
        }
    }

    @Test func `is left to others where a sign joins it to what follows`() {
        let text = "www.shop.example don't me@shop.example a:// 4ever x"
        let spaced = text + String(repeating: " ", count: 16)
        #expect(Tokenizer.tokens(in: text) == Tokenizer.tokens(in: spaced))
        #expect(Tokenizer.tokens(in: text).first?.kind == .address)
    }
}
