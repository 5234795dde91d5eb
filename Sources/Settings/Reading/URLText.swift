/// Checks addresses without showing them, since an address may be a secret.
enum URLText {
    /// What keeps `url` from being an absolute address with one of `schemes`, as the end of a
    /// sentence; nil if nothing does.
    static func fault(in url: String, schemes: [String]) -> String? {
        if url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
            return "it has white space or a control character in it, write a space as `%20`"
        }
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
            return "it does not begin with `\(schemes[0])://`"
        }
        let scheme = url[..<colon].lowercased()
        guard schemes.contains(scheme) else {
            let names = schemes.map { "`\($0)://`" }.joined(separator: " or ")
            return "`\(shown(scheme))://` is not read, only \(names)"
        }
        let rest = url[url.index(colon, offsetBy: 3)...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return hostFault(host)
    }

    private static func hostFault(_ host: Substring) -> String? {
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return "its host has no `]`" }
            return portFault(host[host.index(after: end)...])
        }
        let name = host.prefix { $0 != ":" }
        guard !name.isEmpty else { return "it has no host" }
        guard !name.contains(where: { "<>{}|\\^`\"%".contains($0) }) else {
            return "its host has a character that hosts don't have"
        }
        return portFault(host.dropFirst(name.count))
    }

    private static func portFault(_ text: Substring) -> String? {
        guard text.isEmpty || text == ":" || text.first == ":" && UInt16(text.dropFirst()) != nil
        else { return "its port is not a number from 0 to 65535" }
        return nil
    }

    /// Whether a password stands in front of the host.
    static func holdsPassword(_ url: String) -> Bool {
        guard let range = url.firstRange(of: "://") else { return false }
        let authority = url[range.upperBound...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return false }
        return authority[..<at].contains(":")
    }
}
