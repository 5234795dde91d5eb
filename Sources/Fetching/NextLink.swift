import CurlTransport
import HTTPTypes
import TextProcessing

/// The address of the page after this one, from the `Link` fields (RFC 8288).
enum NextLink {
    /// How many links of one answer are read.
    private static let maxLinks = 100

    /// The absolute address of the first link with the relation `next` that leads on from this very
    /// document (no `anchor` of another) and stays on its host; nil if there is none.
    ///
    /// A site behind a proxy that ends TLS often calls itself `http`: such a link is taken as `https`.
    static func address(in headers: HTTPFields, of url: String) -> String? {
        guard let link = HTTPField.Name("Link") else { return nil }
        for value in headers[values: link] {
            for parts in FieldScanner.members(value).prefix(maxLinks) {
                guard let target = parts.first, target.hasPrefix("<"), target.hasSuffix(">"),
                    leadsOn(parts.dropFirst()),
                    let next = CanonicalURL.absolute(
                        String(target.dropFirst().dropLast()), base: url),
                    let address = onSameHost(next, as: url), address != url
                else { continue }
                return address
            }
        }
        return nil
    }

    private static func leadsOn(_ parameters: ArraySlice<String>) -> Bool {
        var relations: String?
        for parameter in parameters {
            let pair = parameter.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            switch pair[0].lowercased().filter({ $0 != " " }) {
            case "anchor": return false
            case "rel": relations = relations ?? pair[1].lowercased()
            default: continue
            }
        }
        return relations?.split(separator: " ").contains("next") ?? false
    }

    private static func onSameHost(_ next: String, as url: String) -> String? {
        if CurlTransport.isSameOrigin(next, url) { return next }
        if next.hasPrefix("http:") {
            let secure = "https:" + next.dropFirst(5)
            return CurlTransport.isSameOrigin(secure, url) ? secure : nil
        }
        let plain = "http:" + next.dropFirst(6)
        return CurlTransport.isSameOrigin(plain, url) ? next : nil
    }
}
