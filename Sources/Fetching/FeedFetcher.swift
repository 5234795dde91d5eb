public import CurlTransport
public import FoundationEssentials
import HTTPTypes
public import Model

/// Asks politely for a feed and understands the answer.
///
/// ```swift
/// let fetcher = FeedFetcher(transport: transport, settings: FetchSettings())
/// switch await fetcher.fetch(source, state: state) { … }
/// ```
///
/// It asks with the validators of the last answer, so that a feed without news costs a few bytes, and
/// at the address that a permanent redirect named. It changes nothing itself: what has to be stored is
/// in the outcome.
public struct FeedFetcher: Sendable {
    /// Makes an exchange, as `CurlTransport.send` does.
    public typealias Exchange =
        @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse

    private let exchange: Exchange
    private let settings: FetchSettings
    private let now: @Sendable () -> Date

    /// A fetcher; `now` is the clock that dates in answers are compared with.
    public init(
        transport: CurlTransport, settings: FetchSettings,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(settings: settings, now: now) { request throws(TransportError) in
            try await transport.send(request)
        }
    }

    /// A fetcher whose exchanges somebody else makes, for whom the world is not the network.
    public init(
        settings: FetchSettings, now: @escaping @Sendable () -> Date,
        exchange: @escaping Exchange
    ) {
        self.exchange = exchange
        self.settings = settings
        self.now = now
    }

    /// A digest of the configured address, to be stored as `SourceState.urlDigest`; what a state
    /// remembers of a source only holds while it is the same.
    public static func urlDigest(of source: Source) -> String {
        BodyDigest.of(Array(source.url.reveal().utf8))
    }

    /// Fetches the source once; `state` is what is remembered of it.
    ///
    /// Where a moved address no longer has the feed, the configured one is asked in the same call.
    public func fetch(_ source: Source, state: SourceState) async -> FetchOutcome {
        let isKnown = state.urlDigest == Self.urlDigest(of: source)
        let memory = FetchMemory(
            validators: isKnown ? state.validators : .init(),
            bodyDigest: isKnown ? state.bodyDigest : nil, movedTo: isKnown ? state.movedTo : nil)
        if let path = LocalFile.path(of: source.url.reveal()) {
            return await LocalFile(settings: settings).fetch(path, memory: memory)
        }
        let outcome = await ask(source, memory: memory)
        guard memory.movedTo != nil, case .failed(let failure) = outcome,
            Self.reasonsToGoBack.contains(failure.reason), !Task.isCancelled
        else { return outcome }
        return await ask(source, memory: FetchMemory(bodyDigest: memory.bodyDigest))
    }

    private static let reasonsToGoBack: Set<PollFailure.Reason> = [
        .badURL, .blockedAddress, .dns, .connect, .tls, .notFound, .gone, .unauthorized,
        .tooManyRedirects,
    ]

    /// Asks once; the source's secret fields only go to the origin that they were configured for.
    private func ask(_ source: Source, memory: FetchMemory) async -> FetchOutcome {
        let url = (memory.movedTo ?? source.url).reveal()
        var headers: HTTPFields
        switch ConditionalRequest.headers(for: source, memory: memory, settings: settings) {
        case .success(let fields): headers = fields
        case .failure(let failure): return .failed(failure.failure)
        }
        if !CurlTransport.isSameOrigin(url, source.url.reveal()) {
            headers = HTTPFields(
                headers.filter { CurlTransport.fieldsForOtherOrigins.contains($0.name) })
        }
        do throws(TransportError) {
            let response = try await exchange(
                TransportRequest(
                    url: url, headers: headers, limits: settings.limits,
                    maxRedirects: settings.maxRedirects))
            return ResponseReading(memory: memory, requestedURL: url, now: now()).outcome(
                of: response)
        } catch {
            return .failed(PollFailure(error))
        }
    }
}

/// What is remembered of a source and still holds for its address.
struct FetchMemory {
    var validators = SourceState.Validators()
    var bodyDigest: String?
    var movedTo: Secret?
}
