import CurlTransport
import Foundation
import HTTPTypes
import Synchronization

/// Every server of the town: it answers from memory, and watches how it is asked.
final class Web: Sendable {
    /// What was handed out, and how it was asked for.
    struct Figures: Sendable {
        var asks = 0
        var unchanged = 0
        var documents = 0
        var failures = 0
        /// Entries that were handed out, each counted once.
        var entries = 0
        /// Those of them that are mentions.
        var mentions = 0
        /// Entries that slid off their list before anybody asked.
        var missed = 0
        /// The bytes of all texts of mentions, as first handed out.
        var textBytes = 0
        /// Mentions by the day (of the wall clock, in UTC, from the first) on which they were handed
        /// out first; those of sources that keep theirs for a shorter time are the second list.
        var byDay: [[Int]]
        /// What was asked at the wrong time, in words, the first few of them.
        var wrongs: [String] = []
        var wrongCount = 0
    }

    private struct State {
        var feeds: [Feed]
        var figures: Figures
        /// Until when each host wants to be left alone, and when it said so.
        var blocked: [(since: TimeInterval, until: TimeInterval)]
    }

    /// How much later than due a source may be asked: two steps of the clock.
    static let latency: TimeInterval = 2 * Course.step + 5

    private let town: Town
    private let clock: SimulatedClock
    private let complaints: Journal
    /// Guards what stands at the sources.
    private let state: Mutex<State>

    /// `complaints` takes a line for each one-star review that is to be told, with a question mark
    /// behind what may be told as well as not.
    init(_ town: Town, clock: SimulatedClock, complaints: Journal) {
        self.town = town
        self.clock = clock
        self.complaints = complaints
        let days = [Int](repeating: 0, count: town.options.days + 4)
        state = Mutex(
            State(
                feeds: (0..<town.sourceCount).map { Feed($0, of: town) },
                figures: Figures(byDay: [days, days]),
                blocked: Array(repeating: (0, 0), count: max(1, town.sourceCount / 20))))
    }

    var figures: Figures { state.withLock { $0.figures } }

    /// Forgets when each source is due: time itself is not as it was.
    func disturb() {
        state.withLock { state in
            for source in state.feeds.indices { state.feeds[source].calmAsks = 0 }
            for host in state.blocked.indices { state.blocked[host] = (0, 0) }
        }
    }

    /// Says which sources should have been asked by now.
    func findForgotten() {
        let time = clock.elapsed
        state.withLock { state in
            for feed in state.feeds where feed.calmAsks >= 2 {
                let latest = self.latest(for: feed, state) + Self.latency
                if time > latest { note("was not asked again", feed, time, &state.figures) }
            }
        }
    }

    /// Answers as the source would.
    func answer(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard let source = request.url.split(separator: "/").last.flatMap({ Int($0) }),
            (0..<town.sourceCount).contains(source)
        else { return TransportResponse(status: 404, url: request.url) }
        let time = clock.elapsed
        let answer = state.withLock { state in
            self.answer(source, at: time, knows: request.headers[.ifNoneMatch], &state)
        }
        switch answer {
        case .timeout:
            throw TransportError(reason: .timeout, detail: "no answer in time")
        case .status(let status, let headers):
            return TransportResponse(status: status, headers: headers, url: request.url)
        case .page:
            return TransportResponse(
                status: 200, headers: [.contentType: "text/html"],
                body: Array("<html><body>We are moving house.</body></html>".utf8),
                url: request.url)
        case .document(let document, var headers):
            headers[.contentType] = document.mediaType
            return TransportResponse(
                status: 200, headers: headers, body: Array(document.text.utf8), url: request.url)
        }
    }

    private enum Answer {
        case timeout
        case status(Int, HTTPFields)
        case page
        case document(FeedDocument, HTTPFields)
    }

    /// How long a busy host wants to be left alone, in seconds.
    private static let pause: TimeInterval = 7200

    private func answer(
        _ source: Int, at time: TimeInterval, knows version: String?, _ state: inout State
    ) -> Answer {
        state.figures.asks += 1
        check(source, at: time, &state)
        let host = town.host(of: source)
        let interval = town.interval(of: source)
        if town.isHostBusy(host, at: time) {
            state.blocked[host] = (time, max(state.blocked[host].until, time + Self.pause))
            fail(source, at: time, after: max(interval / 2, Self.pause), &state)
            return .status(429, [.retryAfter: "\(Int(Self.pause))"])
        }
        if let trouble = town.trouble(of: source, at: time) {
            let pause = trouble == .gone ? max(interval, 86_400) : interval / 2
            fail(source, at: time, after: pause, &state)
            switch trouble {
            case .serverError: return .status(500, [:])
            case .busy: return .status(503, [:])
            case .notFound: return .status(404, [:])
            case .gone: return .status(410, [:])
            case .page: return .page
            case .timeout: return .timeout
            }
        }
        return document(of: source, at: time, knows: version, &state)
    }

    private func document(
        of source: Int, at time: TimeInterval, knows known: String?, _ state: inout State
    ) -> Answer {
        let scene = min(time, town.lastScene)
        state.figures.missed += state.feeds[source].write(until: scene)
        state.feeds[source].failures = 0
        let longest = town.longestInterval(of: source)
        state.feeds[source].due = time + town.interval(of: source)...time + longest + 60
        var headers: HTTPFields = [:]
        if town.hasValidators(source) {
            let version = state.feeds[source].version(at: scene)
            headers[.eTag] = version
            if version == known {
                state.figures.unchanged += 1
                return .status(304, headers)
            }
        }
        state.figures.documents += 1
        show(source, at: scene, &state)
        let feed = state.feeds[source]
        let document = FeedDocument(
            town: town, source: source, writings: feed.listed(at: scene).map { feed.writings[$0] },
            time: scene, start: clock.start)
        return .document(document, headers)
    }

    /// Counts what is handed out for the first time.
    private func show(_ source: Int, at time: TimeInterval, _ state: inout State) {
        let isBaseline = !state.feeds[source].isKnown
        state.feeds[source].isKnown = true
        let (first, edited) = state.feeds[source].show(at: time)
        let isReviews = town.form(of: source).isReviews
        let brand = Town.brands[town.brand(of: source)].1
        let day = Int(clock.now.timeIntervalSince(clock.start) / 86_400)
        for writing in first {
            state.figures.entries += 1
            guard writing.isNaming else { continue }
            state.figures.mentions += 1
            state.figures.byDay[town.isBrief(source) ? 1 : 0][day] += 1
            state.figures.textBytes += writing.text(at: time, brand: brand).utf8.count
            if isReviews, !isBaseline, writing.stars(at: time) == 1 { complain(source, writing) }
        }
        let kept = town.isBrief(source) ? town.options.keptDaysOfBrief : town.options.keptDays
        for writing in edited where isReviews && writing.edit == .soured {
            let age = (time - (writing.shownAt ?? time)) / 86_400
            guard age < Double(kept) + 2 else { continue }
            complain(source, writing, isSure: age < Double(kept) - 2)
        }
    }

    /// About what is being removed just now, either is right: that one is marked.
    private func complain(_ source: Int, _ writing: Writing, isSure: Bool = true) {
        complaints.write("\(town.id(of: source))-\(writing.number)" + (isSure ? "" : "?"))
    }

    // MARK: Schedules

    private func fail(
        _ source: Int, at time: TimeInterval, after pause: TimeInterval, _ state: inout State
    ) {
        state.figures.failures += 1
        state.feeds[source].failures += 1
        let longest = max(pause, town.interval(of: source)) + 60
        state.feeds[source].due = time + pause...time + longest
    }

    private func latest(for feed: Feed, _ state: State) -> TimeInterval {
        max(feed.due.upperBound, state.blocked[town.host(of: feed.source)].until + 60)
    }

    private func check(_ source: Int, at time: TimeInterval, _ state: inout State) {
        let feed = state.feeds[source]
        let block = state.blocked[town.host(of: source)]
        if feed.calmAsks >= 2 {
            if time < feed.due.lowerBound - 1 { note("too early", feed, time, &state.figures) }
            if time > latest(for: feed, state) + Self.latency {
                note("too late", feed, time, &state.figures)
            }
        }
        if time > block.since, time < block.until - 1 {
            note("though its host wants to be left alone", feed, time, &state.figures)
        }
        state.feeds[source].lastAsked = time
        state.feeds[source].calmAsks += 1
    }

    private func note(
        _ what: String, _ feed: Feed, _ time: TimeInterval, _ figures: inout Figures
    ) {
        figures.wrongCount += 1
        guard figures.wrongs.count < 10 else { return }
        func day(_ time: TimeInterval) -> String { String(format: "%.4f", time / 86_400) }
        figures.wrongs.append(
            """
            \(town.id(of: feed.source)) \(what): day \(day(time)), last day \
            \(day(feed.lastAsked ?? 0)), due \(day(feed.due.lowerBound)) to \
            \(day(feed.due.upperBound)), failures \(feed.failures)
            """)
    }
}
