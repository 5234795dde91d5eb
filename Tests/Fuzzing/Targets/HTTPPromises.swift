import FoundationEssentials
import HTTPTypes
import Model

@testable import CurlTransport
@testable import Fetching

/// The answer of a server: the head as it comes over the wire, and behind an empty line the body.
enum HTTPPromises {
    private static let secret = "hunter2hunter2"
    private static let url = "https://shop.example/feed?token=" + secret
    private static let now = Date(timeIntervalSince1970: 1_795_339_800)

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        guard let response = response(bytes) else { return }
        let memory = FetchMemory(validators: .init(etag: "\"known\"", lastModified: nil))
        let reading = ResponseReading(memory: memory, requestedURL: url, now: now)
        switch reading.outcome(of: response) {
        case .unchanged(let notes): try check(notes)
        case .body(let body):
            try check(body.notes)
            try check(body)
        case .failed(let failure):
            try checkSaid(failure.detail)
            try checkWait(failure.retryAfter, atMost: 86_400)
        }
    }

    private static func response(_ bytes: [UInt8]) -> TransportResponse? {
        var head = ResponseHead()
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let line = Array(rest[...end])
            rest = rest[(end + 1)...]
            if line == [0x0D, 0x0A] || line == [0x0A] { break }
            let bound = line.withUnsafeBufferPointer { head.append($0) }
            guard bound == nil else { return nil }
        }
        // libcurl resolves what `Location` says; here it is taken as it stands where it is absolute.
        let target = head.fields[.location].flatMap { (try? Origin(of: $0)) == nil ? nil : $0 }
        let redirects = target.map { [TransportResponse.Redirect(status: 301, target: $0)] } ?? []
        return TransportResponse(
            status: head.status, headers: head.fields, body: Array(rest), url: url,
            redirects: redirects)
    }

    private static func check(_ body: FetchedBody) throws(BrokenPromise) {
        for text in [body.mediaType, body.charset].compactMap(\.self) {
            try promise(!text.isEmpty && text == text.lowercased(), "a type “\(text)”")
        }
        guard let link = body.nextLink else { return }
        try TextPromises.checkAddress(link, "the next page")
        try promise(CurlTransport.isSameOrigin(link, url), "the next page \(link) is elsewhere")
    }

    private static func check(_ notes: FetchNotes) throws(BrokenPromise) {
        try checkSaid(notes.answer ?? "")
        try checkWait(notes.freshFor, atMost: 365 * 86_400)
        try checkWait(notes.rateLimit?.resetAfter, atMost: 86_400)
        if let moved = notes.movedTo?.reveal() {
            try promise((try? Origin(of: moved)) != nil, "moved to \(moved), which is no address")
            try promise(moved.lowercased().hasPrefix("https:"), "moved to \(moved), without TLS")
        }
        let source = Source(id: SourceID(trusted: "a"), url: Secret(url), kind: .mention)
        let memory = FetchMemory(validators: notes.validators)
        guard
            case .success(let fields) = ConditionalRequest.headers(
                for: source, memory: memory, settings: FetchSettings())
        else { throw BrokenPromise("what a server said can't be asked with") }
        for field in fields {
            try promise(
                field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 },
                "\(field.name) would be sent with a control character")
        }
    }

    /// What the owner is shown holds neither the secret of the address nor control characters.
    private static func checkSaid(_ text: String) throws(BrokenPromise) {
        if !text.isEmpty { try TextPromises.checkSentence(text, "what is said of the answer") }
        try promise(!text.contains(secret), "it tells the secret: \(text)")
    }

    private static func checkWait(
        _ seconds: TimeInterval?, atMost most: TimeInterval
    ) throws(BrokenPromise) {
        guard let seconds else { return }
        try promise((0...most).contains(seconds), "a time of \(seconds) s")
    }
}
