import CurlTransport
import FoundationEssentials
import HTTPTypes

/// How long an answer stays fresh (RFC 9111, section 4.2), as a private cache sees it.
enum Freshness {
    /// The longest time that is believed, in seconds: a year.
    private static let longest: TimeInterval = 365 * 86_400

    /// Seconds from now on, by `Cache-Control: max-age` less `Age`, else by `Expires`; nil if the
    /// server says neither or asks not to store.
    static func seconds(_ headers: HTTPFields, now: Date) -> TimeInterval? {
        let directives = headers[values: .cacheControl].joined(separator: ",")
            .lowercased().split(separator: ",").map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
        guard !directives.contains("no-store"), !directives.contains("no-cache") else { return nil }
        if let text = directives.first(where: { $0.hasPrefix("max-age=") })?.dropFirst(8) {
            guard let maxAge = number(text) else { return nil }
            let age = headers[.age].flatMap { number($0[...]) } ?? 0
            return max(maxAge - age, 0)
        }
        guard let text = headers[.expires], let expires = HTTPDate.date(text, now: now) else {
            return nil
        }
        let date = headers[.date].flatMap { HTTPDate.date($0, now: now) } ?? now
        return min(max(expires.timeIntervalSince(date), 0), longest)
    }

    private static func number(_ text: Substring) -> TimeInterval? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return min(Double(text) ?? longest, longest)
    }
}
