import Model
import Testing

@testable import Scoring

struct `An entry of the lexicon` {
    private let lexicon = Lexicon.embedded

    @Test func `is found by its term, however it is written`() throws {
        let entry = try #require(lexicon.entry(for: "never again", in: "en"))
        #expect(entry.valence < 0 && entry.part == .opinion && entry.term == "never again")
        #expect(lexicon.entry(for: "NEVER-Again", in: "en") == entry)
        #expect(lexicon.entry(for: "not", in: "en")?.part == .negator)
        #expect(lexicon.entry(for: "zorbly", in: "en") == nil)
        #expect(lexicon.entry(for: "", in: "en") == nil)
        #expect(lexicon.entry(for: "rude", in: "xx") == nil)
        #expect((lexicon.entry(for: "👍", in: "emoji")?.valence ?? 0) > 0)
    }

    @Test func `says whose it is`() throws {
        let overlay = try LexiconOverlay(parsing: "zorbly\t-2.5\nrude\t-\n", file: "o")
        let mine = lexicon.adding(overlay)
        let entry = try #require(mine.entry(for: "zorbly", in: "de"))
        #expect(entry.origin == .overlay && entry.valence == -2.5)
        #expect(mine.entry(for: "rude", in: "en")?.part == .silent)
        #expect(mine.entry(for: "rude", in: "en")?.origin == .overlay)
        #expect(lexicon.entry(for: "rude", in: "en")?.origin != .overlay)
    }

    @Test func `stands in the list of its language`() throws {
        let entries = lexicon.entries(of: "en")
        #expect(entries.count > 3000)
        #expect(entries.map(\.term) == entries.map(\.term).sorted())
        #expect(entries.contains { $0.part == .negated })
        #expect(entries.allSatisfy { !$0.term.isEmpty && (-4...4).contains($0.valence) })
        #expect(lexicon.entries(of: "emoji").contains { $0.term == "👍" })
        #expect(lexicon.entries(of: "xx").isEmpty)
    }

    @Test func `leads to the phrases that begin with it`() {
        let phrases = lexicon.phrases(beginningWith: "waste", in: "en").map(\.term)
        #expect(phrases.contains("waste of time"))
        #expect(phrases.allSatisfy { $0.hasPrefix("waste ") || $0.hasPrefix("waste-") })
        #expect(lexicon.phrases(beginningWith: "", in: "en").isEmpty)
    }

    @Test func `has the line that an overlay says it in`() {
        let places = OverlayPlaces([
            ("a.tsv", "zorbly\t1\nbroken\nzorbly\t2\tde"), ("b.tsv", "\nZORBLY\t-1\tes"),
        ])
        #expect(places.place(of: "zorbly", in: "en").map { "\($0.file):\($0.line)" } == "a.tsv:1")
        #expect(places.place(of: "zorbly", in: "de").map { "\($0.file):\($0.line)" } == "a.tsv:3")
        #expect(places.place(of: "zorbly", in: "es").map { "\($0.file):\($0.line)" } == "b.tsv:2")
        #expect(places.place(of: "zilch", in: "en") == nil)
    }
}
