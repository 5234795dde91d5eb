import FoundationEssentials
import Model
import Storage
import Testing

@testable import Monitor

private func drafting(
    _ source: Source = Sample.source(kind: .mention), isBaseline: Bool = false
) throws -> Drafting {
    Drafting(
        source: source, pipeline: try Sample.pipeline(), isBaseline: isBaseline, now: HeldTime.start
    )
}

private func known(_ entry: Entry, mention: MentionID? = 1, isForgotten: Bool = false) -> KnownEntry
{
    KnownEntry(
        mention: mention, contentDigest: EntryDigest.digest(of: entry), isForgotten: isForgotten)
}

private let complaint = Sample.entry(text: "The Copper Kettle was terrible.")
private let unrelated = Sample.entry(text: "A day at the sea.")

struct `The draft of an entry` {
    @Test func `that is new is news, with brand and verdict`() throws {
        let draft = try #require(try drafting().draft(of: complaint, known: nil))
        #expect(draft.isNews)
        #expect(draft.brands.map(\.brand) == [Sample.brand])
        #expect(draft.sentiment?.label == .negative)
    }

    @Test func `that no brand matches is its identity alone`() throws {
        let draft = try #require(try drafting().draft(of: unrelated, known: nil))
        #expect(draft.brands.isEmpty)
        #expect(draft.sentiment == nil)
    }

    @Test func `of the baseline is no news`() throws {
        let draft = try drafting(isBaseline: true).draft(of: complaint, known: nil)
        #expect(draft?.isNews == false)
    }

    @Test(arguments: [(-1.0, false), (0, true), (60, true)])
    func `of the baseline is news from the time that the owner named on`(
        offset: Double, isNews: Bool
    ) throws {
        var source = Sample.source()
        source.alertSince = HeldTime.start.addingTimeInterval(-3600)
        var entry = complaint
        entry.published = HeldTime.start.addingTimeInterval(-3600 + offset)
        let drafting = try drafting(source, isBaseline: true)
        #expect(drafting.draft(of: entry, known: nil)?.isNews == isNews)
        entry.published = nil
        #expect(drafting.draft(of: entry, known: nil)?.isNews == false)
    }

    @Test func `that is stored as it is gives none`() throws {
        #expect(try drafting().draft(of: complaint, known: known(complaint)) == nil)
        let seen = known(unrelated, mention: nil)
        #expect(try drafting().draft(of: unrelated, known: seen) == nil)
    }

    @Test func `that a query began to match is no news`() throws {
        let draft = try drafting().draft(of: complaint, known: known(complaint, mention: nil))
        #expect(draft?.brands.map(\.brand) == [Sample.brand])
        #expect(draft?.isNews == false)
    }

    @Test func `that was edited is scored anew, even if it lost its brand`() throws {
        let draft = try #require(try drafting().draft(of: unrelated, known: known(complaint)))
        #expect(draft.brands.isEmpty)
        #expect(draft.sentiment != nil)
    }

    @Test func `that was forgotten gives none, whatever it says now`() throws {
        let forgotten = known(complaint, mention: nil, isForgotten: true)
        #expect(try drafting().draft(of: complaint, known: forgotten) == nil)
        #expect(try drafting().draft(of: unrelated, known: forgotten) == nil)
    }

    static let dates: [(Date?, Date?, Date)] = [
        (HeldTime.start - 60, nil, HeldTime.start - 60),
        (nil, HeldTime.start - 60, HeldTime.start - 60),
        (nil, nil, HeldTime.start),
        (HeldTime.start + 60, nil, HeldTime.start),
        (HeldTime.start + 60, HeldTime.start - 60, HeldTime.start - 60),
        (Date(timeIntervalSince1970: 0), nil, HeldTime.start),
        (.distantFuture, .distantPast, HeldTime.start),
    ]

    @Test(arguments: dates)
    func `counts for its date unless that is absurd`(
        published: Date?, updated: Date?, expected: Date
    ) throws {
        var entry = complaint
        entry.published = published
        entry.updated = updated
        #expect(try drafting().draft(of: entry, known: nil)?.occurredAt == expected)
    }
}
