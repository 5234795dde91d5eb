import CurlTransport
import FoundationEssentials
import HTTPTypes

/// How long an answer stays fresh (RFC 9111, section 4.2), as a private cache sees it: `s-maxage`,
/// which is for shared ones, says nothing, nor does `immutable` (RFC 8246), which sets no time.
enum Freshness {
    /// The longest time that is believed, in seconds: a year.
    private static let longest: TimeInterval = 365 * 86_400

    /// Seconds from now on, by `Cache-Control: max-age`, else by `Expires`, less the age that the answer
    /// has already; nil if the server says neither or asks not to store.
    ///
    /// 0, which is stale at once, where it has to be asked for each time (`no-cache` that names no
    /// field) and where what it says can't be read (section 4.2.1 and 5.3).
    static func seconds(_ headers: HTTPFields, now: Date) -> TimeInterval? {
        let directives = headers[values: .cacheControl].flatMap(FieldScanner.members)
            .compactMap(\.first)
            .map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
        func directive(_ name: String) -> [Substring]? {
            directives.first { $0[0].lowercased() == name }
        }
        guard directive("no-store") == nil else { return nil }
        guard directive("no-cache")?.count != 1 else { return 0 }
        let date = headers[.date].flatMap { HTTPDate.date($0, now: now) }
        let lifetime: TimeInterval
        if let maxAge = directive("max-age") {
            lifetime = maxAge.count == 2 ? number(maxAge[1]) ?? 0 : 0
        } else if let expires = headers[.expires] {
            let end = HTTPDate.date(expires, now: now)
            lifetime = end.map { $0.timeIntervalSince(date ?? now) } ?? 0
        } else {
            return nil
        }
        let told = headers[.age].flatMap { number($0.prefix { $0 != "," }) } ?? 0
        let apparent = date.map { now.timeIntervalSince($0) } ?? 0
        return min(max(lifetime - max(told, apparent, 0), 0), longest)
    }

    private static func number(_ text: Substring) -> TimeInterval? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return min(Double(text) ?? longest, longest)
    }
}
