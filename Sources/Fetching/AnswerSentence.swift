import CurlTransport
import FoundationEssentials
import HTTPTypes
import TextProcessing

/// What a server said to a poll that went well, as one sentence for the owner.
///
/// `https://reviews.example/feed?token=••• answered with status 200: 1840 bytes of application/rss+xml,
/// fresh for 600 s, 12 of 60 requests left for 30 s.` Nothing of it is the server's own wording but the
/// type of content, as far as that has the form of one.
struct AnswerSentence {
    let response: TransportResponse
    let notes: FetchNotes

    var text: String {
        let status = response.status
        let url = MaskedURL.masked(response.url)
        let facts = [content, freshness, quota].compactMap(\.self)
        return "\(url) answered with status \(status): \(facts.joined(separator: ", "))."
    }

    private var content: String {
        guard response.status != 304 else { return "nothing changed" }
        let type = ContentType(response.headers[.contentType]).mediaType.map {
            String($0.prefix(60))
        }
        let count = response.body.count
        let size = count == 1 ? "1 byte" : "\(count) bytes"
        guard let type, type.utf8.allSatisfy(Self.isOfType) else { return size }
        return "\(size) of \(type)"
    }

    private var freshness: String? {
        notes.freshFor.map { $0 == 0 ? "stale at once" : "fresh for \(Self.seconds($0))" }
    }

    private var quota: String? {
        guard let limit = notes.rateLimit, let remaining = limit.remaining else { return nil }
        let whole = limit.limit.map { " of \($0)" } ?? ""
        let left = "\(remaining)\(whole) requests left"
        return limit.resetAfter.map { "\(left) for \(Self.seconds($0))" } ?? left
    }

    private static func seconds(_ interval: TimeInterval) -> String {
        "\(Int(interval.rounded(.up))) s"
    }

    /// The characters of a type of content (RFC 9110, section 5.6.2), and the slash.
    private static func isOfType(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$&-^_.+/".utf8.contains(byte)
        }
    }
}
