import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `An identity` {
    private func entries(_ drafts: [EntryDraft]) -> [Entry] {
        var builder = EntryBuilder(base: nil)
        for draft in drafts { builder.add(draft) }
        return builder.finish().entries
    }

    private func draft(
        id: String? = nil, url: String? = nil, title: String? = nil, text: String? = nil,
        published: Double? = nil
    ) -> EntryDraft {
        var draft = EntryDraft()
        draft.id = id
        draft.url = url
        draft.title = title.map(RawText.plain)
        draft.text = text.map(RawText.plain)
        draft.published = published.map(Date.init(timeIntervalSince1970:))
        return draft
    }

    @Test func `is the id, else the link, else the content`() {
        let found = entries([
            draft(id: " a-1 ", url: "https://kiosk.example/1", title: "x"),
            draft(url: "https://kiosk.example/2?utm_source=rss", title: "x"),
            draft(title: "x", text: "y"),
        ])
        #expect(found.map(\.identity.rung) == [.stableID, .canonicalURL, .contentHash])
        #expect(found[0].identity.key == "a-1")
        #expect(found[1].identity.key == "https://kiosk.example/2")
        #expect(found[2].identity.key == "fnv:" + StableHashProbe.digest("x", "y"))
    }

    @Test func `of content is the same in every process`() {
        var hash = StableHash()
        hash.combine("soup")
        #expect(hash.hexadecimal == "06275c8b1c83d94f708178f52455043f")
    }

    @Test func `does not depend on dates`() {
        let first = entries([draft(title: "x", published: 1)])
        let second = entries([draft(title: "x", published: 2)])
        #expect(first.map(\.identity) == second.map(\.identity))
    }

    @Test func `by an id that several share goes down to the link, for all of them`() {
        let drafts = [
            draft(id: "1", url: "https://kiosk.example/a", title: "a"),
            draft(id: "1", url: "https://kiosk.example/b", title: "b"),
            draft(id: "2", url: "https://kiosk.example/c", title: "c"),
        ]
        let found = entries(drafts)
        #expect(found.map(\.identity.rung) == [.canonicalURL, .canonicalURL, .stableID])
        #expect(Set(found.map(\.identity.key)).count == 3)
        let turned = entries(drafts.reversed())
        #expect(Set(turned.map(\.identity)) == Set(found.map(\.identity)))
    }

    @Test func `by a link that several share goes down to the content`() {
        let found = entries([
            draft(id: "1", url: "https://kiosk.example/", title: "a"),
            draft(id: "1", url: "https://kiosk.example/", title: "b"),
            draft(url: "https://kiosk.example/", title: "c"),
        ])
        #expect(found.map(\.identity.rung) == [.contentHash, .contentHash, .contentHash])
        #expect(Set(found.map(\.identity.key)).count == 3)
    }

    @Test func `that is another entry's id, too, is not taken from that`() {
        let found = entries([
            draft(id: "https://kiosk.example/1", title: "a"),
            draft(url: "https://kiosk.example/1", title: "b"),
        ])
        #expect(found.map(\.identity.rung) == [.stableID, .contentHash])
    }

    @Test func `of an entry that stands there twice is one`() {
        let one = draft(id: "1", title: "a")
        #expect(entries([one, one]).count == 1)
        let other = draft(title: "a", published: 1)
        #expect(entries([other, other]).count == 1)
    }

    @Test func `of equal words without id and link is told by how many there are`() {
        let found = entries([
            draft(title: "Good", published: 1), draft(title: "Good", published: 2),
            draft(title: "Good", published: 3),
        ])
        #expect(found.count == 3)
        #expect(Set(found.map(\.identity.key)).count == 3)
        let fewer = entries([draft(title: "Good", published: 3)])
        #expect(found.first?.identity == fewer.first?.identity)
    }

    @Test func `has at most 200 bytes`() {
        let long = String(repeating: "ü", count: 101)
        let found = entries([draft(id: long, title: "a"), draft(id: long + "x", title: "b")])
        #expect(
            found.allSatisfy { $0.identity.key.utf8.count <= 200 && $0.identity.rung == .stableID })
        #expect(found.first?.identity.key != found.last?.identity.key)
        #expect(found.first?.id == long)
        let exact = String(repeating: "u", count: 200)
        #expect(entries([draft(id: exact)]).first?.identity.key == exact)
    }

    @Test func `costs time linear in the entries`() {
        let same = (0..<40_000).map { draft(title: "Good", published: Double($0)) }
        #expect(Set(entries(same).map(\.identity.key)).count == 40_000)
    }
}

/// The digest that an entry of a title and a text alone has.
private enum StableHashProbe {
    static func digest(_ title: String, _ text: String) -> String {
        var hash = StableHash()
        for part in [title, text, nil, nil, nil] { hash.combine(part) }
        return hash.hexadecimal
    }
}
