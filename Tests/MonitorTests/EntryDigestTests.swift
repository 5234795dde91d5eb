import FoundationEssentials
import Model
import Testing

@testable import Monitor

struct `The digest of an entry` {
    @Test func `does not depend on what a reader would not see`() {
        let entry = Sample.entry()
        var other = entry
        other.updated = HeldTime.start
        other.url = "https://elsewhere.example/"
        other.author = "somebody"
        #expect(EntryDigest.digest(of: entry) == EntryDigest.digest(of: other))
    }

    static let edits: [(Entry, Entry)] = [
        (Sample.entry(title: "a"), Sample.entry(title: "b")),
        (Sample.entry(title: nil), Sample.entry(title: "b")),
        (Sample.entry(text: "a"), Sample.entry(text: "b")),
        (Sample.entry(title: "a b", text: "c"), Sample.entry(title: "a", text: "b c")),
        (Sample.entry(title: "a", text: nil), Sample.entry(title: nil, text: "a")),
        (Sample.entry(stars: 1), Sample.entry(stars: 2)),
        (Sample.entry(stars: nil), Sample.entry(stars: 1)),
        (Sample.entry(), Sample.entry(reply: .init())),
        (Sample.entry(reply: .init(text: "a")), Sample.entry(reply: .init(text: "b"))),
        (Sample.entry(reply: .init()), Sample.entry(reply: .init(date: HeldTime.start))),
    ]

    @Test(arguments: edits)
    func `changes with title, text, rating and reply`(before: Entry, after: Entry) {
        #expect(!before.saysTheSame(as: after))
        #expect(EntryDigest.digest(of: before) != EntryDigest.digest(of: after))
    }
}
