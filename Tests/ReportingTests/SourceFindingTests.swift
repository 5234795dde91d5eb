import Foundation
import Model
import Testing

@testable import Reporting

struct `A finding on a source` {
    @Test func `says what the source gives and what it can't`() {
        let entry = Entry(
            identity: EntryIdentity(rung: .contentHash, key: "x"), title: "t",
            published: Sample.now.addingTimeInterval(-7200))
        let finding = SourceFinding(
            source: SourceID(trusted: "map-reviews"),
            feed: ParsedFeed(format: .rss2, title: "T", entries: [entry], notes: ["Mended."]),
            matched: 1, limits: ["Only the 5 newest."])
        #expect(
            finding.text(names: Sample.names, for: Sample.plain) == """
                ✔ Map reviews: rss2, 1 entry, the newest 2 h ago, 1 of a brand
                    Only the 5 newest.
                    No rating: the text alone is scored.
                    No author.
                    No stable id on 1 of 1: once edited, an entry comes as a new one.
                    Mended.

                """)
        #expect(!finding.hasFailed)
    }

    @Test func `of a failing source says why`() {
        let finding = SourceFinding(
            source: SourceID(trusted: "news"), failure: "dns: no such host.", limits: [])
        #expect(finding.hasFailed)
        #expect(
            finding.text(names: Sample.names, for: Sample.plain) == "✘ news: dns: no such host.\n")
    }
}
