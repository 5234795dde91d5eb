public import HTTPTypes

/// Carries HTTP exchanges over libcurl: HTTP/1.1 and HTTP/2, TLS verified, connections kept.
///
/// ```swift
/// let transport = CurlTransport(settings: TransportSettings())
/// let response = try await transport.send(TransportRequest(url: "https://example.com/feed.xml"))
/// ```
///
/// All exchanges share one thread and one multi handle. Only addresses of the public internet are
/// connected to, unless the settings allow others; the address is checked when it is connected to,
/// on every hop, so neither a redirect nor a changing DNS answer gets around it. A transport that is
/// dropped without `shutdown` ends its thread by itself.
public actor CurlTransport {
    /// The request fields that go along when a redirect leads to another origin: what a server needs
    /// to answer well, never what may identify or authorize the client.
    public static let fieldsForOtherOrigins: Set<HTTPField.Name> = [
        .accept, .acceptLanguage, .userAgent, .contentType, .ifNoneMatch, .ifModifiedSince,
    ]

    private let thread: CurlThread
    private let settings: TransportSettings

    /// A transport with connections and caches of its own.
    public init(settings: TransportSettings) {
        self.settings = settings
        thread = CurlThread(settings: settings)
    }

    deinit { thread.stop() }

    /// The curl thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Makes the exchange, following up to `request.maxRedirects` redirects.
    ///
    /// A response of any status is a success here; so is a redirect if none may be followed. If the
    /// calling task is cancelled, the transfer is dropped at once and `cancelled` is thrown.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
    {
        if let refusal = thread.refusal {
            throw TransportError(reason: .outOfResources, detail: refusal)
        }
        let start = ContinuousClock.now
        var hop = request
        var redirects: [TransportResponse.Redirect] = []
        while true {
            let remaining = request.limits.totalTimeout - (ContinuousClock.now - start)
            guard remaining > .zero else {
                throw TransportError(.timeout, origin: try? Origin(of: hop.url), text: "")
            }
            let exchange = try await exchange(hop, remaining: remaining)
            guard Self.redirectStatuses.contains(exchange.status), request.maxRedirects > 0,
                let target = exchange.redirect
            else {
                return TransportResponse(
                    status: exchange.status, headers: exchange.headers, body: exchange.body,
                    url: hop.url, redirects: redirects)
            }
            guard redirects.count < request.maxRedirects else {
                throw TransportError(
                    .tooManyRedirects, origin: try Origin(of: request.url),
                    text: "\(redirects.count) followed")
            }
            redirects.append(.init(status: exchange.status, target: target))
            hop = try Self.request(hop, redirectedTo: target, status: exchange.status)
        }
    }

    /// Fails every running exchange with `closed`, and later ones too, and returns when the thread has
    /// ended; may be called twice.
    public nonisolated func shutdown() async {
        thread.stop()
        await thread.end()
    }

    /// Whether two URLs name the same scheme, host and port, as libcurl reads them.
    ///
    /// False if one of them is not a URL of HTTP. Fields other than `fieldsForOtherOrigins` are meant for one origin.
    public static func isSameOrigin(_ url: String, _ other: String) -> Bool {
        guard let origin = try? Origin(of: url), let second = try? Origin(of: other) else {
            return false
        }
        return origin == second
    }

    private static let redirectStatuses: Set<Int> = [301, 302, 303, 307, 308]

    private func exchange(
        _ request: TransportRequest, remaining: Duration
    ) async throws(TransportError) -> Transfer.Exchange {
        let transfer = try Transfer.prepared(request, remaining: remaining, settings: settings)
        let number = thread.reserveNumber()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { begin(transfer, number, $0) }
        } onCancel: { [thread] in
            thread.cancel(number)
        }
        return try result.get()
    }

    /// Starts the transfer; being a method of the actor, it makes the closures above run on it.
    private func begin(
        _ transfer: Transfer, _ number: UInt64,
        _ continuation: CheckedContinuation<Result<Transfer.Exchange, TransportError>, Never>
    ) {
        transfer.begin(continuation)
        if thread.isStopped { return transfer.fail(.closed) }
        // A cancellation from here on finds the transfer started.
        if Task.isCancelled { return transfer.fail(.cancelled) }
        thread.start(transfer, number: number)
    }

    /// The request of the next hop (RFC 9110, section 15.4): 303 and, as everyone does it, 301 and 302
    /// to a POST become a GET without a body.
    private static func request(
        _ request: TransportRequest, redirectedTo target: String, status: Int
    ) throws(TransportError) -> TransportRequest {
        var next = request
        next.url = target
        let becomesGet =
            status == 303 ? request.method != .head : request.method == .post && status <= 302
        if becomesGet {
            next.method = .get
            next.body = []
            next.headers[.contentType] = nil
        }
        if try Origin(of: target) != Origin(of: request.url) {
            next.headers = HTTPFields(
                request.headers.filter { fieldsForOtherOrigins.contains($0.name) })
        }
        return next
    }
}
