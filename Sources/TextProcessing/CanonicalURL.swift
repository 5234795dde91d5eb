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
        if let plain = PlainAddress(url) { return plain.text }
        guard var address = resolved(url, base: base) else { return nil }
        for _ in 0..<4 {
            guard let target = Redirector.target(of: address),
                let inner = resolved(target, base: nil)
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
        guard address.scheme == "http" || address.scheme == "https",
            let authority = address.authority,
            let host = normalizedAuthority(authority, scheme: address.scheme)
        else { return nil }
        address.authority = host
        return address
    }

    /// `url` without white space at its ends and line ends within, spaces written as `%20`, and a
    /// `&amp;` that was escaped once too often as `&`; nil if nothing is left or it is no text for an
    /// address.
    private static func cleaned(_ url: String) -> String? {
        let count = url.utf8.count
        guard count > 0, count <= 8192 else { return nil }
        var isClean = true
        for byte in url.utf8 {
            switch byte {
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "\""):
                return nil
            case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "&"): isClean = false
            default: continue
            }
        }
        return isClean ? url : rewritten(url)
    }

    private static func rewritten(_ url: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(url.utf8.count + 8)
        var spaces = 0
        for byte in url.utf8 where byte != 0x09 && byte != 0x0A && byte != 0x0D {
            if byte == 0x20 {
                if !bytes.isEmpty { spaces += 1 }
                continue
            }
            for _ in 0..<spaces { bytes += "%20".utf8 }
            spaces = 0
            bytes.append(byte)
            if byte == UInt8(ascii: ";"), bytes.suffix(5).elementsEqual("&amp;".utf8) {
                bytes.removeLast(4)
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The authority with its host in lower case and without the scheme's own port; nil if it has no
    /// host or one that can't be.
    private static func normalizedAuthority(_ authority: String, scheme: String?) -> String? {
        var host = Substring(authority)
        var user = ""
        if let at = host.utf8.lastIndex(of: UInt8(ascii: "@")) {
            user = String(host[...at])
            host = host[host.utf8.index(after: at)...]
        }
        var port = ""
        let isLiteral = host.utf8.first == UInt8(ascii: "[") && host.utf8.last == UInt8(ascii: "]")
        if !isLiteral, let colon = host.utf8.lastIndex(of: UInt8(ascii: ":")) {
            port = String(host[host.utf8.index(after: colon)...])
            host = host[..<colon]
        }
        guard !host.isEmpty, host.utf8.count <= 255, isHost(host), !startsWithMark(host),
            !startsWithMark(authority),
            port.isEmpty || (UInt16(port) != nil && port.utf8.first != UInt8(ascii: "+"))
        else { return nil }
        let isDefault = port.isEmpty || (scheme == "http" ? port == "80" : port == "443")
        return user + URLReference.lowercased(host) + (isDefault ? "" : ":" + port)
    }

    /// Whether the text begins with an accent or the like, which no name does (RFC 5891, 4.2.3.2) and
    /// which would sit on the sign before it.
    private static func startsWithMark(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first, !first.isASCII else { return false }
        return first.properties.isGraphemeExtend
            || first.properties.generalCategory == .spacingMark
    }

    private static func isHost(_ host: Substring) -> Bool {
        if host.utf8.first == UInt8(ascii: "[") {
            return host.utf8.last == UInt8(ascii: "]") && host.utf8.count > 3
        }
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
