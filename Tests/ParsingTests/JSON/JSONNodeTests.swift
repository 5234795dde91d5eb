import Testing

@testable import Parsing

private func root(_ text: String) throws -> JSONNode {
    var reader = JSONReader(Array(text.utf8))
    return try reader.root()
}

struct `A value at its place in a JSON document` {
    @Test(arguments: [
        #"{"a": [1, {"b": []}, {}], "c": {"d": "x\ny", "e": [[], [true]]}, "f": null}"#,
        #"[[], {}, "", "é\u00e9", -1.5e3, false]"#, "7", #""text""#,
    ])
    func `gives the same tree as the reader`(text: String) throws {
        var reader = JSONReader(Array(text.utf8))
        #expect(try root(text).value == reader.document())
    }

    @Test func `steps over what stands in a member`() throws {
        let node = try root(#"{"a": {"k": [1, {"k": 2}]}, "b": [[], {}], "k": "found"}"#)
        #expect(node["k"]?.text == "found")
        #expect(node["b"]?.items?.map(\.kind) == ["an array", "an object"])
        #expect(node["b"]?.item(1)?.isObject == true)
        #expect(node["b"]?.item(2) == nil)
        #expect(node.item(0) == nil)
        #expect(node.members.map(\.key.content) == ["a", "b", "k"])
    }

    @Test func `finds the last of equal keys, in small and in large objects`() throws {
        let many = (0..<100).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
        for text in [#"{"k": 1, "x": {}, "k": 2}"#, "{\"k\": 1, \(many), \"k\": 2}"] {
            let node = try root(text)
            #expect(node["k"]?.text == "2")
            #expect(node["K"] == nil)
        }
        #expect(try root("{\(many)}")["k77"]?.double == 77)
    }

    /// “é” as one scalar and as two: other bytes, so another key, however large the object is.
    @Test(arguments: [0, 100])
    func `compares keys byte by byte`(others: Int) throws {
        let many = (0..<others).map { ", \"k\($0)\": \($0)" }.joined()
        let node = try root("{\"caf\u{E9}\": 1, \"cafe\u{301}\": 2\(many)}")
        #expect(node["caf\u{E9}"]?.text == "1")
        #expect(node["cafe\u{301}"]?.text == "2")
    }

    @Test(arguments: [
        (#"" a ""#, "a"), (#""\u00a0ä\n""#, "ä"), (#""ä""#, "ä"), ("12.50", "12.50"),
    ])
    func `gives its text without white space at the ends`(text: String, expected: String) throws {
        #expect(try root(text).text == expected)
    }

    @Test(arguments: [#""""#, #"" \n ""#, "null", "true", "[]", "{}"])
    func `has no text where there is none`(text: String) throws {
        #expect(try root(text).text == nil)
    }

    @Test func `finds keys with escapes and keys that were mended`() throws {
        var reader = JSONReader(Array(#"{"\u0061b": 1, "c"#.utf8) + [0xFF] + Array(#"": 2}"#.utf8))
        let node = try reader.root()
        #expect(node["ab"]?.text == "1")
        #expect(node["c\u{FFFD}"]?.text == "2")
        #expect(reader.mended)
    }

    @Test func `is found under a caret by its part`() throws {
        let item = try root(#"{"name": "whole", "parts": [{"^": "own"}]}"#)
        var part = try #require(item["parts"]?.item(0))
        #expect(part["^"]?.text == "own")
        part.outer = item
        #expect(part["^"]?["name"]?.text == "whole")
        #expect(try JSONPath(parsing: "^.name").first(in: part, root: item)?.text == "whole")
    }
}
