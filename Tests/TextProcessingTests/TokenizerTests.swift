import Testing
import TextProcessing

struct `A tokenizer` {
    private func pieces(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(in: text).map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    private func kinds(_ text: String) -> [Token.Kind] {
        Tokenizer.tokens(in: text).map(\.kind)
    }

    @Test(arguments: [
        ("Not good, but cheap.", ["Not", "good", ",", "but", "cheap", "."]),
        (
            "don't she'll we've they're it's I'm",
            ["don't", "she'll", "we've", "they're", "it's", "I'm"]
        ),
        ("don’t", ["don’t"]),
        ("l'hôtel n'est qu'un", ["l'", "hôtel", "n'", "est", "qu'", "un"]),
        ("un po' di", ["un", "po", "di"]),
        ("rip-off over-priced", ["rip", "off", "over", "priced"]),
        ("bad - very bad -- really", ["bad", "-", "very", "bad", "--", "really"]),
        ("4.5 of 5, 10/10 or 1,000", ["4.5", "of", "5", ",", "10/10", "or", "1,000"]),
        ("see example.com now", ["see", "example", "com", "now"]),
        ("at https://example.com/a?b=c. Bad", ["at", "https://example.com/a?b=c", ".", "Bad"]),
        (
            "www.example.com, me@example.org @shop",
            ["www.example.com", ",", "me@example.org", "@shop"]
        ),
        ("#rude staff", ["rude", "staff"]),
        ("Really?! No...", ["Really", "?!", "No", "..."]),
        (":-) :( ;D <3 </3 :'( :)))", [":-)", ":(", ";D", "<3", "</3", ":'(", ":)))"]),
        ("note: data 10:30", ["note", ":", "data", "10:30"]),
        ("👍🏽👎 👩‍👩‍👧 ❤️", ["👍🏽", "👎", "👩‍👩‍👧", "❤️"]),
        ("e\u{301}te\u{301}", ["e\u{301}te\u{301}"]),
        ("", []), ("\u{0}\u{0}", []), ("   ", []),
    ])
    func `cuts a text at its words, signs and faces`(_ text: String, _ expected: [String]) {
        #expect(pieces(text) == expected)
    }

    @Test func `tells words, numbers, breaks and addresses apart`() {
        #expect(
            kinds("Bad, 5! @me 😡 :)") == [
                .word, .clauseBreak, .number, .sentenceEnd, .address, .emoji, .emoticon,
            ])
    }

    @Test(arguments: [
        ("RUDE", Token.Traits.capitals), ("ÄRGER", .capitals), ("sooo", .elongated),
        ("Rude", .initialCapital), ("rude", .smallLetters), ("плохо", .otherScript),
    ])
    func `notes how a word is written`(_ word: String, _ trait: Token.Traits) {
        #expect(Tokenizer.tokens(in: word).first?.traits.contains(trait) == true)
    }

    @Test(arguments: [("I", Token.Traits.capitals), ("good", .elongated), ("Rude", .capitals)])
    func `notes nothing more`(_ word: String, _ trait: Token.Traits) {
        #expect(Tokenizer.tokens(in: word).first?.traits.contains(trait) == false)
    }

    @Test(arguments: [
        ("Rude", "RUDE"), ("isn’t", "isn't"), ("déçu", "DE\u{301}C\u{327}U"), ("ÆØ", "æø"),
        ("gr\u{200D}eat", "great"), ("👍🏽", "👍"), ("🤦🏼‍♀️", "🤦"), (":-)", ":)"), ("ПЛОХО", "плохо"),
    ])
    func `gives spellings of one term one key`(_ one: String, _ other: String) {
        let keys = [one, other].map { Tokenizer.tokens(in: $0).map(\.key) }
        #expect(keys[0] == keys[1])
        #expect(keys[0].count == 1)
    }

    @Test func `gives other words other keys`() {
        let words = "ill i'll well we'll schon schön ano año good god 😡 😠 👩‍🚀 👩"
        let keys = words.split(separator: " ").compactMap {
            Tokenizer.tokens(in: String($0)).first?.key
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test func `finds a long word under its short spellings`() {
        let bytes = Array("Goooood".utf8)
        bytes.withUnsafeBufferPointer { bytes in
            var tokens: [Token] = []
            Tokenizer.append(tokensOf: bytes, to: &tokens)
            let keys = Tokenizer.squeezedKeys(of: tokens[0], in: bytes)
            #expect(keys.two == TermHash.key(of: "good"))
            #expect(keys.one == TermHash.key(of: "god"))
        }
    }

    @Test func `takes bytes that are no UTF-8 as they come`() {
        let bytes: [UInt8] = [
            0x67, 0x6F, 0xFF, 0xC3, 0x20, 0xE2, 0x82, 0xF0, 0x9F, 0x62, 0x61, 0x64, 0xC3,
        ]
        bytes.withUnsafeBufferPointer { buffer in
            var tokens: [Token] = []
            Tokenizer.append(tokensOf: buffer, to: &tokens)
            #expect(
                tokens.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= buffer.count })
        }
    }

    @Test(arguments: [
        "a", "\u{200D}", "\u{301}", "e\u{301}", "😡", "👩\u{200D}", "'", ":", "-", "1/", "@", "h://",
        "\u{0}", "É", "'s",
    ])
    func `takes every byte of a long text once`(_ piece: String) {
        let text = String(repeating: piece, count: 100_000)
        var end = 0
        for token in Tokenizer.tokens(in: text) {
            #expect(token.start >= end)
            end = token.end
        }
        #expect(end <= text.utf8.count)
    }
}
