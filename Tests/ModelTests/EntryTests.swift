import FoundationEssentials
import Model
import Testing

private func entry(title: String? = nil, text: String? = nil) -> Entry {
    Entry(identity: EntryIdentity(rung: .stableID, key: "1"), title: title, text: text)
}

struct `The body of an entry` {
    @Test(
        arguments: [
            (nil, nil, ""), ("Cold", nil, "Cold"), (nil, "The soup.", "The soup."),
            ("Cold", "The soup.", "Cold\nThe soup."),
            ("The soup", "The soup was cold.", "The soup was cold."), ("Same", "Same", "Same"),
            ("soup", "The soup", "soup\nThe soup"),
        ] as [(String?, String?, String)])
    func `is the title and the text, without a title that only repeats`(
        title: String?, text: String?, body: String
    ) {
        #expect(entry(title: title, text: text).body == body)
    }
}

struct `An entry says the same` {
    private let whole = Entry(
        identity: EntryIdentity(rung: .stableID, key: "1"), title: "Cold", text: "The soup.",
        rating: Rating(value: 2, min: 1, max: 5), ownerReply: Entry.OwnerReply(text: "Sorry"))

    @Test func `whatever its identity, link, author, dates or language`() {
        var other = whole
        other.identity = EntryIdentity(rung: .contentHash, key: "2")
        other.id = "2"
        other.url = "https://reviews.example/2"
        other.author = "Ann"
        other.published = Date(timeIntervalSince1970: 1)
        other.updated = Date(timeIntervalSince1970: 2)
        other.language = "en"
        #expect(whole.saysTheSame(as: other))
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5])
    func `unless title, text, rating or reply differ`(change: Int) {
        var other = whole
        switch change {
        case 0: other.title = nil
        case 1: other.text = "The soup!"
        case 2: other.rating = Rating(value: 3, min: 1, max: 5)
        case 3: other.rating = Rating(value: 2, min: 1, max: 10)
        case 4: other.ownerReply = nil
        default: other.ownerReply?.date = Date(timeIntervalSince1970: 1)
        }
        #expect(!whole.saysTheSame(as: other))
        #expect(!other.saysTheSame(as: whole))
    }
}
