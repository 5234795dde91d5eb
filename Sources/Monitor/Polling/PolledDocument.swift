import Fetching
import FoundationEssentials
import Model
import Parsing

/// The pages that one poll of a source brought, as one feed.
struct PolledDocument: Sendable {
    var feed: ParsedFeed
    var digest: String
    var notes: FetchNotes
    /// How many pages were read.
    var pages: Int
    /// Whether all pages came that were asked for; what is not in other documents may be in a page
    /// that did not.
    var isComplete = true
}

/// Fetches a source and what lies behind its first page.
///
/// Further pages are asked for only while every entry of the page before is new: as soon as a page
/// holds a known entry, nothing can be missing behind it. A page that is not there or can't be read
/// ends the walk with a note (some sites promise pages that they don't have); a server that is out
/// of breath fails the whole poll, so that the next one begins anew and no gap stays.
struct PageReader: Sendable {
    let source: Source
    let configuration: MonitorConfiguration
    /// Whether any of these entries is stored already.
    let knowsAny: @Sendable ([Entry]) async throws -> Bool

    /// How far a feed's own `next` links are followed; recipes say how far for themselves.
    private static let feedPageLimit = 10

    /// Reads on from the first page.
    func document(from body: FetchedBody, isBaseline: Bool) async throws -> PolledDocument {
        var page = try parse(body)
        var document = PolledDocument(
            feed: page, digest: body.digest, notes: body.notes, pages: 1)
        let limit = pageLimit(isBaseline: isBaseline)
        var visited: Set<String> = [body.finalURL]
        while document.pages < limit, let next = page.nextPage, visited.insert(next).inserted,
            SourceHost.name(of: next) == SourceHost.name(of: body.finalURL), !page.entries.isEmpty
        {
            if try await knowsAny(page.entries) { break }
            switch try await self.page(at: next) {
            case .success(let feed):
                page = feed
                document.feed.entries += feed.entries
                document.pages += 1
            case .failure(let ending):
                document.feed.notes.append(ending.note)
                document.isComplete = false
                return document
            }
        }
        return document
    }

    private struct Ending: Error {
        var note: String
    }

    private func page(at url: String) async throws -> Result<ParsedFeed, Ending> {
        var source = source
        // A feed may move on to plain HTTP or to where its redirect led; the owner's secrets don't.
        if SourceHost.origin(of: url) != SourceHost.origin(of: source.url.reveal()) {
            source.headers = []
        }
        source.url = Secret(url)
        let state = SourceState(
            source: source.id, nextPoll: .distantPast, urlDigest: FeedFetcher.urlDigest(of: source))
        try await configuration.gate.waitForTurn(of: SourceHost.name(of: url))
        switch await configuration.fetcher.fetch(source, state: state) {
        case .unchanged:
            return .failure(Ending(note: "a further page had nothing"))
        case .body(let body):
            do {
                return .success(try parse(body))
            } catch {
                return .failure(Ending(note: "a further page could not be read: \(error.detail)"))
            }
        case .failed(let failure):
            if failure.isLasting {
                return .failure(Ending(note: "a further page is not there: \(failure.detail)"))
            }
            throw failure
        }
    }

    /// Where the document names no following page, the `Link` field may (RFC 8288).
    private func parse(_ body: FetchedBody) throws(PollFailure) -> ParsedFeed {
        do throws(FeedParseError) {
            var feed = try configuration.pipeline.parse(
                body.bytes, source: source, mediaType: body.mediaType, charset: body.charset,
                baseURL: body.finalURL)
            feed.nextPage = feed.nextPage ?? body.nextLink
            return feed
        } catch {
            throw PollFailure(error)
        }
    }

    private func pageLimit(isBaseline: Bool) -> Int {
        if let recipe = configuration.pipeline.recipe(of: source) { return recipe.maxPages }
        return isBaseline ? 1 : Self.feedPageLimit
    }

}

extension PollFailure: Error {}

extension PollFailure {
    /// A body that could not be read, as a failure of the poll.
    init(_ error: FeedParseError) {
        let reason: Reason =
            switch error.reason {
            case .empty: .empty
            case .html, .notAFeed, .noRecipe: .notAFeed
            case .malformed, .tooDeep, .recipeMismatch: .malformed
            }
        var place = ""
        if let line = error.line { place = " (line \(line), column \(error.column ?? 1))" }
        self.init(reason: reason, detail: error.detail + place)
    }

    /// Whether asking again soon would bring the same.
    fileprivate var isLasting: Bool {
        switch reason {
        case .notFound, .gone, .unauthorized, .clientError, .notAFeed, .malformed, .empty, .badURL,
            .tooManyRedirects, .blockedAddress, .tooLarge, .file:
            true
        case .dns, .connect, .tls, .timeout, .interrupted, .rateLimited, .serverError: false
        }
    }
}

/// The host of an address, which spacing and paging go by.
enum SourceHost {
    /// The scheme and the host of a URL, in lower case.
    static func origin(of url: String) -> String {
        let scheme = url.firstRange(of: "://").map { url[..<$0.lowerBound].lowercased() } ?? ""
        return scheme + "://" + name(of: url)
    }

    /// The authority of a URL in lower case, without user; the scheme alone where there is none.
    static func name(of url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return url.lowercased() }
        // Scalars, as libcurl reads: a slash with an accent on it ends the host too.
        let authority = url[mark.upperBound...].unicodeScalars.prefix {
            !"/?#".unicodeScalars.contains($0)
        }
        let parts = authority.split(separator: "@", omittingEmptySubsequences: false)
        let host = parts.last.map { String($0) } ?? ""
        return host.isEmpty ? url[..<mark.lowerBound].lowercased() : host.lowercased()
    }
}
