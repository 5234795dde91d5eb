import Fetching
import FoundationEssentials
import Model
import Testing

@testable import Monitor

private let host = "api.example"
/// Thursday, 1 October 2026, 14:25 UTC.
private let now = Date(timeIntervalSince1970: 1_790_864_700)
private let midnight = Date(timeIntervalSince1970: 1_790_899_200)

private func ledger(_ usages: [HostUsage] = [], budgets: [String: Int] = [:]) -> HostLedger {
    HostLedger(usages: usages, budgets: budgets)
}

@Suite(.timeLimit(.minutes(5)))
struct `A host ledger` {
    @Test func `lets hosts be asked that it knows nothing of`() async {
        #expect(await ledger().refusal(for: host, now: now) == nil)
        #expect(await ledger().spacing(for: host, now: now) == 0)
    }

    @Test func `refuses a host whose budget of the day is used up, until midnight in UTC`() async {
        let ledger = ledger(budgets: [host: 3])
        for _ in 0..<2 { _ = await ledger.record(.init(nil), of: host, now: now) }
        #expect(await ledger.refusal(for: host, now: now) == nil)
        _ = await ledger.record(.init(nil), of: host, now: now)
        let refusal = await ledger.refusal(for: host, now: now)
        #expect(refusal?.until == midnight)
        #expect(refusal?.reason.contains("3 requests a day") == true)
        #expect(await ledger.refusal(for: host, now: midnight) == nil)
        #expect(await ledger.refusal(for: "other.example", now: now) == nil)
    }

    @Test func `remembers a budget over a restart`() async {
        let usage = HostUsage(
            host: host, day: CalendarDay(now, secondsFromGMT: 0), requests: 300)
        #expect(await ledger([usage], budgets: [host: 300]).refusal(for: host, now: now) != nil)
        #expect(await ledger([usage], budgets: [host: 301]).refusal(for: host, now: now) == nil)
    }

    @Test func `gives the store the requests of the poll alone`() async {
        let ledger = ledger()
        _ = await ledger.record(.init(nil, requests: 4), of: host, now: now)
        #expect(await ledger.record(.init(nil, requests: 2), of: host, now: now).requests == 2)
    }

    @Test func `refuses a host that asked for a wait, for all its sources`() async {
        let ledger = ledger()
        let usage = await ledger.record(.init(nil, wait: 600), of: host, now: now)
        #expect(usage.blockedUntil == now + 600)
        #expect(await ledger.refusal(for: host, now: now + 599)?.until == now + 600)
        #expect(await ledger.refusal(for: host, now: now + 600) == nil)
        // A later answer without a wish does not lift it.
        _ = await ledger.record(.init(nil), of: host, now: now + 1)
        #expect(await ledger.refusal(for: host, now: now + 2)?.until == now + 600)
    }

    @Test func `refuses a host that allows nothing more, until its window begins anew`() async {
        let ledger = ledger()
        _ = await ledger.record(
            .init(RateLimit(limit: 300, remaining: 0, resetAfter: 120)), of: host, now: now)
        #expect(await ledger.refusal(for: host, now: now)?.until == now + 120)
    }

    @Test func `spreads what is left of a window once little is`() async {
        let ledger = ledger()
        _ = await ledger.record(
            .init(RateLimit(limit: 300, remaining: 100, resetAfter: 300)), of: host, now: now)
        #expect(await ledger.spacing(for: host, now: now) == 0)
        _ = await ledger.record(
            .init(RateLimit(limit: 300, remaining: 10, resetAfter: 300)), of: host, now: now)
        #expect(await ledger.spacing(for: host, now: now) == 30)
        #expect(await ledger.spacing(for: host, now: now + 301) == 0)
    }

    @Test(arguments: [Double.infinity, .nan, 1e12, 5 * 86_400])
    func `believes no wait of more than two days`(wait: Double) async {
        let ledger = ledger()
        _ = await ledger.record(.init(nil, wait: wait), of: host, now: now)
        let until = await ledger.refusal(for: host, now: now)?.until
        #expect(until.map { $0 <= now + 2 * 86_400 } ?? true)
    }

    @Test func `does not keep a host blocked when the clock is set back`() async {
        let ledger = ledger()
        _ = await ledger.record(.init(nil, wait: 60), of: host, now: now + 400 * 86_400)
        _ = await ledger.record(.init(nil), of: host, now: now)
        #expect(await ledger.refusal(for: host, now: now + 2 * 86_400) == nil)
    }

    @Test func `waits for the next day where a quota without a period is used up`() async {
        let ledger = ledger()
        _ = await ledger.record(.init(nil, quotaRemaining: 0), of: host, now: now)
        #expect(await ledger.refusal(for: host, now: now)?.until == midnight)
    }
}
