import Matching
import TextProcessing

@testable import CurlTransport
@testable import Parsing

/// Addresses: one, and behind `%%` the base that it is seen from.
enum AddressPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let (url, base) = (input.text(0), input.text(1))
        try checkAbsolute(CanonicalURL.absolute(url, base: base))
        if let canonical = CanonicalURL.canonical(url, base: base) {
            try checkAbsolute(canonical)
            let again = CanonicalURL.canonical(canonical, base: nil)
            try promise(again == canonical, "\(canonical) becomes \(again ?? "nothing")")
        }
        try checkMask(url)
        _ = SiteSuggestion.suggestion(for: url)
        guard CanonicalURL.absolute(url, base: nil) == url else { return }
        for candidate in FeedCandidate.wellKnown(near: url) {
            try TextPromises.checkAddress(candidate.url, "a feed that may be there")
        }
        _ = AllowedNetwork(url)
    }

    /// An address leads to the host that is read in it, by the transport's reading too.
    private static func checkAbsolute(_ url: String?) throws(BrokenPromise) {
        guard let url else { return }
        try TextPromises.checkAddress(url, "an address")
        guard let origin = try? Origin(of: url), let scheme = url.firstRange(of: "://") else {
            return
        }
        let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let host = authority[
            (authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex)...]
        // libcurl writes numbers and percent signs in its own way.
        guard host.utf8.allSatisfy({ $0 < 0x80 }), !host.hasPrefix("["),
            host.contains(where: \.isLetter), !host.lowercased().hasPrefix("0x")
        else { return }
        var name = String(host.prefix { $0 != ":" }).lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        try promise(origin.host == name, "\(url) leads to \(origin.host), not \(name)")
    }

    /// A secret by its name is never shown, whatever stands before it, and masking twice changes nothing.
    private static func checkMask(_ url: String) throws(BrokenPromise) {
        let secret = "correcthorse"
        guard !url.contains(secret) else { return }
        let separator = url.contains("?") ? "&" : "?"
        let masked = MaskedURL.masked(url + separator + "token=" + secret)
        try promise(!masked.contains(secret), "the secret is shown: \(masked)")
        let user = MaskedURL.masked("https://user:" + secret + "@" + url)
        try promise(!user.contains(secret), "the password is shown: \(user)")
    }
}
