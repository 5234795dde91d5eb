import Foundation
import Model
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Assembly

/// A review site, a webhook receiver and a mailbox, with the daemon's configuration between them.
private final class Village: Sendable {
    let site: LoopbackServer
    let receiver: LoopbackServer
    let mailbox: SendmailStandIn
    let workshop: Workshop
    private let reviews: ReviewBox

    init() throws {
        let box = ReviewBox()
        reviews = box
        site = try LoopbackServer.start { _ in .ok(box.document) }
        receiver = try LoopbackServer.start { _ in .status(204) }
        mailbox = try SendmailStandIn()
        workshop = try Workshop(
            """
            business: {name: Copper Kettle, time_zone: Europe/London}
            polling: {host_spacing: 0s, allow_private_networks: [127.0.0.1]}
            brands: [{id: kettle, name: Copper Kettle}]
            sources:
              - {id: reviews, url: "\(site.url("/feed"))", kind: review, brand: kettle}
            rules:
              - {id: complaints, when: {label: negative}, severity: by_stars}
            channels:
              - id: mail
                type: sendmail
                from: repute@kettle.example
                to: [owner@kettle.example]
                command: ["\(mailbox.path)", -i, -f, "{sender}", --, "{recipients}"]
              - {id: hook, type: webhook, url: "\(receiver.url("/hook"))"}
            """)
    }

    deinit {
        site.stop()
        receiver.stop()
        mailbox.remove()
    }

    func publish(_ id: String, stars: Int, _ text: String) { reviews.add(id, stars: stars, text) }
}

private final class ReviewBox: Sendable {
    private let items = Mutex("")

    func add(_ id: String, stars: Int, _ text: String) {
        items.withLock {
            $0 = """
                <item><guid>\(id)</guid><title>\(id)</title><description>\(text)</description>
                <rating>\(stars)</rating></item>
                """ + $0
        }
    }

    var document: String {
        items.withLock {
            "<rss version=\"2.0\"><channel><title>Reviews</title>\($0)</channel></rss>"
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The journey of a review` {
    @Test func `leads from the site to the owner, exactly once`() async throws {
        let village = try Village()
        village.publish("old-1", stars: 5, "Lovely tea.")
        village.publish("old-2", stars: 1, "Cold tea, rude waiter.")
        let first = try await village.workshop.runOnce()
        #expect(first.isClean)
        #expect(first.text.contains("polled 1 of 1 sources, 0 failed; 2 new mentions"))
        #expect(village.mailbox.callCount == 0 && village.receiver.requests.isEmpty)

        village.publish("new-1", stars: 1, "A cockroach in the cup.")
        village.publish("new-2", stars: 5, "Best scones in town.")
        try await village.workshop.pollSoon()
        let second = try await village.workshop.runOnce()
        #expect(second.isClean)
        #expect(second.text.contains("mail: 1 delivered"))
        #expect(second.text.contains("hook: 1 delivered"))
        try await expectOneAlert(village)

        try await village.workshop.pollSoon()
        _ = try await village.workshop.runOnce()
        try await expectOneAlert(village)
    }

    private func expectOneAlert(_ village: Village) async throws {
        let (alerts, deliveries) = try await village.workshop.withStore { store in
            (
                try await store.alerts(since: nil, page: Page()).rows,
                try await store.deliveries(DeliverySelection(), page: Page()).rows
            )
        }
        #expect(alerts.map(\.severity) == [.critical])
        #expect(deliveries.count == 2)
        #expect(deliveries.allSatisfy { $0.state == .delivered && $0.attempts == 1 })
        let mail = try #require(deliveries.first { $0.channel == ChannelID(trusted: "mail") })
        let hook = try #require(deliveries.first { $0.channel == ChannelID(trusted: "hook") })
        try #require(village.mailbox.letters.count == 1)
        let letter = village.mailbox.letters[0]
        #expect(letter.message.contains("Message-ID: <\(mail.messageID)@"))
        #expect(letter.message.contains("cockroach"))
        #expect(!letter.message.contains("rude waiter"))
        #expect(letter.arguments.last == "owner@kettle.example")
        try #require(village.receiver.requests.count == 1)
        let request = village.receiver.requests[0]
        #expect(request.header("webhook-id") == hook.messageID)
        let body = String(decoding: request.body, as: UTF8.self)
        #expect(body.contains("cockroach") && !body.contains("scones"))
    }

    @Test func `goes on where a source or a channel failed`() async throws {
        let village = try Village()
        _ = try await village.workshop.runOnce()
        try village.mailbox.set(.exit(75))
        village.publish("new-1", stars: 1, "A cockroach in the cup.")
        try await village.workshop.pollSoon()
        let second = try await village.workshop.runOnce()
        #expect(!second.isClean)
        #expect(second.text.contains("mail: 0 delivered, 1 to be tried again"))
        #expect(village.receiver.requests.count == 1)

        try village.mailbox.set(.ok)
        try await village.workshop.withStore {
            _ = try await $0.retryDeliveries(DeliverySelection(), now: Date())
        }
        #expect(try await village.workshop.runOnce().isClean)
        #expect(village.mailbox.letters.count == 1)
        #expect(village.receiver.requests.count == 1)
    }
}
