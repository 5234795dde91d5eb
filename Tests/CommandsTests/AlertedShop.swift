import Alerting
import Assembly
import Foundation
import Logging
import Model
import Monitor
import Settings
import Storage
import TestSupport
import Testing

@testable import Commands

/// An inn with complaints in its store, on which the daemon has decided, and a webhook's receiver.
final class AlertedShop: Sendable {
    let shop: SourceShop
    let receiver: LoopbackServer

    init(answer: @escaping @Sendable (LoopbackRequest) -> LoopbackReply = { _ in .status(204) })
        throws
    {
        let receiver = try LoopbackServer.start(answer)
        self.receiver = receiver
        shop = try SourceShop(
            """
            business: {name: Harbour Inn, time_zone: Europe/Berlin}
            polling: {allow_private_networks: [127.0.0.1]}
            sources:
              - {id: guest-book, url: "https://a.example/f.xml", kind: review, brand: inn}
            channels:
              - {id: hook, type: webhook, url: "\(receiver.url("/hook"))"}
              - {id: desk, type: webhook, url: "\(receiver.url("/desk"))", quiet_hours: "daily 00:00-23:00", quiet_lets_through: nothing}
            rules:
              - {id: complaints, when: {label: negative}, cooldown: 1h, channels: [hook]}
              - {id: worst, title: Worst of all, when: {max_stars: 1}, severity: by_stars, channels: [hook, desk]}
              - {id: praise, enabled: false, when: {min_stars: 5}}
              - {id: burst, type: surge}
            digests:
              - {id: morning, at: "08:00", channels: [hook]}
            """, private: false)
    }

    deinit { receiver.stop() }

    /// Stores one review after the other, a minute apart, the last one a minute ago, and decides.
    func fill(_ reviews: [(stars: Double, text: String)]) async throws {
        let assembly = try Assembly(settings: shop.settings())
        let source = try #require(assembly.settings.sources.first)
        try await shop.withStore { store in
            for (index, review) in reviews.enumerated() {
                let time = shop.now.addingTimeInterval(Double(index - reviews.count) * 60)
                let entry = Entry(
                    identity: EntryIdentity(rung: .stableID, key: "r\(index)"), id: "r\(index)",
                    text: review.text, author: "Ada",
                    rating: Rating(value: review.stars, min: 1, max: 5))
                let judged = assembly.pipeline.judge(entry, source: source)
                _ = try await store.record(
                    PollRecord(
                        source: source.id, kind: source.kind,
                        state: SourceState(source: source.id, nextPoll: time, urlDigest: "u"),
                        drafts: [
                            MentionDraft(
                                entry: entry, contentDigest: "d\(index)", brands: judged.brands,
                                sentiment: judged.sentiment, isNews: true, occurredAt: time)
                        ], isBaseline: false, now: time,
                        day: { CalendarDay($0, secondsFromGMT: 0) }))
                _ = try await DecideWalk(
                    store: store,
                    configuration: CurrentConfiguration(assembly.monitorConfiguration()),
                    time: TimeSource(now: { time }, sleep: { _ in }),
                    logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
                ).run()
            }
        }
        await assembly.shutdown()
    }

    static let threeReviews: [(stars: Double, text: String)] = [
        (1, "Terrible, filthy sheets and rude staff."), (5, "Lovely stay, thank you."),
        (2, "Awful breakfast and a broken shower."),
    ]
}
