import Testing

@testable import Parsing

private func node(_ text: String) throws -> JSONNode {
    var reader = JSONReader(Array(text.utf8))
    return try reader.root()
}

private let document = #"""
    {"data": {"items": [{"name": "a", "tags": ["x", "y"]}, {"name": null}, {"name": "b"}]},
     "key with.dot": 1, "im:rating": {"label": "4"}, "top": "root"}
    """#

struct `A path` {
    @Test(arguments: [
        ("data.items[*].name", ["\"a\"", "null", "\"b\""]),
        ("data.items[0].tags[1]", ["\"y\""]),
        ("data.items[*].tags[*]", ["\"x\"", "\"y\""]),
        ("['key with.dot']", ["1"]),
        ("$['key with.dot']", ["1"]),
        ("im:rating.label", ["\"4\""]),
        ("$.top", ["\"root\""]),
        ("data.items[9]", []),
        ("data.items.name", []),
        ("top.more", []),
        ("data[*]", []),
    ])
    func `leads to every value it names`(path: String, expected: [String]) throws {
        let root = try node(document)
        let values = try JSONPath(parsing: path).values(in: root, root: root)
        #expect(values.map(\.value) == (try expected.map { try node($0).value }))
    }

    @Test func `gives the first value that is not null`() throws {
        let root = try node(#"{"a": [null, {"b": null}, {"b": 2}], "n": null}"#)
        #expect(try JSONPath(parsing: "a[*].b").first(in: root, root: root)?.value == .number("2"))
        #expect(try JSONPath(parsing: "n").first(in: root, root: root) == nil)
        #expect(try JSONPath(parsing: "n").leadsSomewhere(in: root))
        #expect(try !JSONPath(parsing: "m").leadsSomewhere(in: root))
    }

    @Test func `with a dollar starts at the root`() throws {
        let root = try node(#"{"name": "all", "items": [{"name": "one"}]}"#)
        let item = try #require(root["items"]?.items?.first)
        #expect(
            try JSONPath(parsing: "$.name").first(in: item, root: root)?.value == .string("all"))
        #expect(try JSONPath(parsing: "name").first(in: item, root: root)?.value == .string("one"))
        #expect(try JSONPath(parsing: "$").first(in: item, root: root)?.value == root.value)
    }

    @Test(arguments: [
        "", ".a", "a.", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a['b", "a['b'", "a b", "a]", "a*",
        "a[0]b", "$a", "a[?(@.b)]", "a[0",
    ])
    func `that cannot be read is refused with a reason`(path: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(parsing: path) }
    }

    @Test(arguments: ["a.b[0][*].c", "$", "$.a", "$['x y'].z", "im:rating.label"])
    func `is written as it was read`(path: String) throws {
        #expect(try JSONPath(parsing: path).description == path)
    }
}
