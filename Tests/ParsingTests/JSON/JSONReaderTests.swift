import Testing

@testable import Parsing

private func value(_ text: String) throws -> JSONValue {
    var reader = JSONReader(Array(text.utf8))
    return try reader.document()
}

private func syntaxError(_ text: String) -> JSONSyntaxError? {
    var reader = JSONReader(Array(text.utf8))
    do throws(JSONSyntaxError) {
        _ = try reader.document()
        return nil
    } catch {
        return error
    }
}

struct `A JSON document` {
    @Test func `has every kind of value`() throws {
        let root = try value(#" {"a": [1, true, false, null, "x", {}], "b": {"c": []}} "#)
        #expect(
            root["a"]?.items == [
                .number("1"), .bool(true), .bool(false), .null, .string("x"),
                .object(JSONObject(members: [])),
            ])
        #expect(root["b"]?["c"] == .array([]))
    }

    @Test func `keeps every digit of a number`() throws {
        let root = try value("[7100000001234567890, -0.10, 1e400, 12E+3]")
        #expect(root.items?.map(\.text) == ["7100000001234567890", "-0.10", "1e400", "12E+3"])
        #expect(root.items?[2].double == nil)
        #expect(root.items?[3].double == 12000)
    }

    @Test func `gives the last of two equal keys`() throws {
        #expect(try value(#"{"k": 1, "k": 2}"#)["k"] == .number("2"))
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (#""\u00e9\uD83D\uDE00""#, "é😀"),
        (#""\uD83D""#, "\u{FFFD}"),
        (#""\uDE00x""#, "\u{FFFD}x"),
        (#""\uD83Dx""#, "\u{FFFD}x"),
        (#""\uD83D\u0041""#, "\u{FFFD}A"),
        (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}😀"),
        (#""Größe 🥐""#, "Größe 🥐"),
        (#""""#, ""),
    ])
    func `decodes escapes once`(text: String, expected: String) throws {
        #expect(try value(text) == .string(expected))
    }

    @Test func `may hold invalid UTF-8 and control characters, which are mended`() throws {
        var reader = JSONReader(Array("[\"a\nb".utf8) + [0xFF, 0x00] + Array("c\"]".utf8))
        let root = try reader.document()
        #expect(root == .array([.string("a\nb\u{FFFD}\0c")]))
        #expect(reader.mended)
    }

    @Test func `may start with a byte order mark`() throws {
        #expect(try value("\u{FEFF}[]") == .array([]))
    }

    @Test(arguments: [
        ("", 1, 1, "nothing"),
        ("{\"a\": 1", 1, 8, "in the middle of an object"),
        ("{\"a\"", 1, 5, "in the middle of an object"),
        ("{\"a\": ", 1, 7, "ends where a value should be"),
        ("[1,\n 2", 2, 3, "in the middle of an array"),
        ("[", 1, 2, "in the middle of an array"),
        ("{", 1, 2, "in the middle of an object"),
        ("[\"abc", 1, 6, "in the middle of a string"),
        ("[\"ab\\", 1, 6, "in the middle of a string"),
        ("[\"ab\\u00", 1, 9, "in the middle of a string"),
        ("[tru", 1, 2, "in the middle of true"),
        ("[-", 1, 3, "in the middle of a number"),
        ("[1] x", 1, 5, "something follows"),
        ("[1,]", 1, 4, "a value should be here"),
        ("{a: 1}", 1, 2, "double quotes"),
        ("{\"a\" 1}", 1, 6, "colon"),
        ("[1 2]", 1, 4, "comma"),
        ("[01]", 1, 3, "zero in front"),
        ("[1.]", 1, 4, "no digit"),
        ("[NaN]", 1, 2, "a value should be here"),
        ("[\"\\x\"]", 1, 3, "escape"),
        ("[\"\\u00g0\"]", 1, 3, "hexadecimal"),
        (")]}'\n[1]", 1, 1, "guard against scripts"),
        ("callback({\"a\": 1})", 1, 1, "JSONP"),
    ])
    func `tells where and why it is broken`(
        text: String, line: Int, column: Int, words: String
    ) throws {
        let error = try #require(syntaxError(text))
        #expect(error.message.contains(words), "\(error.message)")
        #expect(error.line == line)
        #expect(error.column == column)
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `nested 100,000 deep is refused`(opening: String) throws {
        let error = try #require(syntaxError(String(repeating: opening, count: 100_000)))
        #expect(error.isTooDeep)
        #expect(error.parseError.reason == .tooDeep)
    }

    @Test func `nested 256 deep is read`() throws {
        let text = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(syntaxError(text) == nil)
        #expect(syntaxError("[" + text + "]")?.isTooDeep == true)
    }

    @Test func `may hold a string of a megabyte`() throws {
        let long = String(repeating: "ä\\n", count: 300_000)
        #expect(try value("\"\(long)\"").text?.count == 600_000 - 1)
    }
}
