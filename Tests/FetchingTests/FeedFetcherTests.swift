import CurlTransport
import FoundationEssentials
import Model
import TestSupport
import Testing

@testable import Fetching

/// A fetcher that may reach the tests' own servers and whose clock stands still.
func loopbackFetcher(
    // On a busy machine an answer of this process may take long.
    _ settings: FetchSettings = FetchSettings(
        limits: TransferLimits(
            connectTimeout: .seconds(240), totalTimeout: .seconds(240), lowSpeedTime: .seconds(240))
    )
) throws -> FeedFetcher {
    let loopback = try #require(AllowedNetwork("127.0.0.1"))
    let transport = CurlTransport(settings: .init(allowPrivateNetworks: [loopback]))
    return FeedFetcher(transport: transport, settings: settings) {
        Date(timeIntervalSince1970: 1_800_000_000)
    }
}

func sampleSource(_ url: String, headers: [Source.Header] = []) -> Source {
    Source(id: SourceID(trusted: "sample"), url: Secret(url), kind: .review, headers: headers)
}

func freshState(of source: Source) -> SourceState {
    SourceState(
        source: source.id, nextPoll: .distantPast, urlDigest: FeedFetcher.urlDigest(of: source))
}

extension FetchOutcome {
    var body: FetchedBody? { if case .body(let body) = self { body } else { nil } }
    var notes: FetchNotes? { if case .unchanged(let notes) = self { notes } else { nil } }
    var failure: PollFailure? { if case .failed(let failure) = self { failure } else { nil } }
}

@Suite(.timeLimit(.minutes(5)))
struct `A fetch` {
    private func fetch(
        _ reply: LoopbackReply, path: String = "/feed",
        change: (inout SourceState) -> Void = { _ in }
    ) async throws -> (FetchOutcome, [LoopbackRequest]) {
        let server = try LoopbackServer.start { _ in reply }
        defer { server.stop() }
        let source = sampleSource(server.url(path))
        var state = freshState(of: source)
        change(&state)
        let outcome = try await loopbackFetcher().fetch(source, state: state)
        return (outcome, server.requests)
    }

    @Test func `brings the body and what to remember of it`() async throws {
        let (outcome, requests) = try await fetch(
            .ok(
                "<rss/>",
                headers: [
                    "ETag": "W/\"1\"", "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
                    "Content-Type": "Application/RSS+XML; charset=\"ISO-8859-1\"",
                    "Cache-Control": "public, max-age=600",
                ]))
        let body = try #require(outcome.body)
        #expect(String(decoding: body.bytes, as: UTF8.self) == "<rss/>")
        #expect(body.digest == BodyDigest.of(Array("<rss/>".utf8)))
        #expect(body.mediaType == "application/rss+xml")
        #expect(body.charset == "iso-8859-1")
        #expect(body.validators.etag == "W/\"1\"")
        #expect(body.validators.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(body.freshFor == 600)
        #expect(body.movedTo == nil)
        let request = try #require(requests.first)
        #expect(request.header("If-None-Match") == nil)
        #expect(request.header("User-Agent") == "Repute")
        #expect(request.header("Accept")?.contains("application/atom+xml") == true)
    }

    @Test func `asks with the validators that it got, byte for byte`() async throws {
        let server = try LoopbackServer.start { request in
            request.header("If-None-Match") == "W/\"a b\""
                && request.header("If-Modified-Since") == "yesterday, more or less"
                ? .status(304, headers: ["Cache-Control": "max-age=60"])
                : .ok(
                    "x", headers: ["ETag": "W/\"a b\"", "Last-Modified": "yesterday, more or less"])
        }
        defer { server.stop() }
        let fetcher = try loopbackFetcher()
        let source = sampleSource(server.url("/"))
        var state = freshState(of: source)
        state.validators = try #require(
            await fetcher.fetch(source, state: state).body?.validators)
        let notes = try #require(await fetcher.fetch(source, state: state).notes)
        #expect(notes.validators == state.validators)
        #expect(notes.freshFor == 60)
    }

    @Test func `takes new validators from a 304`() async throws {
        let (outcome, _) = try await fetch(.status(304, headers: ["ETag": "\"2\""])) {
            $0.validators = .init(etag: "\"1\"", lastModified: "then")
        }
        #expect(outcome.notes?.validators == .init(etag: "\"2\"", lastModified: "then"))
    }

    @Test func `forgets what was remembered of another address`() async throws {
        let (outcome, requests) = try await fetch(.ok("same")) {
            $0.urlDigest = "of the address before"
            $0.validators = .init(etag: "\"1\"", lastModified: "then")
            $0.bodyDigest = BodyDigest.of(Array("same".utf8))
            $0.movedTo = Secret("http://127.0.0.1:1/")
        }
        #expect(outcome.body?.movedTo == nil)
        #expect(outcome.body != nil)
        #expect(requests.first?.header("If-None-Match") == nil)
        #expect(requests.first?.header("If-Modified-Since") == nil)
    }

    @Test func `of the same bytes finds nothing new`() async throws {
        let (outcome, _) = try await fetch(.ok("same", headers: ["ETag": "\"2\""])) {
            $0.bodyDigest = BodyDigest.of(Array("same".utf8))
        }
        #expect(outcome.notes?.validators.etag == "\"2\"")
    }

    @Test func `sends the source's own fields, which win`() async throws {
        let server = try LoopbackServer.start { _ in .ok("x") }
        defer { server.stop() }
        let source = sampleSource(
            server.url("/"),
            headers: [
                .init(name: "X-Api-Key", value: Secret("hush")),
                .init(name: "Accept", value: Secret("application/json")),
            ])
        _ = try await loopbackFetcher().fetch(source, state: freshState(of: source))
        #expect(server.requests.first?.header("X-Api-Key") == "hush")
        #expect(server.requests.first?.header("Accept") == "application/json")
    }

    @Test(arguments: [("X Key", "a"), ("", "a"), ("X-Key", "a\r\nX-Other: b"), ("X-Key", "a\0b")])
    func `refuses a field that is none`(name: String, value: String) async throws {
        let source = sampleSource(
            "http://127.0.0.1:1/", headers: [.init(name: name, value: Secret(value))])
        let outcome = try await loopbackFetcher().fetch(source, state: freshState(of: source))
        #expect(outcome.failure?.reason == .badURL)
        #expect(outcome.failure?.detail.contains("X-Other") == false)
    }

    @Test(arguments: [
        (401, PollFailure.Reason.unauthorized), (403, .unauthorized), (404, .notFound),
        (410, .gone), (400, .clientError), (451, .clientError), (408, .timeout),
        (500, .serverError),
        (502, .serverError), (503, .serverError), (429, .rateLimited), (204, .empty),
        (206, .malformed), (201, .malformed), (304, .malformed), (300, .malformed),
        (301, .malformed),
        (999, .malformed),
    ])
    func `says what a status means`(status: Int, expected: PollFailure.Reason) async throws {
        let (outcome, _) = try await fetch(.status(status), path: "/feed?token=hush")
        let failure = try #require(outcome.failure)
        #expect(failure.reason == expected)
        #expect(failure.httpStatus == status)
        #expect(failure.detail.contains("token=•••"))
        #expect(!failure.detail.contains("hush"))
        #expect(failure.detail.hasSuffix("."))
    }

    @Test(
        arguments: [429, 503],
        [
            ("120", 120.0), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("Fri, 31 Dec 2999 23:59:59 GMT", 86_400), ("999999999999", 86_400), ("-5", nil),
            ("soon", nil), ("", nil),
        ] as [(String, Double?)])
    func `brings the wait that the server asks for`(
        status: Int, field: (String, Double?)
    ) async throws {
        let (outcome, _) = try await fetch(.status(status, headers: ["Retry-After": field.0]))
        #expect(outcome.failure?.retryAfter == field.1)
    }

    @Test(arguments: ["", "  \r\n\t", "\u{FEFF}"])
    func `of nothing is a failure`(text: String) async throws {
        let (outcome, _) = try await fetch(.ok(text))
        #expect(outcome.failure?.reason == .empty)
    }

    @Test(arguments: [
        (LoopbackReply.reset(after: "<rss>", declared: 100), PollFailure.Reason.interrupted),
        (.truncated("<rss>", declared: 100), .interrupted), (.close, .interrupted),
        (.redirect(to: "/"), .tooManyRedirects), (.redirect(to: "file:///etc/passwd"), .badURL),
        (.redirect(to: "http://10.0.0.1/"), .blockedAddress), (.raw("220 mail\r\n"), .malformed),
    ])
    func `that breaks off says so, without the secret of its address`(
        reply: LoopbackReply, expected: PollFailure.Reason
    ) async throws {
        let (outcome, _) = try await fetch(reply, path: "/hush?key=hush")
        #expect(outcome.failure?.reason == expected)
        #expect(outcome.failure?.detail.contains("hush") == false)
    }
}
