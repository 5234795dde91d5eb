import HTTPTypes

/// A request on its way: one transfer after the other, until an answer is not followed.
///
/// Each hop is started on the curl thread where the one before it ended, never by way of a task: a
/// task that goes on after a wait may first have to wait for a thread of the pool, and the time of
/// the exchange would pass meanwhile. Not `Sendable`: only the curl thread touches it.
final class RedirectChain {
    private static let followed: Set<Int> = [301, 302, 303, 307, 308]

    private let request: TransportRequest
    private let number: UInt64
    private let thread: CurlThread
    private let settings: TransportSettings
    private let start = ContinuousClock.now
    private var hop: TransportRequest
    private var redirects: [TransportResponse.Redirect] = []
    private let continuation: CheckedContinuation<Result<TransportResponse, TransportError>, Never>

    /// A chain that has not begun; every transfer of it has this `number`.
    init(
        _ request: TransportRequest, number: UInt64, thread: CurlThread,
        settings: TransportSettings,
        _ continuation: CheckedContinuation<Result<TransportResponse, TransportError>, Never>
    ) {
        self.request = request
        self.number = number
        self.thread = thread
        self.settings = settings
        self.continuation = continuation
        hop = request
    }

    /// Starts the transfer of this hop; the continuation is resumed once, when the last one has ended.
    func begin() {
        do throws(TransportError) {
            let remaining = request.limits.totalTimeout - (ContinuousClock.now - start)
            guard remaining > .zero else {
                throw TransportError(.timeout, origin: try? Origin(of: hop.url), text: "")
            }
            let transfer = try Transfer.prepared(hop, remaining: remaining, settings: settings)
            transfer.begin { self.arrive($0) }
            thread.start(transfer, number: number)
        } catch {
            continuation.resume(returning: .failure(error))
        }
    }

    /// Ends what has not begun.
    func fail(_ reason: TransportError.Reason) {
        let error = TransportError(reason, origin: try? Origin(of: request.url), text: "")
        continuation.resume(returning: .failure(error))
    }

    private func arrive(_ result: Result<Transfer.Exchange, TransportError>) {
        do throws(TransportError) {
            let exchange = try result.get()
            guard Self.followed.contains(exchange.status), request.maxRedirects > 0,
                let target = exchange.redirect
            else {
                let response = TransportResponse(
                    status: exchange.status, headers: exchange.headers, body: exchange.body,
                    url: hop.url, redirects: redirects)
                return continuation.resume(returning: .success(response))
            }
            guard redirects.count < request.maxRedirects else {
                throw TransportError(
                    .tooManyRedirects, origin: try Origin(of: request.url),
                    text: "\(redirects.count) followed")
            }
            redirects.append(.init(status: exchange.status, target: target))
            hop = try Self.request(hop, redirectedTo: target, status: exchange.status)
        } catch {
            return continuation.resume(returning: .failure(error))
        }
        begin()
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
                request.headers.filter {
                    CurlTransport.fieldsForOtherOrigins.contains($0.name)
                })
        }
        return next
    }
}
