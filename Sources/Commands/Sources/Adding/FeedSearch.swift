import Fetching
import Foundation
import Model
import Parsing
import Reporting
import TextProcessing

/// Finds the feed that an address leads to: the address itself, or what its page names.
struct FeedSearch {
    /// A feed that was found.
    struct Found: Sendable {
        var url: String
        /// What it calls itself, or what its page calls it.
        var title: String?
        var steps: [String] = []
        /// What one fetch brought; nil where nothing was fetched.
        var result: SourceProbe.Result?
    }

    let probe: SourceProbe
    let dialogue: Dialogue
    /// Which of several feeds, from 1.
    let pick: Int?
    let fetches: Bool
    /// Waits between two guesses at one host.
    var pause: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(1)) }

    /// The feed at `address`, or behind the page there.
    ///
    /// - Throws: `CommandFailure` where there is none, or several and nobody says which.
    func feed(at address: String) async throws -> Found {
        guard fetches else { return Found(url: address) }
        let result = await fetched(address)
        guard let body = result.body else {
            throw CommandFailure(.unavailable, result.finding.failure ?? "nothing came")
        }
        let isPage = PageLinks.isPage(body.bytes, charset: body.charset)
        if !isPage {
            guard !result.finding.hasFailed else {
                throw CommandFailure(
                    .badData, "\(MaskedURL.masked(address)): \(result.finding.failure ?? "")")
            }
            return Found(url: address, title: result.finding.title, result: result)
        }
        let links = PageLinks(page: body.bytes, url: body.finalURL, charset: body.charset)
        var candidates = links.feeds
        if !result.finding.hasFailed {
            candidates.append(
                FeedCandidate(
                    url: address, title: "\(result.finding.entries) reviews in the page itself",
                    origin: .page))
        }
        if candidates.isEmpty {
            return try await guessed(address, body.finalURL, links, result)
        }
        return try await chosen(candidates, links, page: address, result)
    }

    private func fetched(_ address: String) async -> SourceProbe.Result {
        let source = Source(id: SourceID(trusted: "new"), url: Secret(address), kind: .mention)
        return await probe.result(of: source, reachesPrivate: true)
    }

    // MARK: Several

    private func chosen(
        _ candidates: [FeedCandidate], _ links: PageLinks, page: String,
        _ result: SourceProbe.Result
    ) async throws -> Found {
        var number = candidates.count == 1 ? 1 : pick
        if let pick, !candidates.indices.contains(pick - 1) {
            throw CommandFailure(
                .usage,
                "--pick \(pick): the page has only \(candidates.count)\n" + listed(candidates))
        }
        if number == nil, dialogue.isInteractive {
            dialogue.show("This page has several feeds:\n" + listed(candidates))
            number = try await dialogue.picks("Which one?", of: candidates.count)
        }
        guard let number else {
            throw CommandFailure(
                .usage,
                "this page has several feeds; name one with --pick N, or give its address\n"
                    + listed(candidates))
        }
        let candidate = candidates[number - 1]
        if candidate.origin == .page {
            return Found(
                url: page, title: links.title,
                steps: ["The page has reviews in it that programs can read (schema.org)."],
                result: result)
        }
        let feed = await fetched(candidate.url)
        guard !feed.finding.hasFailed else {
            throw CommandFailure(
                .badData,
                "the page names \(MaskedURL.masked(candidate.url)) as its feed, but: "
                    + (feed.finding.failure ?? ""))
        }
        return Found(
            url: candidate.url, title: feed.finding.title ?? candidate.title,
            steps: ["The page names its feed: \(MaskedURL.masked(candidate.url))"], result: feed)
    }

    private func listed(_ candidates: [FeedCandidate]) -> String {
        candidates.enumerated().map { index, candidate in
            let title = candidate.title.map { " – " + TerminalText.sanitized($0) } ?? ""
            return "  \(index + 1)  \(MaskedURL.masked(candidate.url))\(title)\n"
        }.joined()
    }

    // MARK: None

    /// Looks where feeds of many sites are, one after the other, and stops at the first.
    private func guessed(
        _ address: String, _ finalURL: String, _ links: PageLinks, _ result: SourceProbe.Result
    ) async throws -> Found {
        for candidate in FeedCandidate.wellKnown(near: finalURL) {
            try await pause()
            let feed = await fetched(candidate.url)
            let isFeed = feed.body.map { !PageLinks.isPage($0.bytes, charset: $0.charset) } ?? false
            if isFeed, !feed.finding.hasFailed {
                return Found(
                    url: candidate.url, title: feed.finding.title ?? links.title,
                    steps: [
                        "The page names no feed, but there is one at "
                            + MaskedURL.masked(candidate.url)
                    ], result: feed)
            }
        }
        var message =
            "\(MaskedURL.masked(address)) is a web page"
            + (links.title.map { " (“\(TerminalText.sanitized($0))”)" } ?? "")
            + " that names no feed and has no reviews that programs can read, and none of the usual "
            + "addresses of feeds is there."
        if let site = SiteSuggestion.suggestion(for: links, url: finalURL), let recipe = site.recipe
        {
            let values = site.parameters.map { "\($0.key)=\($0.value)" }.sorted()
            message +=
                " It is made with \(site.site): try `repute source add \(recipe) "
                + values.joined(separator: " ") + "`"
        } else {
            message += " Look for “RSS” on it, or whether `repute recipes` has one for the site."
        }
        throw CommandFailure(.badData, message)
    }
}
