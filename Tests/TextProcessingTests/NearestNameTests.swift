import Testing

@testable import TextProcessing

struct `The nearest name` {
    @Test(arguments: [
        ("intervall", "interval"), ("intrval", "interval"), ("itnerval", "interval"),
        ("Interval", "interval"), ("time-out", "timeout"), ("url-file", "url_file"),
        ("tittle", "title"), ("intervl", "interval"),
    ])
    func `is found over a slip of the fingers`(name: String, expected: String) {
        let names = ["id", "title", "url", "url_file", "interval", "timeout"]
        #expect(NearestName.nearest(to: name, among: names) == expected)
    }

    @Test(arguments: [
        "", "x", "colour", "ix", "intermittent", String(repeating: "a", count: 100_000),
    ])
    func `is none where nothing is near`(name: String) {
        let names = ["id", "title", "url", "url_file", "interval", "timeout"]
        #expect(NearestName.nearest(to: name, among: names) == nil)
    }

    @Test func `is the first of equally near ones`() {
        #expect(NearestName.nearest(to: "cat", among: ["hat", "bat"]) == "hat")
        #expect(NearestName.question("cat", among: ["hat"]) == "did you mean `hat`?")
    }
}
