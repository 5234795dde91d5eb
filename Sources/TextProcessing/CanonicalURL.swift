/// One spelling for the address of a page, so that the same page is known again.
public enum CanonicalURL {
    /// The address that `url` means, seen from `base`; nil unless it is `http` or `https` with a host.
    ///
    /// Made absolute (RFC 3986, 5), scheme and host in lower case, without default port, without
    /// parameters that only track the reader (`utm_…`, `fbclid`, …), and without fragment, unless
    /// that names a thing of its own, such as `#comment-12`. Redirectors that carry the real address
    /// (Google, Facebook, Reddit, …) are unwrapped. Nothing else is changed: order, case and encoding
    /// of path and parameters stay as given.
    public static func canonical(_ url: String, base: String?) -> String? {
        guard var address = resolved(url, base: base) else { return nil }
        for _ in 0..<4 {
            guard let target = Redirector.target(of: address), let inner = resolved(target, base: nil)
            else { break }
            address = inner
        }
        address.query = address.query.flatMap(TrackingParameters.stripped)
        if let fragment = address.fragment, !namesThing(fragment) { address.fragment = nil }
        return address.text
    }

    /// The absolute address that `url` means, seen from `base`, with nothing taken away; nil unless
    /// it is `http` or `https` with a host.
    public static func absolute(_ url: String, base: String?) -> String? {
        resolved(url, base: base)?.text
    }

    private static func resolved(_ url: String, base: String?) -> URLReference? {
        guard let cleaned = cleaned(url) else { return nil }
        var address = URLReference(cleaned)
        if address.scheme == nil {
            if let base, let cleanBase = self.cleaned(base) {
                address = address.resolved(against: URLReference(cleanBase))
            } else if address.authority != nil {
                address.scheme = "https"
            }
        }
        guard address.scheme == "http" || address.scheme == "https", let authority = address.authority,
            let host = normalizedAuthority(authority, scheme: address.scheme)
        else { return nil }
        address.authority = host
        return address
    }

    /// `url` without white space at its ends and line ends within, spaces written as `%20`, and a
    /// `&amp;` that was escaped once too often as `&`; nil if nothing is left or it is no text for an
    /// address.
    private static func cleaned(_ url: String) -> String? {
        guard url.utf8.count <= 8192 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(url.utf8.count)
        for byte in url.utf8 {
            switch byte {
            case 0x09, 0x0A, 0x0D: continue
            case 0x20: if !bytes.isEmpty { bytes.append(byte) }
            case 0x00...0x1F, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
                return nil
            default: bytes.append(byte)
            }
        }
        while bytes.last == 0x20 { bytes.removeLast() }
        if bytes.isEmpty { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        if bytes.contains(0x20) { text = text.split(separator: " ").joined(separator: "%20") }
        if bytes.contains(UInt8(ascii: "&")) {
            text = text.split(separator: "&amp;", omittingEmptySubsequences: false)
                .joined(separator: "&")
        }
        return text
    }

    /// The authority with its host in lower case and without the scheme's own port; nil if it has no
    /// host or one that can't be.
    private static func normalizedAuthority(_ authority: String, scheme: String?) -> String? {
        var host = Substring(authority)
        var user = ""
        if let at = host.lastIndex(of: "@") {
            user = String(host[...at])
            host = host[host.index(after: at)...]
        }
        var port = ""
        let isLiteral = host.hasPrefix("[") && host.hasSuffix("]")
        if !isLiteral, let colon = host.lastIndex(of: ":") {
            port = String(host[host.index(after: colon)...])
            host = host[..<colon]
        }
        guard !host.isEmpty, host.utf8.count <= 255, isHost(host),
            port.isEmpty || (UInt16(port) != nil && port.utf8.allSatisfy { $0 != 0x2B })
        else { return nil }
        let isDefault = port.isEmpty || (scheme == "http" ? port == "80" : port == "443")
        return user + URLReference.lowercased(host) + (isDefault ? "" : ":" + port)
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.hasPrefix("[") { return host.hasSuffix("]") && host.utf8.count > 3 }
        return host.utf8.allSatisfy {
            $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        } && host.utf8.first != UInt8(ascii: ".")
    }

    /// Whether a fragment leads to a thing of its own: one that a script shows (`#!…`, `#/…`), or an
    /// anchor with a number, such as `comment-12`, `c345` or `issuecomment-6`.
    private static func namesThing(_ fragment: String) -> Bool {
        if fragment.hasPrefix("!") || fragment.hasPrefix("/") { return fragment.utf8.count > 1 }
        return fragment.utf8.contains { (0x30...0x39).contains($0) }
            && fragment.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}
