import Model
import Testing

@testable import SQLiteStorage

struct `A set of mention numbers` {
    @Test(
        arguments: [
            [], [1], [63, 64, 65], [1, 2, 3, 1_000_000_000_000], [.max, .min, 0, -1, -64, -65],
        ] as [[MentionID]])
    func `has what was put into it, and nothing beside it`(numbers: [MentionID]) {
        var set = MentionSet()
        for number in numbers + numbers { set.insert(number) }
        for number in numbers {
            #expect(set.contains(number))
            for neighbour in [number &- 1, number &+ 1, number &+ 64, number &- 64] {
                #expect(set.contains(neighbour) == numbers.contains(neighbour))
            }
        }
    }
}

struct `A tally of authors` {
    @Test func `has the most frequent first, and of equals the first by place and name`() {
        var tally = AuthorTally()
        for (number, (source, author)) in [
            ("b", "Zoe"), ("a", "Ann"), ("b", "Zoe"), ("a", "Ann"), ("a", "Bob"), ("a", "Bob"),
            ("b", "Ann"), ("b", "Cy"), ("b", "Cy"), ("b", "Cy"),
        ].enumerated() {
            tally.count(MentionID(number + 1), source: source, author: author, label: "negative")
        }
        #expect(tally.repeated.map(\.author) == ["Cy", "Ann", "Bob", "Zoe"])
        #expect(tally.repeated.map(\.source.rawValue) == ["b", "a", "a", "b"])
        #expect(tally.repeated.map(\.mentions) == [[10, 9, 8], [4, 2], [6, 5], [3, 1]])
    }

    @Test(arguments: ["", " ", "\u{A0}\t"])
    func `knows nobody of a blank name`(name: String) {
        var tally = AuthorTally()
        for number in 1...3 { tally.count(MentionID(number), source: "a", author: name, label: "") }
        #expect(tally.repeated.isEmpty)
    }
}
