import Testing

@testable import Notifying

struct `A header field` {
    @Test func `leaves short ASCII alone`() {
        #expect(HeaderField.unstructured("Subject", "Fine bread") == "Subject: Fine bread\n")
    }

    @Test func `folds ASCII at blanks before column 78`() {
        let text = Array(repeating: "word", count: 40).joined(separator: " ")
        let field = HeaderField.unstructured("Subject", text)
        let lines = field.split(separator: "\n")
        #expect(lines.count > 2)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" word") })
        #expect(field.replacing("\n ", with: " ") == "Subject: \(text)\n")
    }

    @Test(arguments: [
        "“Waited 40 minutes” – never again ★☆☆☆☆",
        String(repeating: "Grüße aus Köln ", count: 20) + "!",
        String(repeating: "Очень медленное обслуживание ", count: 12) + ".",
        String(repeating: "👩‍👩‍👧‍👦🏳️‍🌈", count: 30),
        "a=?UTF-8?Q?evil?= b",
        String(repeating: "x", count: 500),
        "under_score = sign ? mark é",
        "x" + String(repeating: "\u{301}", count: 300),
    ])
    func `encodes what is not plain in whole words`(text: String) throws {
        let field = HeaderField.unstructured("Subject", text)
        let lines = field.split(separator: "\n", omittingEmptySubsequences: true)
        #expect(field.utf8.allSatisfy { $0 < 0x7F })
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        let value = try #require(field.split(separator: ":", maxSplits: 1).last)
        #expect(value.split(whereSeparator: \.isWhitespace).allSatisfy { $0.utf8.count <= 75 })
        #expect(Decoding.encodedWords(String(value)) == text)
    }

    @Test(arguments: [
        "a\r\nBcc: thief@example.net", "a\nBcc: thief@example.net", "a\rBcc: thief@example.net",
        "a\u{0}\nBcc: x", "a\u{85}Bcc: x", "a\u{2028}Bcc: x", "a\u{2029}Bcc: x",
        "a\u{B}\u{C}Bcc: x",
        "é\r\n\r\n.\r\nBcc: x",
    ])
    func `cannot start another field`(text: String) {
        for field in [
            HeaderField.unstructured("Subject", text),
            HeaderField.structured("From", HeaderField.phrase(text) + ["<a@b.example>"]),
        ] {
            let lines = field.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.last == "")
            #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
            #expect(!field.contains("\r") && !field.contains("\u{0}"))
        }
    }

    @Test func `folds a quoted name at its blanks`() {
        let name = Array(repeating: "Bread, Cakes", count: 12).joined(separator: " ")
        let field = HeaderField.structured("From", HeaderField.phrase(name) + ["<a@b.example>"])
        #expect(field.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(field.replacing("\n ", with: " ") == "From: \"\(name)\" <a@b.example>\n")
    }

    @Test(arguments: [
        ("Repute", ["Repute"]),
        ("Hollow Oak", ["Hollow", "Oak"]),
        ("Bread, Cakes & \"Co\"", ["\"Bread,", "Cakes", "&", "\\\"Co\\\"\""]),
        ("back\\slash", ["\"back\\\\slash\""]),
        ("Bäckerei", ["=?UTF-8?Q?B=C3=A4ckerei?="]),
    ])
    func `quotes or encodes a display name`(name: String, tokens: [String]) {
        #expect(HeaderField.phrase(name) == tokens)
    }
}
