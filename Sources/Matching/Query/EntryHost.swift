/// The host of an entry's address, for `site:`.
enum EntryHost {
    /// The host of an absolute URL in lower case, without user, port and closing point (RFC 3986,
    /// section 3.2); nil where there is none.
    static func host(of url: String) -> String? {
        guard let scheme = url.unicodeScalars.firstIndex(of: ":"),
            url[scheme...].hasPrefix("://")
        else { return nil }
        let authority = url[scheme...].dropFirst(3).prefix { !"/?#\\".contains($0) }
        let address = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            address.hasPrefix("[")
            ? address.prefix { $0 != "]" }.dropFirst() : address.prefix { $0 != ":" }
        let bare = host.hasSuffix(".") ? host.dropLast() : host
        return bare.isEmpty ? nil : bare.lowercased()
    }

    /// Whether `host` is `site` or lies below it: `www.example.com` below `example.com`.
    static func host(_ host: String, isWithin site: String) -> Bool {
        host == site || host.hasSuffix("." + site)
    }
}

/// Language tags, for `lang:`.
enum LanguageTag {
    /// Lower case, with hyphens: `pt_BR` and `pt-BR` are the same tag.
    static func folded(_ tag: String) -> String {
        String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
    }

    /// Whether `tag` is `range` or more special (basic filtering of RFC 4647, section 3.3.1).
    static func tag(_ tag: String, isWithin range: String) -> Bool {
        tag == range || tag.hasPrefix(range + "-")
    }
}
