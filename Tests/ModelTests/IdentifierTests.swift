import Model
import Testing

struct `An identifier` {
    @Test(arguments: ["a", "9", "google-reviews", "a_b-c", String(repeating: "x", count: 64)])
    func `has small letters, digits, hyphens and underscores`(name: String) throws {
        let identifier = try #require(SourceID(rawValue: name))
        #expect(identifier.rawValue == name)
        #expect("\(identifier)" == name)
        #expect(SourceID(trusted: name) == identifier)
    }

    @Test(arguments: [
        "", "-a", "_a", "A", "a.b", "a b", "a/b", "..", "é", "a\n", "a\0", "a\r\nb", "١",
        "e\u{301}", String(repeating: "x", count: 65),
    ])
    func `is refused if it is unsafe in a file name, a header or a label`(name: String) {
        #expect(SourceID(rawValue: name) == nil)
    }

    @Test func `sorts by its name`() {
        let sorted = ["b", "a-2", "a", "1"].map(BrandID.init(trusted:)).sorted()
        #expect(sorted.map(\.rawValue) == ["1", "a", "a-2", "b"])
    }
}
