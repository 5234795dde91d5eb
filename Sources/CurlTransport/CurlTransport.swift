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
        let number = thread.reserveNumber()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { begin(request, number, $0) }
        } onCancel: { [thread] in
            thread.cancel(number)
        }
        return try result.get()
    }

    /// Starts the exchange; being a method of the actor, it makes the closures above run on it.
    private func begin(
        _ request: TransportRequest, _ number: UInt64,
        _ continuation: CheckedContinuation<Result<TransportResponse, TransportError>, Never>
    ) {
        let chain = RedirectChain(
            request, number: number, thread: thread, settings: settings, continuation)
        if thread.isStopped { return chain.fail(.closed) }
        // A cancellation from here on finds a transfer started.
        if Task.isCancelled { return chain.fail(.cancelled) }
        chain.begin()
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
}
