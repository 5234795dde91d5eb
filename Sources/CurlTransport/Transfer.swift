import CCurl
import HTTPTypes

/// One hop on its way through libcurl: the handle, what it was given and what it has received.
///
/// Not `Sendable`, so the compiler sees to it that only the curl thread touches it.
final class Transfer: CurlExchange {
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
    private let allowed: [AllowedNetwork]?
    private let maxBodySize: Int
    private let callbacks: UnsafeMutablePointer<ccurl_callbacks>
    private let errorText: UnsafeMutablePointer<CChar>
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var head = ResponseHead()
    private var body: [UInt8] = []
    /// Why a callback ended or hindered the transfer, and the bound that was met.
    private var verdict: (reason: TransportError.Reason, text: String)?
    private var waiting: ((Result<Exchange, TransportError>) -> Void)?

    /// A transfer to `origin` that only reaches public addresses and `allowed` ones; nil allows all.
    init(origin: Origin, maxBodySize: Int, allowed: [AllowedNetwork]?) throws(TransportError) {
        guard let easy = ccurl_easy_init() else {
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
                allows: { Transfer.at($0).allows(.init(start: $1, count: $2), port: $3) },
                wire_limit: curl_off_t(maxBodySize), is_over_wire_limit: false))
        try check(ccurl_set_error_buffer(easy, errorText))
        try check(ccurl_set_callbacks(easy, callbacks))
    }

    deinit {
        ccurl_easy_cleanup(easy)
        ccurl_list_free(headerList)
        callbacks.deallocate()
        errorText.deallocate()
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Sets the header lines, which libcurl does not copy.
    func setHeaders(_ lines: [String]) throws(TransportError) {
        for line in lines {
            guard let list = ccurl_list_append(headerList, line) else {
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
            .outOfResources, origin: origin, text: String(cString: ccurl_easy_strerror(result)))
    }

    /// Keeps who waits for the end, and is told of it once, on the curl thread.
    func begin(_ waiting: @escaping (Result<Exchange, TransportError>) -> Void) {
        self.waiting = waiting
    }

    /// Tells who waits how it ended; libcurl no longer runs the handle.
    func finish(_ result: CURLcode) {
        guard result == CURLE_OK, head.status > 0 else {
            let (reason, text) = cause(of: result)
            return fail(reason, text: text)
        }
        let redirect = ccurl_string(easy, CURLINFO_REDIRECT_URL).map { String(cString: $0) }
        end(
            .success(
                Exchange(
                    status: head.status, headers: head.fields, body: body, redirect: redirect)))
    }

    /// Ends the transfer without libcurl's word; libcurl no longer runs the handle.
    func fail(_ reason: TransportError.Reason, text: String = "") {
        end(.failure(TransportError(reason, origin: origin, text: text)))
    }

    private func end(_ result: Result<Exchange, TransportError>) {
        let told = waiting
        waiting = nil
        told?(result)
    }

    /// What a result other than success means here, and the words for it: our bound, or what libcurl
    /// says, without the secrets of the URL.
    private func cause(of result: CURLcode) -> (TransportError.Reason, String) {
        switch (result, verdict) {
        case (CURLE_WRITE_ERROR, let verdict?): return verdict
        case (CURLE_COULDNT_CONNECT, (.blockedAddress, let text)?): return (.blockedAddress, text)
        case (CURLE_ABORTED_BY_CALLBACK, _) where callbacks.pointee.is_over_wire_limit:
            return (.tooLarge, "more than \(maxBodySize.inBytes) before decompression")
        case (CURLE_FILESIZE_EXCEEDED, _):
            return (.tooLarge, "it announces more than \(maxBodySize.inBytes)")
        // A field of 100 KB is more than libcurl has memory for.
        case (CURLE_OUT_OF_MEMORY, _) where hasAsked && !head.isComplete:
            return (.tooLarge, "a header field of more than 100 kB")
        default: break
        }
        let words =
            errorText.pointee == 0 ? ccurl_easy_strerror(result) : UnsafePointer(errorText)
        let text = origin.masked(String(cString: words))
        // libcurl's answer to HTTP/0.9, which only shows once the request was sent.
        let isNoHTTP = result == CURLE_UNSUPPORTED_PROTOCOL && hasAsked || result == CURLE_OK
        return (isNoHTTP ? .badResponse : .init(result), text)
    }

    private var hasAsked: Bool { ccurl_long(easy, CURLINFO_REQUEST_SIZE) > 0 }

    private func receiveHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if let bound = head.append(bytes) {
            verdict = (.tooLarge, bound)
            return 0
        }
        return bytes.count
    }

    private func receiveBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        head.isComplete = true
        guard bytes.count <= maxBodySize - body.count else {
            verdict = (.tooLarge, "more than \(maxBodySize.inBytes) after decompression")
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
        if !isAllowed { verdict = (.blockedAddress, "") }
        return isAllowed
    }
}
