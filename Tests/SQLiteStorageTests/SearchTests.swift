import Model
import Storage
import Testing

@testable import SQLiteStorage

/// What a search finds among these texts, as their positions.
private func found(_ search: String, in texts: [String]) async throws -> [Int] {
    let store = try await sampleStore()
    try await store.record(texts.enumerated().map { draft("\($0)", $1) })
    let filter = MentionFilter(search: search, order: .oldestFirst)
    return try await store.mentions(filter, page: Page()).rows
        .compactMap { $0.entry.id.flatMap { Int($0) } }
}

struct `A search` {
    private static let words: [(String, [Int])] = [
        ("soup", [0, 1]), ("SOUP", [0, 1]), ("soup cold", [0, 1]), ("soup bread", []),
        ("\"cold soup\"", [0]), ("\"soup cold\"", []), ("bre*", [2]), ("bre", []),
        ("\"warm bre*\"", [2]), ("creme brulee", [3]), ("Crème", [3]), ("БЛИНЫ", [4]),
        ("\"cold soup", [0]), ("  soup \t\n cold ", [0, 1]), ("*soup", [0, 1]),
    ]

    @Test(arguments: words)
    func `finds words, phrases and prefixes, whatever their case and accents`(
        search: String, expected: [Int]
    ) async throws {
        let texts = [
            "Cold soup", "The soup was cold", "Warm bread", "crème brûlée", "Вкусные блины",
        ]
        #expect(try await found(search, in: texts) == expected)
    }

    @Test func `looks into title and author too`() async throws {
        let store = try await sampleStore()
        try await store.record([draft("1", "x", title: "Terrible"), draft("2", author: "Quentin")])
        for word in ["terrible", "quentin"] {
            #expect(try await store.mentions(MentionFilter(search: word), page: Page()).total == 1)
        }
    }

    private static let operators: [(String, [Int])] = [
        ("soup AND bread", [1]), ("soup OR bread", [2]), ("NOT soup", [3]),
        ("NEAR(soup bread)", []), ("near soup", [4]), ("text:soup", [5]), ("text : soup", [5]),
        ("-soup", [0, 1, 2, 3, 4, 5]), ("^soup", [0, 1, 2, 3, 4, 5]), ("soup + bread", [0, 1, 2]),
        ("{title}: soup", []), ("so\0up", [0, 1, 2, 3, 4, 5]), ("soup; DROP TABLE mention", []),
        ("soup' OR '1'='1", []), ("soup \"\"", [0, 1, 2, 3, 4, 5]),
        ("\"\u{301}soup\" OR bread", [2]),
    ]

    @Test(arguments: operators)
    func `takes operators as plain words`(search: String, expected: [Int]) async throws {
        let texts = [
            "soup bread", "soup and bread", "soup or bread", "not soup", "near soup", "text soup",
        ]
        #expect(try await found(search, in: texts) == expected)
    }

    @Test func `leaves out what has no letter or digit beside words`() async throws {
        #expect(try await found("soup 🥣 — €", in: ["soup 🥣"]) == [0])
    }

    @Test(arguments: ["", " ", "\"", "\"\"", "*", "**", "()", "-", "\0", "🥣", "…"])
    func `without a word is refused with a reason`(search: String) async throws {
        let error = await #expect(throws: StorageError.self) {
            try await found(search, in: ["soup"])
        }
        #expect(error?.reason == .badQuery)
    }

    @Test(arguments: [
        String(repeating: "a", count: 100_000), String(repeating: "\"", count: 100_000) + "a",
        String(repeating: "(", count: 100_000) + "a", String(repeating: "a* ", count: 50_000),
        (0..<256).map { "w\($0)" }.joined(separator: " "),
    ])
    func `may be very long`(search: String) async throws {
        #expect(try await found(search, in: ["soup"]) == [])
    }

    @Test func `with more words than can be asked is refused with a reason`() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await found((0..<257).map { "w\($0)" }.joined(separator: " "), in: ["soup"])
        }
        #expect(error?.reason == .badQuery)
    }
}
