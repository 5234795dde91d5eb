import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Storage
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(5)))
struct `Searching alerts` {
    private func found(_ search: AlertSearch, in world: AlertedShop, page: Page = Page())
        async throws -> (rules: [String], total: Int)
    {
        let found = try await world.shop.withStore { try await search.alerts(in: $0, page: page) }
        return (found.rows.map(\.rule.rawValue), found.total)
    }

    @Test func `narrows by rule, kind, channel and failure, page by page`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        #expect(try await found(AlertSearch(), in: world).total == 2)
        let worst = AlertSearch(rules: [RuleID(trusted: "worst")])
        #expect(try await found(worst, in: world).rules == ["worst"])
        #expect(try await found(AlertSearch(kinds: [.surge]), in: world).total == 0)
        let desk = AlertSearch(channel: ChannelID(trusted: "desk"))
        #expect(try await found(desk, in: world).rules == ["worst"])
        #expect(try await found(AlertSearch(isFailed: true), in: world).total == 0)
        let kinds = AlertSearch(kinds: [.mentions])
        let second = try await found(kinds, in: world, page: Page(offset: 1, limit: 1))
        #expect(second.rules.count == 1 && second.total == 2)
    }

    @Test func `finds what failed, whether it is tried again or not`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let now = world.shop.now
        try await world.shop.withStore { store in
            let lease = Lease(owner: "test", duration: 60)
            let letter = try await store.claimLetter(
                of: ChannelID(trusted: "hook"), now: now, lease: lease, gathering: nil)
            try await store.settle(
                try #require(letter.first).id, as: .retry(at: now + 60, error: "no"), now: now,
                channel: nil)
        }
        #expect(try await found(AlertSearch(isFailed: true), in: world).total == 1)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Cancelling deliveries` {
    private func cancel(_ words: [String], _ dialogue: Dialogue, in world: AlertedShop)
        async throws -> Int?
    {
        let choice = try AlertsCancelCommand.parse(words)
        let cancelling = Cancelling(
            choice: choice.choice, isAgreed: choice.yes, now: world.shop.now,
            reader: try world.shop.workplace().reader, dialogue: dialogue)
        return try await world.shop.withStore { try await cancelling.run(in: $0) }
    }

    @Test func `shows what it is, asks, and takes back what is meant`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        #expect(
            try await cancel(["--channel", "desk"], world.shop.dialogue("n"), in: world) == nil)
        #expect(world.shop.screen.contains("desk") && world.shop.screen.contains("Cancel this"))
        #expect(try await cancel(["--all"], world.shop.dialogue("y"), in: world) == 3)
        #expect(try await cancel(["--all"], .none, in: world) == 0)
        let states = try await world.shop.withStore { store in
            try await store.allDeliveries(DeliverySelection()).map(\.state)
        }
        #expect(Set(states) == [.cancelled])
    }

    @Test func `does nothing where nobody can be asked, but with --yes`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        await #expect(throws: CommandFailure.self) { try await cancel(["1"], .none, in: world) }
        #expect(try await cancel(["1", "--yes"], .none, in: world) ?? 0 > 0)
        await #expect(throws: CommandFailure.self) {
            try await cancel(["99", "--yes"], .none, in: world)
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Retrying deliveries` {
    @Test func `makes due what is named, and refuses channels and alerts that are not there`()
        async throws
    {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let config = ["--config", world.shop.configuration]
        try await AlertsRetryCommand.parse(["1"] + config).run()
        try await AlertsRetryCommand.parse(["--failed"] + config).run()
        for words in [["--channel", "mial"], ["77"]] {
            await #expect(throws: CommandFailure.self) {
                try await AlertsRetryCommand.parse(words + config).run()
            }
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Testing a channel` {
    private func result(in world: AlertedShop, channel: String = "hook") async throws
        -> ChannelTest.Result
    {
        let workplace = try world.shop.workplace()
        let test = ChannelTest(channel: ChannelID(trusted: channel), workplace: workplace)
        let result = try await world.shop.withStore { try await test.result(in: $0) }
        await workplace.assembly.shutdown()
        return result
    }

    @Test func `sends a marked letter by the real path, quiet hours or not`() async throws {
        let world = try AlertedShop()
        let result = try await result(in: world, channel: "desk")
        #expect(result.isTaken)
        let body = try #require(world.receiver.requests.first?.body)
        #expect(String(decoding: body, as: UTF8.self).contains("test"))
        #expect(world.receiver.requests.first?.path == "/desk")
        let text = result.rendered(as: .table, for: try world.shop.workplace().reader)
        #expect(text.hasPrefix("desk: taken after "))
        let deliveries = try await world.shop.withStore {
            try await $0.allDeliveries(DeliverySelection())
        }
        #expect(deliveries.map(\.state) == [.delivered])
    }

    @Test func `says what the receiver said that did not take it`() async throws {
        let world = try AlertedShop { _ in .status(500) }
        let result = try await result(in: world)
        #expect(!result.isTaken)
        let reader = try world.shop.workplace().reader
        let text = result.rendered(as: .table, for: reader)
        #expect(text.hasPrefix("hook: not taken after ") && text.contains("500"))
        #expect(text.contains("alerts cancel"))
        #expect(result.rendered(as: .json, for: reader).contains(#""outcome":"retry""#))
    }

    @Test func `of an unknown channel names those there are`() async throws {
        let world = try AlertedShop()
        let error = await #expect(throws: CommandFailure.self) {
            try await AlertsTestCommand.parse([
                "x", "--config", world.shop.configuration,
            ]).run()
        }
        #expect(error?.code == .usage && error?.message.contains("hook, desk") == true)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The page of an alert` {
    @Test func `is found by its number`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let reader = try world.shop.workplace().reader
        let page = try await world.shop.withStore {
            try await AlertsShowCommand.page(of: 1, store: $0)
        }
        let text = page.rendered(as: .table, names: Names(), for: reader)
        #expect(text.contains("Alert #1") && text.contains("filthy sheets"))
        await #expect(throws: CommandFailure.self) {
            try await world.shop.withStore { try await AlertsShowCommand.page(of: 9, store: $0) }
        }
    }
}
