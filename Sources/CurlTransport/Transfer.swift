import CCurl
import HTTPTypes

/// One hop on its way through libcurl: the handle, what it was given and what it has received.
///
/// Not `Sendable`, so the compiler sees to it that only the curl thread touches it.
final class Transfer {
    /// What one hop brought.
    struct Exchange: Sendable {
        var status: Int
        var headers: HTTPFields
        var body: [UInt8]
        /// The absolute target of a redirect.
        var redirect: String?
    }

    let easy: UnsafeMutableRawPointer
    let origin: Origin
    /// By what the thread knows it while it runs; 0 before.
    var number: UInt64 = 0
    private let allowed: [AllowedNetwork]?
    private let maxBodySize: Int
    private let callbacks: UnsafeMutablePointer<ccurl_callbacks>
    private let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var head = ResponseHead()
    private var body: [UInt8] = []
    /// Why a callback ended or hindered the transfer.
    private var verdict: TransportError.Reason?
    private var continuation: CheckedContinuation<Result<Exchange, TransportError>, Never>?

    /// A transfer to `origin` that only reaches public addresses and `allowed` ones; nil allows all.
    init(origin: Origin, maxBodySize: Int, allowed: [AllowedNetwork]?) throws(TransportError) {
        guard let easy = curl_easy_init() else {
            throw TransportError(.outOfResources, origin: origin, text: "")
        }
        self.easy = easy
        self.origin = origin
        self.maxBodySize = maxBodySize
        self.allowed = allowed
        callbacks = .allocate(capacity: 1)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        let context = Unmanaged.passUnretained(self).toOpaque()
        callbacks.initialize(
            to: ccurl_callbacks(
                context: context,
                receive_header: { Transfer.at($0).receiveHeader(.init(start: $1, count: $2)) },
                receive_body: { Transfer.at($0).receiveBody(.init(start: $1, count: $2)) },
                allows: { Transfer.at($0).allows(.init(start: $1, count: $2), port: $3) }))
        try check(ccurl_set_error_buffer(easy, errorText))
        try check(ccurl_set_callbacks(easy, callbacks))
        try check(ccurl_set_context(easy, context))
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        callbacks.deallocate()
        errorText.deallocate()
    }

    /// The transfer that a handle belongs to.
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        ccurl_context(easy).map { at($0) }
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Sets the header lines, which libcurl does not copy.
    func setHeaders(_ lines: [String]) throws(TransportError) {
        for line in lines {
            guard let list = curl_slist_append(headerList, line) else {
                throw TransportError(.outOfResources, origin: origin, text: "")
            }
            headerList = list
        }
        try check(ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerList))
    }

    /// Fails closed: an option that libcurl refuses ends the transfer before it begins.
    func check(_ result: CURLcode) throws(TransportError) {
        guard result != CURLE_OK else { return }
        throw TransportError(
            .outOfResources, origin: origin, text: String(cString: curl_easy_strerror(result)))
    }

    /// Keeps who waits for the end.
    func begin(_ continuation: CheckedContinuation<Result<Exchange, TransportError>, Never>) {
        self.continuation = continuation
    }

    /// Tells the waiting caller how it ended; libcurl no longer runs the handle.
    func finish(_ result: CURLcode) {
        guard result == CURLE_OK, head.status > 0 else {
            let text =
                errorText.pointee == 0 ? curl_easy_strerror(result) : UnsafePointer(errorText)
            let detail = text.map { origin.masked(String(cString: $0)) } ?? ""
            return fail(reason(for: result), text: detail)
        }
        let redirect = ccurl_string(easy, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
        resume(
            .success(
                Exchange(
                    status: head.status, headers: head.fields, body: body, redirect: redirect)))
    }

    /// Ends the transfer without libcurl's word; libcurl no longer runs the handle.
    func fail(_ reason: TransportError.Reason, text: String = "") {
        resume(.failure(TransportError(reason, origin: origin, text: text)))
    }

    private func resume(_ result: Result<Exchange, TransportError>) {
        continuation?.resume(returning: result)
        continuation = nil
    }

    private func reason(for result: CURLcode) -> TransportError.Reason {
        switch (result, verdict) {
        case (CURLE_WRITE_ERROR, let verdict?): return verdict
        case (CURLE_COULDNT_CONNECT, .blockedAddress?): return .blockedAddress
        case (CURLE_OK, _): return .badResponse
        // libcurl's answer to HTTP/0.9, which only shows once the request was sent.
        case (CURLE_UNSUPPORTED_PROTOCOL, _) where ccurl_long(easy, CURLINFO_REQUEST_SIZE) > 0:
            return .badResponse
        default: return .init(result)
        }
    }

    private func receiveHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard head.append(bytes) else {
            verdict = .tooLarge
            return 0
        }
        return bytes.count
    }

    private func receiveBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        head.isComplete = true
        guard bytes.count <= maxBodySize - body.count else {
            verdict = .tooLarge
            body = []
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func allows(_ bytes: UnsafeBufferPointer<UInt8>, port: UInt16) -> Bool {
        guard let allowed else { return true }
        guard let address = IPAddress(bytes: bytes) else { return false }
        let isAllowed =
            address.isPublic
            || allowed.contains { $0.allows(address, port: port, host: origin.host) }
        if !isAllowed { verdict = .blockedAddress }
        return isAllowed
    }
}
