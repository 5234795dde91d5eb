import ArgumentParser
import Assembly
import Foundation
import Model
import Monitor
import Reporting
import Settings
import Storage
import Testing

@testable import Commands

/// An inn that is open on weekdays from 9 to 5, with reviews in its store; it is Sunday, 13:00 there.
final class TriagedInn: Sendable {
    /// A review on its way into the store.
    struct Review: Sendable {
        var stars: Double
        var text: String
        /// Hours before now.
        var age: Double
        var author: String? = "Ada"
        var reply: Entry.OwnerReply?
        var reportURL: String?
    }

    let shop: SourceShop

    init(_ reviews: [Review] = TriagedInn.reviews) async throws {
        shop = try SourceShop(
            """
            business:
              name: Harbour Inn
              time_zone: Europe/Berlin
              hours: Mon-Fri 09:00-17:00
            sources:
              - {id: guest-book, title: Guest book, url: "https://a.example/f.xml", kind: review, brand: inn}
            rules:
              - {id: waits, type: unanswered, within: 4h}
              - {id: slow, type: unanswered, within: 8h}
            """, private: false)
        try await store(reviews)
    }

    /// Number 1 is a complaint of Thursday, 16:00; 2 is praise; 3 a complaint of Friday, 16:00; 4 was
    /// answered in the source; 5 is a complaint of two weeks ago with an address for reports.
    static let reviews = [
        Review(stars: 1, text: "Terrible, filthy sheets and rude staff.", age: 69),
        Review(stars: 5, text: "Lovely stay, thank you.", age: 50),
        Review(stars: 2, text: "Awful breakfast and a broken shower.", age: 45),
        Review(
            stars: 1, text: "Rude and dirty.", age: 40,
            reply: Entry.OwnerReply(text: "We are sorry.")),
        Review(
            stars: 1, text: "Never again, terrible.", age: 14 * 24, author: "Bob",
            reportURL: "https://reviews.example/report?id=5"),
    ]

    /// Stores reviews, each as if it had been polled when it was written.
    func store(_ reviews: [Review]) async throws {
        let assembly = try Assembly(settings: shop.settings())
        let source = try #require(assembly.settings.sources.first)
        let first = try await shop.withStore { try await $0.totals().total }
        try await shop.withStore { store in
            for (index, review) in reviews.enumerated() {
                let time = shop.now.addingTimeInterval(-review.age * 3600)
                var entry = Entry(
                    identity: EntryIdentity(rung: .stableID, key: "r\(first + index)"),
                    text: review.text, author: review.author,
                    rating: Rating(value: review.stars, min: 1, max: 5), ownerReply: review.reply)
                entry.reportURL = review.reportURL
                let judged = assembly.pipeline.judge(entry, source: source)
                _ = try await store.record(
                    PollRecord(
                        source: source.id, kind: source.kind,
                        state: SourceState(source: source.id, nextPoll: time, urlDigest: "u"),
                        drafts: [
                            MentionDraft(
                                entry: entry, contentDigest: "d\(first + index)",
                                brands: judged.brands, sentiment: judged.sentiment, isNews: true,
                                occurredAt: time)
                        ], isBaseline: false, now: time,
                        day: { CalendarDay($0, secondsFromGMT: 3600) }))
            }
        }
        await assembly.shutdown()
    }

    /// Runs a step with these words, by Ada unless they say who; what came of it.
    @discardableResult
    func run<Step: TriageStep>(
        _ step: Step.Type, _ words: [String], _ dialogue: Dialogue = .none
    ) async throws -> TriageResultPage {
        let by = words.contains("--by") ? [] : ["--by", "Ada"]
        let command = try Step.parse(words + by)
        let workplace = try shop.workplace()
        let page = try await command.page(workplace, dialogue: dialogue)
        await workplace.assembly.shutdown()
        return page
    }

    /// What a page shows in a terminal of so many columns.
    func reader(width: Int? = 80) throws -> Reader {
        var reader = try shop.workplace().reader
        reader.width = width
        return reader
    }

    func state(of id: MentionID) async throws -> Triage.State? {
        try await shop.withStore { try await $0.mention(id)?.triageState }
    }
}
