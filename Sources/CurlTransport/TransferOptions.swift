import CCurl
import HTTPTypes

extension Transfer {
    /// One hop of `request`, ready to run, that may take `remaining` of the request's time.
    static func prepared(
        _ request: TransportRequest, remaining: Duration, settings: TransportSettings
    ) throws(TransportError) -> Transfer {
        let origin = try Origin(of: request.url)
        if settings.proxy != nil, origin.isSpeltPrivate(except: settings.allowPrivateNetworks) {
            throw TransportError(.blockedAddress, origin: origin, text: "")
        }
        let transfer = try Transfer(
            origin: origin, maxBodySize: max(request.limits.maxBodySize, 1),
            allowed: settings.proxy == nil ? settings.allowPrivateNetworks : nil)
        try transfer.setConduct(settings)
        try transfer.setLimits(request.limits, remaining: remaining, method: request.method)
        try transfer.setTrust(settings)
        try transfer.setMessage(request, userAgent: settings.userAgent)
        return transfer
    }

    /// What a transfer may do: only HTTP, never by the environment's proxy, `.netrc` or cookies
    /// (libcurl's default), never a redirect of its own, no signals; a proxy gets no field that is
    /// meant for the server.
    private func setConduct(_ settings: TransportSettings) throws(TransportError) {
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_PROXY, settings.proxy ?? "")
        try set(CURLOPT_NOPROXY, "")
        try set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        // Without it, ending a transfer whose name is being resolved blocks this thread until the
        // resolver gives up.
        try set(CURLOPT_QUICK_EXIT, 1)
    }

    private func setLimits(
        _ limits: TransferLimits, remaining: Duration, method: HTTPRequest.Method
    ) throws(TransportError) {
        try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, remaining.milliseconds)
        // The length of an answer to HEAD is that of a body that doesn't come.
        if method != .head {
            let size = curl_off_t(max(limits.maxBodySize, 1))
            try check(ccurl_set_offset(easy, CURLOPT_MAXFILESIZE_LARGE, size))
        }
        guard limits.lowSpeedLimit > 0 else { return }
        try set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedLimit)
        try set(CURLOPT_LOW_SPEED_TIME, limits.lowSpeedTime.wholeSeconds)
    }

    /// TLS 1.2 or newer with a verified certificate.
    ///
    /// libcurl keeps the parsed bundle of authorities for all transfers of a multi handle, but not
    /// while a folder of certificates is set too, as Debian compiles in; without the cache every new
    /// connection costs some 40 ms. So the folder is unset wherever there is a bundle.
    private func setTrust(_ settings: TransportSettings) throws(TransportError) {
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = settings.certificateAuthorities {
            try set(CURLOPT_CAINFO, file)
            try set(CURLOPT_CAPATH, nil)
        } else if ccurl_string(easy, CURLINFO_CAINFO) != nil {
            try set(CURLOPT_CAPATH, nil)
        }
    }

    private func setMessage(
        _ request: TransportRequest, userAgent: String
    ) throws(TransportError) {
        try set(CURLOPT_URL, request.url)
        // A field's value has no line end or NUL, whatever the settings say.
        try set(CURLOPT_USERAGENT, HTTPField(name: .userAgent, value: userAgent).value)
        // Every coding that libcurl was built with.
        try set(CURLOPT_ACCEPT_ENCODING, "")
        switch request.method {
        case .get where request.body.isEmpty: try set(CURLOPT_HTTPGET, 1)
        case .head: try set(CURLOPT_NOBODY, 1)
        default:
            let result = request.body.withUnsafeBytes {
                ccurl_set_body(easy, $0.baseAddress, $0.count)
            }
            try check(result)
            try set(CURLOPT_POST, 1)
            try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        // Without `Expect`, a large body is sent at once; the odd form is libcurl's for "no such field".
        var lines = ["Expect:"]
        for field in request.headers {
            lines.append(
                field.value.isEmpty
                    ? "\(field.name.rawName);" : "\(field.name.rawName): \(field.value)")
        }
        try setHeaders(lines)
    }

    private func set(_ option: CURLoption, _ value: String?) throws(TransportError) {
        try check(ccurl_set_string(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(ccurl_set_long(easy, option, value))
    }
}
