import FoundationEssentials
import HTTPTypes
import Model
import TestSupport
import Testing

@testable import Fetching

private let now = Date(timeIntervalSince1970: 1_800_000_000)  // Fri, 15 Jan 2027 08:00:00 GMT

private func fields(_ pairs: KeyValuePairs<String, String>) -> HTTPFields {
    pairs.reduce(into: HTTPFields()) { fields, pair in
        if let name = HTTPField.Name(pair.key) {
            fields.append(HTTPField(name: name, value: pair.value))
        }
    }
}

struct `A rate limit` {
    @Test(
        arguments: [
            (
                [
                    "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "59",
                    "X-RateLimit-Reset": "1800000090",
                ], 60, 59, 90, "GitHub: seconds since 1970"
            ),
            (
                ["X-Ratelimit-Remaining": "594.0", "X-Ratelimit-Reset": "123"],
                nil, 594, 123, "Reddit: seconds to wait, no limit"
            ),
            (
                [
                    "X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0",
                    "X-RateLimit-Reset": "2027-01-15T08:05:00.123456Z",
                ], 300, 0, 300.123, "Mastodon: a date"
            ),
            (
                [
                    "X-RateLimit-Reset": "2027-01-15T08:05:00Z",
                    "X-RateLimit-Limit": "300, 300;w=300",
                ],
                300, nil, 300, "a date in whole seconds, a limit with its window"
            ),
            (
                ["X-RateLimit-Reset": "Fri, 15 Jan 2027 08:01:00 GMT"], nil, nil, 60,
                "a date of HTTP"
            ),
            (["X-RateLimit-Reset": "1800000090000"], nil, nil, 90, "milliseconds since 1970"),
            (
                ["X-Rate-Limit-Limit": "15", "X-Rate-Limit-Remaining": "14"], 15, 14, nil,
                "with one more hyphen"
            ),
            (
                ["X-RateLimit-Reset": "1800000090", "X-RateLimit-Reset-After": "12.5"], nil, nil,
                12.5, "a wait beside a time"
            ),
            (
                [
                    "RateLimit-Limit": "3000", "RateLimit-Remaining": "2999",
                    "RateLimit-Reset": "1800000300", "RateLimit-Policy": "3000;w=300",
                ], 3000, 2999, 300, "Bluesky"
            ),
            (
                ["RateLimit-Limit": "10, 10;w=1, 50;w=60", "RateLimit-Remaining": "9"], 10, 9, nil,
                "the oldest draft with its policies"
            ),
            (
                ["RateLimit": "limit=100, remaining=50, reset=5"], 100, 50, 5,
                "the draft of one field"
            ),
            (
                [
                    "RateLimit": "\"default\";r=50;t=30",
                    "RateLimit-Policy": "\"default\";q=100;w=60",
                ],
                100, 50, 30, "the current draft"
            ),
            (
                [
                    "RateLimit": "\"burst\";r=90;t=5, \"daily, all\"; r=3; t=40000",
                    "RateLimit-Policy": "\"burst\";q=100;w=60, \"daily, all\";q=1000;w=86400",
                ], 1000, 3, 40_000, "the one that is nearest to its end"
            ),
            (["RateLimit-Policy": "\"a\";q=7;w=60"], 7, nil, nil, "a policy alone"),
            (["X-RateLimit-Reset": "1700000000"], nil, nil, 0, "a time that is past"),
            (["X-RateLimit-Reset": "1900000000"], nil, nil, 86_400, "a time years ahead"),
            (["X-RateLimit-Reset": "99999999999999999999999"], nil, nil, 86_400, "beyond all"),
            (
                ["X-RateLimit-Limit": "many", "X-RateLimit-Remaining": "7"], nil, 7, nil,
                "a part that can't be read"
            ),
        ] as [(KeyValuePairs<String, String>, Int?, Int?, Double?, String)])
    func `is read from the fields of`(
        headers: KeyValuePairs<String, String>, limit: Int?, remaining: Int?, reset: Double?,
        name: String
    ) throws {
        let found = try #require(RateLimit(fields(headers), now: now), "\(name)")
        #expect(found.limit == limit, "\(name)")
        #expect(found.remaining == remaining, "\(name)")
        #expect((found.resetAfter.map { ($0 * 1000).rounded() / 1000 }) == reset, "\(name)")
    }

    @Test(
        arguments: [
            [:], ["X-RateLimit-Limit": ""], ["X-RateLimit-Remaining": "-1"],
            ["X-RateLimit-Reset": "soon"], ["X-RateLimit-Reset": "nan"],
            ["X-RateLimit-Reset": "-inf"], ["X-RateLimit-Reset": "-5"],
            ["RateLimit": ";;;,,,"], ["RateLimit": "\"unclosed;r=5"], ["RateLimit": "r"],
            ["X-RateLimit-Limit": "99999999999999999999999999"],
            ["RateLimit": "\"a\";r=nan;t=-1"], ["RateLimit": "\"a\";r=1e400"],
        ] as [KeyValuePairs<String, String>])
    func `is none where nothing can be read`(headers: KeyValuePairs<String, String>) {
        #expect(RateLimit(fields(headers), now: now) == nil)
    }

    @Test func `of a field without end takes no long time`() {
        let name = String(repeating: "\"a;b,c\\\"\";r=5,<", count: 15_000)
        _ = RateLimit(fields(["RateLimit": name, "RateLimit-Policy": name]), now: now)
        #expect(FieldScanner.members(String(repeating: " <", count: 100_000)).count == 1)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A server that limits` {
    private func failure(
        _ status: Int, _ headers: KeyValuePairs<String, String>
    ) async throws -> PollFailure? {
        let server = try LoopbackServer.start { _ in .status(status, headers: headers) }
        defer { server.stop() }
        let source = sampleSource(server.url("/feed?token=hush"))
        return try await loopbackFetcher().fetch(source, state: freshState(of: source)).failure
    }

    @Test(
        arguments: [
            (429, ["X-RateLimit-Reset": "1800000090"], 90, "when the time is up"),
            (429, ["X-RateLimit-Reset": "1800000090", "Retry-After": "5"], 5, "Retry-After first"),
            (429, ["RateLimit": "\"a\";r=0;t=30"], 30, "by the draft"),
            (429, [:], nil, "without a word"),
            (
                403, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000090"], 90,
                "GitHub's way"
            ),
            (403, ["Retry-After": "60"], 60, "GitHub's other way"),
            (403, ["Retry-After": "0"], 0, "at once"),
            (403, ["X-RateLimit-Remaining": "0"], nil, "for who knows how long"),
        ] as [(Int, KeyValuePairs<String, String>, Double?, String)])
    func `is asked again when it says so`(
        status: Int, headers: KeyValuePairs<String, String>, wait: Double?, name: String
    ) async throws {
        let failure = try #require(await failure(status, headers), "\(name)")
        #expect(failure.reason == .rateLimited, "\(name)")
        #expect(failure.httpStatus == status)
        #expect(failure.retryAfter == wait, "\(name)")
        #expect(!failure.detail.contains("hush"))
    }

    @Test func `is told from one that refuses`() async throws {
        let failure = try #require(
            await failure(
                403, ["X-RateLimit-Remaining": "12", "X-RateLimit-Reset": "1800000090"]))
        #expect(failure.reason == .unauthorized)
        #expect(failure.retryAfter == nil)
    }

    @Test func `is told from one that is down`() async throws {
        let failure = try #require(
            await failure(
                503, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000090"]))
        #expect(failure.reason == .serverError)
        #expect(failure.retryAfter == nil)
    }

    @Test func `is told of while it still answers, in a sentence without secrets`() async throws {
        let server = try LoopbackServer.start { _ in
            .ok(
                "<rss version=\"2.0\"/>",
                headers: [
                    "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "12",
                    "X-RateLimit-Reset": "30", "Content-Type": "application/rss+xml",
                    "Cache-Control": "max-age=600",
                ])
        }
        defer { server.stop() }
        let source = sampleSource(
            server.url("/feed?token=hush").replacing("http://", with: "http://owner:hush@"))
        let outcome = try await loopbackFetcher().fetch(source, state: freshState(of: source))
        let body = try #require(outcome.body)
        #expect(body.rateLimit == RateLimit(limit: 60, remaining: 12, resetAfter: 30))
        #expect(body.status == 200)
        #expect(
            body.notes.answer
                == "http://•••@127.0.0.1:\(server.port)/feed?token=••• answered with status 200: "
                + "20 bytes of application/rss+xml, fresh for 600 s, 12 of 60 requests left for 30 s."
        )
    }

    @Test func `is told of when nothing changed`() async throws {
        let server = try LoopbackServer.start { _ in
            .status(304, headers: ["RateLimit-Remaining": "3", "Cache-Control": "no-cache"])
        }
        defer { server.stop() }
        let source = sampleSource(server.url("/feed"))
        var state = freshState(of: source)
        state.validators.etag = "\"1\""
        let notes = try #require(
            await loopbackFetcher().fetch(source, state: state).notes)
        #expect(notes.rateLimit?.remaining == 3)
        #expect(notes.status == 304)
        #expect(
            notes.answer
                == "\(server.url("/feed")) answered with status 304: nothing changed, "
                + "stale at once, 3 requests left.")
    }

    @Test(arguments: [
        "text/<b>", "text/plain\u{202E}", "no type", String(repeating: "a", count: 99),
    ])
    func `gets no words of its own into the sentence`(type: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("x", headers: ["Content-Type": type]) }
        defer { server.stop() }
        let source = sampleSource(server.url("/feed"))
        let body = try #require(
            await loopbackFetcher().fetch(source, state: freshState(of: source)).body)
        #expect(
            body.notes.answer == "\(server.url("/feed")) answered with status 200: 1 byte.")
    }
}
