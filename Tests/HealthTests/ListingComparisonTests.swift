import FoundationEssentials
import Model
import Testing

@testable import Health

private func list(_ text: String) -> ListedEntries {
    ListedEntries(
        items: text.split(separator: " ").map { word in
            let parts = word.split(separator: ":")
            return ListedEntries.Item(
                key: String(parts[0]), misses: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        })
}

private func text(_ list: ListedEntries) -> String {
    list.items.map { $0.misses == 0 ? $0.key : "\($0.key):\($0.misses)" }.joined(separator: " ")
}

private func entries(_ text: String, dates: [String: Double] = [:]) -> [Entry] {
    text.split(separator: " ").map {
        Sample.entry(String($0), date: dates[String($0)].map { Sample.now - $0 })
    }
}

private func compared(
    _ previous: String, _ present: String, dates: [String: Double] = [:],
    isComplete: Bool = true, limit: Int = 3
) -> ListingComparison {
    ListingComparison(
        previous: list(previous), entries: entries(present, dates: dates),
        dates: dates.mapValues { Sample.now - $0 }, isComplete: isComplete, limit: limit)
}

/// Days before now, so that `a` is the newest.
private let fallingDates = ["a": 1.0, "b": 2, "c": 3, "d": 4, "e": 5, "n": 0.5]

struct `A missing entry` {
    static let lists: [(String, String, String)] = [
        // still there, and new ones before them
        ("a b c", "n a b c", "n a b c"),
        // the end of the list has passed the oldest
        ("a b c", "n a b", "n a b"),
        ("a b c d", "n m a b", "n m a b"),
        // b is missing though c is there
        ("a b c", "a c", "a b:1 c"),
        ("a b c", "n a c", "n a b:1 c"),
        ("a b:1 c", "a c", "a b:2 c"),
        ("a b:2 c", "a c", "a b:3 c"),
        ("a b:3 c", "a c", "a b:3 c"),
        // the first one
        ("a b c", "b c", "a:1 b c"),
        ("a b c", "n b c", "n a:1 b c"),
        // several
        ("a b c d e", "a e", "a b:1 c:1 d:1 e"),
        ("a b c d e", "b d", "a:1 b c:1 d"),
        // it comes back, or the end passes it
        ("a b:2 c", "a b c", "a b c"),
        ("a b:2 c", "n m a", "n m a"),
        // nothing in common, nothing before, nothing now
        ("a b c", "x y z", "x y z"),
        ("", "a b", "a b"),
    ]

    @Test(arguments: lists)
    func `is kept where it would have stood while older ones are listed`(
        previous: String, present: String, expected: String
    ) {
        #expect(text(compared(previous, present).listed) == expected)
        let dated = compared(previous, present, dates: fallingDates)
        #expect(text(dated.listed) == expected)
    }

    @Test func `is confirmed once, by the listing that makes it enough`() {
        #expect(compared("a b:1 c", "a c").confirmed == [])
        #expect(compared("a b:2 c", "a c").confirmed == ["b"])
        #expect(compared("a b:3 c", "a c").confirmed == [])
        #expect(compared("a b c", "a c", limit: 1).confirmed == ["b"])
    }

    @Test func `that was confirmed and is listed again is returned`() {
        #expect(compared("a b:3 c", "a b c").returned == ["b"])
        #expect(compared("a b:2 c", "a b c").returned == [])
    }

    @Test func `counts for nothing in a document that is not complete`() {
        let partial = compared("a b:1 c d", "n a c", isComplete: false)
        #expect(text(partial.listed) == "n a b:1 c d")
    }

    @Test func `is never missed where the limit is none`() {
        #expect(text(compared("a b c", "a c", limit: 0).listed) == "a c")
        #expect(compared("a b:3 c", "a b c", limit: 0).returned == [])
    }

    @Test func `is missing once more in the same document`() {
        let again = ListingComparison(repeating: list("a b:1 c:2 d:3 e"), limit: 3)
        #expect(text(again.listed) == "a b:2 c:3 d:3 e")
        #expect(again.confirmed == ["c"])
        #expect(again.hasUnconfirmed(limit: 3))
        #expect(!ListingComparison(repeating: again.listed, limit: 3).hasUnconfirmed(limit: 3))
    }

    @Test func `at the head of a list that grows at its end was passed by`() {
        let rising = ["a": 5.0, "b": 4, "c": 3, "d": 2, "e": 1]
        #expect(text(compared("a b c d", "b c d e", dates: rising).listed) == "b c d e")
        #expect(text(compared("a b c d", "a b d e", dates: rising).listed) == "a b c:1 d e")
    }

    @Test func `that is older than all that are listed was passed by, wherever it stood`() {
        var dates = fallingDates
        dates["p"] = 99  // pinned to the top until now
        #expect(text(compared("p a b c", "n a b c", dates: dates).listed) == "n a b c")
    }

    @Test func `of a list in no order is missed only by date and in a shorter list`() {
        let dates = ["a": 3.0, "b": 1, "c": 5, "d": 2, "e": 4]
        #expect(text(compared("a b c d e", "a c d e", dates: dates).listed) == "a b:1 c d e")
        #expect(text(compared("a b c d e", "a b d e", dates: dates).listed) == "a b d e")
        let full = ["a": 3.0, "b": 1, "c": 5, "d": 2, "e": 4, "n": 0]
        #expect(text(compared("a b c d e", "c a n d e", dates: full).listed) == "c a n d e")
    }

    @Test func `of a list without dates that is shuffled is not missed`() {
        #expect(text(compared("a b c d e", "e a d b").listed) == "e a d b")
    }

    @Test func `is found in lists of thousands in linear time`() {
        let keys = (0..<20_000).map(String.init)
        let previous = ListedEntries(items: keys.map { ListedEntries.Item(key: $0) })
        let present = keys.enumerated().filter { $0.offset % 2 == 1 }.map {
            Sample.entry($0.element)
        }
        let comparison = ListingComparison(
            previous: previous, entries: present, dates: [:], isComplete: true, limit: 1)
        #expect(comparison.confirmed.count == 10_000)
        #expect(comparison.listed.items.count == 20_000)
    }
}

struct `A notice of what is listed no more` {
    @Test(arguments: [
        (
            [Sentiment.Label.negative, .positive, .negative],
            "2 complaints and 1 praise are no longer listed on Town reviews, though older entries are. "
                + "They stay in your records; the author or the site may have removed them."
        ),
        (
            [.positive],
            "1 praise is no longer listed on Town reviews, though older entries are. It stays in your "
                + "records; the author or the site may have removed it."
        ),
        (
            [.negative, .neutral, .unscored, .positive],
            "1 complaint, 1 praise and 2 other mentions are no longer listed on Town reviews, though "
                + "older entries are. They stay in your records; the author or the site may have "
                + "removed them."
        ),
    ])
    func `tells complaints and praise apart`(labels: [Sentiment.Label], words: String) {
        let mentions = labels.enumerated().map { (id: MentionID($0.offset + 1), label: $0.element) }
        let notice = Delisting(mentions).notice(wording: Sample.wording)
        #expect(notice.detail == words)
        #expect(notice.mentions == mentions.map(\.id))
        #expect(notice.kind == .delisted)
    }
}
