import FoundationEssentials
import Model
import Testing

@testable import Parsing

private func entries(
    _ text: String, scale: ClosedRange<Double>? = nil, zone: String? = nil, isDayFirst: Bool? = nil
) throws -> TableEntries {
    let table = try ImportedTable(reading: Array(text.utf8))
    return TableEntries(
        of: table,
        options: TableEntries.Options(
            mapping: ColumnMapping(guessing: table.columns), scale: scale,
            timeZone: zone.flatMap { TimeZone(identifier: $0) }, isDayFirst: isDayFirst))
}

private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

struct `Entries of a table` {
    @Test func `have everything that the row says`() throws {
        let made = try entries(
            """
            id,date,author,rating,title,text,url,language,reply
            r1,2025-03-04 10:00,Ann,4,Nice,"Good
            coffee",https://a.example/r1,de,Thanks
            """)
        let entry = try #require(made.entries.first?.entry)
        #expect(made.entries.first?.line == 2)
        #expect(entry.identity == EntryIdentity(rung: .stableID, key: "r1"))
        #expect(try entry.published == date("2025-03-04T10:00:00Z"))
        #expect(entry.author == "Ann" && entry.title == "Nice" && entry.text == "Good\ncoffee")
        #expect(entry.rating == Rating(value: 4, min: 1, max: 5))
        #expect(entry.url == "https://a.example/r1" && entry.language == "de")
        #expect(entry.ownerReply?.text == "Thanks")
    }

    @Test func `keep the scale of a question for recommendation`() throws {
        let made = try entries("How likely are you to recommend us?,Why?\n3,slow\n5,fine\n")
        #expect(
            made.entries.map(\.entry.rating) == [
                Rating(value: 3, min: 0, max: 10), Rating(value: 5, min: 0, max: 10),
            ])
        #expect(made.notes.isEmpty)
    }

    @Test(arguments: [
        ("csat", ["1", "4", "5"], 1.0...5.0), ("score", ["0", "7", "10"], 0.0...10.0),
        ("score", ["0", "5"], 0.0...5.0), ("score", ["55", "100"], 0.0...100.0),
    ])
    func `take the smallest usual scale that holds all ratings`(
        name: String, values: [String], scale: ClosedRange<Double>
    ) throws {
        let text = "\(name),text\n" + values.map { "\($0),words\($0)" }.joined(separator: "\n")
        let rating = try entries(text).entries[0].entry.rating
        #expect(rating?.min == scale.lowerBound && rating?.max == scale.upperBound)
    }

    @Test func `take the scale that the owner gives, and ratings with a scale of their own`() throws
    {
        let made = try entries("rating,text\n3,a\n4/5,b\n★★☆☆☆,c\nn/a,d\n", scale: 0...10)
        #expect(
            made.entries.map(\.entry.rating) == [
                Rating(value: 3, min: 0, max: 10), Rating(value: 4, min: 1, max: 5),
                Rating(value: 2, min: 1, max: 5), nil,
            ])
    }

    @Test func `tell rows that can't be taken, by their lines, and go on`() throws {
        let made = try entries(
            """
            id,date,rating,text
            1,yesterday-ish,4,a
            2,2025-01-02,eleven,b
            3,2025-01-02,9,c
            4,,,
            5,2025-01-02,5,e
            """, scale: 1...5)
        #expect(made.entries.map(\.entry.id) == ["5"])
        #expect(made.faults.map(\.line) == [2, 3, 4, 5])
        #expect(made.faults[0].detail == "“yesterday-ish” is no date")
        #expect(made.faults[1].detail == "“eleven” is no rating")
        #expect(made.faults[2].detail == "the rating “9” is not on the scale of 1 to 5")
        #expect(made.faults[3].detail == "it has neither text nor rating")
    }

    @Test func `without an id are known by author, date and text, in whatever file`() throws {
        let first = try entries("date,author,text\n2025-01-02,Ann,Great!\n2025-02-02,Ann,Great!\n")
        let second = try entries("text,date,author\nGreat!,2025-02-02,Ann\n")
        #expect(first.entries.count == 2 && first.repeated == 0)
        #expect(first.entries[1].entry.identity == second.entries[0].entry.identity)
        #expect(first.entries[0].entry.identity != first.entries[1].entry.identity)
        #expect(first.entries[0].entry.identity.rung == .contentHash)
    }

    @Test func `that repeat a row are taken once, and an id with two texts is told`() throws {
        let made = try entries("id,text\n1,same\n1,same\n1,other\n")
        #expect(made.entries.count == 1 && made.repeated == 1)
        #expect(made.faults.map(\.line) == [4])
        #expect(made.faults[0].detail == "it has the id of line 2, but says something else")
    }

    @Test func `read days first where the column shows it or the owner says so`() throws {
        let shown = try entries("date,text\n03/04/2025,a\n25/04/2025,b\n")
        #expect(try shown.entries[0].entry.published == date("2025-04-03T00:00:00Z"))
        #expect(shown.notes.isEmpty)
        let open = try entries("date,text\n03/04/2025,a\n")
        #expect(try open.entries[0].entry.published == date("2025-03-04T00:00:00Z"))
        #expect(open.notes.first?.contains("--day-first") == true)
        let said = try entries("date,text\n03/04/2025 18:30,a\n", isDayFirst: true)
        #expect(try said.entries[0].entry.published == date("2025-04-03T18:30:00Z"))
    }

    @Test func `take dates without zone in the owner's zone`() throws {
        let made = try entries("date,text\n2025-07-01 12:00,a\n", zone: "Europe/Berlin")
        #expect(try made.entries[0].entry.published == date("2025-07-01T10:00:00Z"))
    }
}
