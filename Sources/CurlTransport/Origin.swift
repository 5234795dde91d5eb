import CCurl

/// Scheme, host and port of a URL, as libcurl's own parser reads them, so that what is compared and
/// shown is what is connected to.
struct Origin: Hashable, CustomStringConvertible {
    let scheme: String
    /// In lower case, without the dot of the root; an IPv6 address is in brackets.
    let host: String
    let port: Int
    /// What of the URL may be secret: user, password, path and query.
    let confidential: [String]

    init(of url: String) throws(TransportError) {
        guard let handle = curl_url() else {
            throw TransportError(.outOfResources, origin: nil, text: "")
        }
        defer { curl_url_cleanup(handle) }
        let result = curl_url_set(
            handle, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME))
        guard result == CURLUE_OK else {
            let text = curl_url_strerror(result).map { String(cString: $0) } ?? ""
            throw TransportError(.badURL, origin: nil, text: text)
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text
            else { return nil }
            defer { curl_free(text) }
            return String(cString: text)
        }
        scheme = part(CURLUPART_SCHEME) ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw TransportError(.unsupportedProtocol, origin: nil, text: "\(scheme):")
        }
        var host = (part(CURLUPART_HOST) ?? "").lowercased()
        if host.hasSuffix(".") { host.removeLast() }
        guard !host.isEmpty else { throw TransportError(.badURL, origin: nil, text: "no host") }
        self.host = host
        port = Int(part(CURLUPART_PORT, CURLU_DEFAULT_PORT) ?? "") ?? 0
        let query = part(CURLUPART_QUERY)
        let path = part(CURLUPART_PATH)
        confidential =
            [url, query, path, part(CURLUPART_USER), part(CURLUPART_PASSWORD)].compactMap(\.self)
            .filter { $0.utf8.count > 1 }
    }

    var description: String {
        let isDefault = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)" + (isDefault ? "" : ":\(port)")
    }

    static func == (left: Self, right: Self) -> Bool {
        left.scheme == right.scheme && left.host == right.host && left.port == right.port
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(scheme)
        hasher.combine(host)
        hasher.combine(port)
    }

    /// `text` with every part of the URL that may be secret hidden.
    func masked(_ text: String) -> String {
        confidential.reduce(text) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }
}
