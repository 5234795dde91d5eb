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
        guard !url.utf8.contains(0) else {
            throw TransportError(.badURL, origin: nil, text: "it holds a NUL character")
        }
        if let refusal = ccurl_load() {
            throw TransportError(.outOfResources, origin: nil, text: String(cString: refusal))
        }
        guard let handle = ccurl_url() else {
            throw TransportError(.outOfResources, origin: nil, text: "")
        }
        defer { ccurl_url_cleanup(handle) }
        let result = ccurl_url_set(
            handle, CURLUPART_URL, url, UInt32(CURLU_NON_SUPPORT_SCHEME))
        guard result == CURLUE_OK else {
            throw TransportError(
                .badURL, origin: nil, text: String(cString: ccurl_url_strerror(result)))
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            guard let text = ccurl_url_part(handle, part, UInt32(flags)) else { return nil }
            defer { ccurl_free(text) }
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

    /// Whether the host is written as an address that is not public, or as a name of this machine, and
    /// none of `allowed` lets it through.
    ///
    /// For exchanges by a proxy, which resolves names itself and so is the only one to see the address
    /// of any other.
    func isSpeltPrivate(except allowed: [AllowedNetwork]) -> Bool {
        let name = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host
        let isLocalName = name == "localhost" || name.hasSuffix(".localhost")
        guard
            let address = IPAddress(name.prefix { $0 != "%" }.description)
                ?? (isLocalName ? .v4(0x7F00_0001) : nil)
        else { return false }
        let port = UInt16(truncatingIfNeeded: port)
        return !address.isPublic
            && !allowed.contains { $0.allows(address, port: port, host: host) }
    }

    /// `text` with every part of the URL that may be secret hidden.
    func masked(_ text: String) -> String {
        confidential.reduce(text) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }
}
