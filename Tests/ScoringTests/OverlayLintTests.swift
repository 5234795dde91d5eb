import Testing

@testable import Scoring

struct `A lint of overlays` {
    private func findings(_ texts: String...) -> [LexiconFinding] {
        OverlayLint.findings(
            in: texts.enumerated().map { ("\($0 + 1).tsv", $1) }, lexicon: .embedded)
    }

    private func places(_ findings: [LexiconFinding]) -> [String] {
        findings.map { "\($0.file):\($0.line):\($0.column) \($0.kind.rawValue)" }
    }

    @Test(arguments: [
        ("noise", 1), ("a\t1\ten\tmore", 8), ("\t2", 1), ("***\t2", 1),
        ("one two three four five six seven eight nine\t1", 1), ("slow\tvery", 6),
        ("slow\t-5", 6), ("slöw\tx", 6), ("slow\t-1\txx", 9), ("slow\tnan", 6),
    ])
    func `finds what cannot be read, with its column`(line: String, column: Int) throws {
        let found = findings("# words\r\n\r\n" + line + "\r\n")
        #expect(places(found) == ["1.tsv:3:\(column) error"])
        #expect(found.allSatisfy { !$0.message.isEmpty && !$0.isWarning })
    }

    @Test func `shows no control characters of a file`() {
        let unreadable = findings("slow\t\u{1B}[2J\u{0}")
        let repeated = findings("a\u{1B}[1m b\t1\na\u{1B}[1m b\t-1")
        #expect(unreadable.count == 1 && repeated.count == 1)
        let found = unreadable + repeated
        let shown = found.flatMap { ($0.message + $0.advice).unicodeScalars }
        #expect(!shown.contains { $0.value < 0x20 })
    }

    @Test func `finds all that is wrong, in the order of the lines`() {
        let found = findings("b\tx\nfine words\t2\na\ty\n", "c\t9")
        #expect(
            places(found) == ["1.tsv:1:3 error", "1.tsv:3:3 error", "2.tsv:1:3 error"])
    }

    @Test func `finds a term that stands twice in a file, whatever its case and hyphens`() {
        #expect(
            places(findings("Zorb-Out\t1\nzorb out\t1\nzorb out\t1\tde"))
                == ["1.tsv:2:1 error", "1.tsv:3:1 no-effect"])
    }

    @Test func `finds opposite signs in two files`() throws {
        let found = findings("zorbed\t2\ngreat\t-", "zorbed\t-2\ngreat\t3\n")
        #expect(places(found) == ["2.tsv:1:1 contradiction", "2.tsv:2:1 contradiction"])
        #expect(
            try #require(found.first).message
                == "“zorbed” counts −2.0 here, but counts +2.0 in 1.tsv:1; the later line holds")
        #expect(try #require(found.last).message.contains("is silenced in 1.tsv:2"))
        #expect(findings("zorbed\t2\tde", "zorbed\t-2\ten").isEmpty)
    }

    @Test func `finds the same said twice, and a line that a later one replaces`() {
        #expect(places(findings("zorbed\t2", "zorbed\t2")) == ["2.tsv:1:1 no-effect"])
        #expect(places(findings("zorbed\t2\tde\nzorbed\t-1")) == ["1.tsv:1:1 replaced"])
        // the general line first and one language after it is what the order is for
        #expect(findings("zorbed\t2\nzorbed\t-1\tde").isEmpty)
    }

    @Test(arguments: [
        "zorb\t2\nzorbs\t-2", "zorb-out\t2\nzorbout\t-2", "zorb's\t2\nzorbs\t-2",
        "zorb’s\t1\nzorb\t-1",
    ])
    func `finds forms of one word with opposite signs`(text: String) {
        #expect(places(findings(text)) == ["1.tsv:2:1 variant"])
    }

    @Test func `finds a form that the lexicon feels otherwise`() throws {
        let found = findings("complaints department of rudes\t1\nscammers\t2\ten\n")
        let variant = try #require(found.first { $0.kind == .variant })
        #expect(variant.line == 2)
        #expect(variant.message.contains("but “scammer” counts −"))
        // what the owner says of that form goes before the lexicon
        #expect(!findings("scammers\t2\ten\nscammer\t2\ten\n").contains { $0.kind == .variant })
    }

    @Test func `finds a phrase whose sign all its words speak against`() throws {
        let found = findings("excellent evening\t-3\ten")
        #expect(places(found) == ["1.tsv:1:1 slip"])
        #expect(try #require(found.first).message.contains("“excellent” +"))
        #expect(findings("not excellent here\t-3\ten").isEmpty)
        #expect(findings("excellent zorb\t3\ten").isEmpty)
        // by the owner's own word
        #expect(
            places(findings("zorby\t-2\ten\nzorby evening\t2\ten")) == ["1.tsv:2:1 slip"])
    }

    @Test func `finds lines that change nothing`() throws {
        let lexicon = Lexicon.embedded
        let entry = try #require(
            lexicon.entries(of: "en").first {
                $0.part == .opinion && lexicon.negatedEntry(for: $0.term, in: "en") == nil
                    && lexicon.entry(for: $0.term, in: "en") == $0
            })
        #expect(
            places(findings("\(entry.term)\t\(entry.valence)\ten")) == ["1.tsv:1:1 no-effect"])
        #expect(
            !findings("\(entry.term)\t\(-entry.valence)\ten").contains { $0.kind == .noEffect })
        #expect(places(findings("zorbed\t0.01")) == ["1.tsv:1:1 no-effect"])
    }

    @Test func `finds silence where nothing speaks`() {
        #expect(
            places(findings("zorbly\t-\nzorb zilch\t-")) == [
                "1.tsv:1:1 nothing-to-silence", "1.tsv:2:1 nothing-to-silence",
            ])
        #expect(findings("rude\t-\nso rude\t-").isEmpty)
    }

    @Test func `finds a longer phrase that goes before`() throws {
        let found = findings("not worth\t1.5\ten")
        #expect(places(found) == ["1.tsv:1:1 hidden"])
        #expect(try #require(found.first).message.contains("“not worth "))
    }

    @Test func `is at peace with good lists`() {
        #expect(findings("", "# only remarks\n\n#\n").isEmpty)
        #expect(
            findings("shrinkflation\t-2.5\nout of this zorb\t3\nsick\t-\npastel\t1.5\tes\n").isEmpty
        )
    }

    @Test func `takes time in proportion to the lines`() {
        let text = (0..<400).map { "zorb number \($0)\t1" }.joined(separator: "\n")
        #expect(findings(text).isEmpty)
    }
}
