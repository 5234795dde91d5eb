/// An address that may hold the feed of a web page.
public struct FeedCandidate: Sendable, Hashable {
    /// How it was found.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// The page names it as its feed.
        case link
        /// Feeds of many sites are there.
        case wellKnown = "well-known"
        /// The page itself has reviews in it that programs can read.
        case page
    }

    /// Absolute, `http` or `https`.
    public var url: String
    /// What the page calls it; nil if it does not.
    public var title: String?
    /// How it was found.
    public var origin: Origin

    /// A candidate.
    public init(url: String, title: String? = nil, origin: Origin) {
        self.url = url
        self.title = title
        self.origin = origin
    }

    /// Where feeds of many sites are, seen from the page at `url`: near the page first, then at the
    /// site's top, at most eight; empty where `url` is no address of a page.
    public static func wellKnown(near url: String) -> [FeedCandidate] {
        guard let site = SiteAddress(url) else { return [] }
        let top = site.top
        let folder = site.segments.isEmpty ? nil : top + "/" + site.segments.joined(separator: "/")
        var addresses = folder.map { [$0 + "/feed/"] } ?? []
        addresses += [
            "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json",
            "/?feed=rss2",
        ]
        .map { top + $0 }
        return addresses.prefix(8).map { FeedCandidate(url: $0, origin: .wellKnown) }
    }
}

/// The parts of a web address that tell what site it is.
struct SiteAddress {
    /// `https://example.com:8080`.
    let top: String
    /// In lower case, without port and leading `www.` or `m.`.
    let host: String
    /// The parts of the path that are not empty, as written.
    let segments: [String]
    /// The pairs of the query, as written.
    let query: [String: String]

    /// Nil unless `text` is an `http` or `https` address with a host.
    init?(_ text: String) {
        guard let mark = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<mark.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[mark.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let tail = rest[authority.endIndex...].prefix { $0 != "#" }
        let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let name = place.hasPrefix("[") ? place : place.prefix { $0 != ":" }
        guard !name.isEmpty else { return nil }
        top = scheme + "://" + place.lowercased()
        var host = name.lowercased()
        for prefix in ["www.", "m."] where host.hasPrefix(prefix) && host.count > prefix.count + 3 {
            host.removeFirst(prefix.count)
        }
        self.host = host
        let path = tail.prefix { $0 != "?" }
        segments = path.split(separator: "/").map(String.init)
        var query: [String: String] = [:]
        for pair in tail.dropFirst(path.count + 1).split(separator: "&").prefix(100) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { query[String(parts[0])] = String(parts[1]) }
        }
        self.query = query
    }

    /// The part of the path at `index`; nil where there is none.
    func segment(_ index: Int) -> String? {
        segments.indices.contains(index) ? segments[index] : nil
    }

    /// The part of the path behind the first one that is `name`.
    func segment(after name: String) -> String? {
        segments.firstIndex(of: name).flatMap { segment($0 + 1) }
    }
}
