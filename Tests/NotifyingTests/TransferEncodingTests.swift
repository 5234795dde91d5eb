import Testing

@testable import Notifying

struct `A transfer encoding` {
    static let texts = [
        "", "plain\n", "no break at the end", "two\n\nlines\n", "tab\tand blank at the end \n",
        ".\n..\n.dot\n", "From here to there\nFrom \nFromage\n>From x\n", "a=b\n",
        String(repeating: "x", count: 75) + "\n" + String(repeating: "x", count: 76) + "\n"
            + String(repeating: "x", count: 77) + "\n",
        String(repeating: "0123456789 ", count: 50) + "\n",
        String(repeating: "é", count: 200), String(repeating: "👩‍👩‍👧‍👦", count: 40) + "\n",
        "Очень медленно\n", String(repeating: "a.", count: 100) + "\n",
        String(repeating: "x", count: 75) + "." + String(repeating: "x", count: 74) + "From me\n",
    ]

    @Test(arguments: texts)
    func `gives the same text back`(text: String) {
        #expect(Decoding.quotedPrintable(TransferEncoding.quotedPrintable.encoded(text)) == text)
        #expect(Decoding.base64(TransferEncoding.base64.encoded(text)) == text)
    }

    @Test(arguments: texts)
    func `keeps lines short, ASCII and harmless`(text: String) {
        for encoding in [TransferEncoding.quotedPrintable, .base64] {
            for line in encoding.encoded(text).split(separator: "\n") {
                #expect(line.utf8.count <= 76)
                #expect(line.utf8.allSatisfy { $0 < 0x7F })
                #expect(!line.hasPrefix(".") && !line.hasPrefix("From "))
                #expect(line.last != " " && line.last != "\t")
            }
        }
    }

    @Test func `never splits a character at a soft break`() {
        let text = String(repeating: "xé★👩", count: 60)
        for line in TransferEncoding.quotedPrintable.encoded(text).split(separator: "\n") {
            let whole = Decoding.quotedPrintable(
                line.hasSuffix("=") ? String(line.dropLast()) : String(line))
            #expect(!whole.unicodeScalars.contains("\u{FFFD}"))
        }
    }

    @Test(arguments: [
        ("mostly ASCII – with a dash", TransferEncoding.quotedPrintable),
        ("Очень медленно", .base64), ("", .quotedPrintable),
    ])
    func `is chosen by what makes it shorter`(text: String, encoding: TransferEncoding) {
        #expect(TransferEncoding.best(for: text) == encoding)
    }
}
