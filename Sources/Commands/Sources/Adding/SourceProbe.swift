import Assembly
import Fetching
import FoundationEssentials
import Model
import Monitor
import Parsing
import Reporting
import Settings
import TextProcessing

/// Fetches sources once and tells what they give; stores nothing.
struct SourceProbe: Sendable {
    /// What one fetch brought.
    struct Result: Sendable {
        var finding: SourceFinding
        /// The newest entries as they would be stored; nil if the source could not be read.
        var newest: Preview?
        /// The answer; nil if there was none.
        var body: FetchedBody?
        /// What to think of, one sentence each.
        var warnings: [String] = []
    }

    let assembly: Assembly
    let now: Date

    /// How many of the newest entries are shown.
    static let sampleSize = 3

    /// Fetches and reads one source.
    ///
    /// With `reachesPrivate`, an address in a private network is fetched too, and told, since
    /// whoever typed it means it; the daemon would not.
    func result(of source: Source, reachesPrivate: Bool = false) async -> Result {
        let state = SourceState(source: source.id, nextPoll: now, urlDigest: "")
        var warnings: [String] = []
        var outcome = await assembly.fetcher.fetch(source, state: state)
        if reachesPrivate, case .failed(let failure) = outcome, failure.reason == .blockedAddress {
            let address = source.url.reveal()
            outcome = await assembly.fetcher(reaching: [address]).fetch(source, state: state)
            warnings.append(
                "The address is in a private network: the daemon polls it only if "
                    + "`polling.allow_private_networks` allows it.")
        }
        var result = read(outcome, source)
        result.warnings += warnings
        return result
    }

    private func read(_ outcome: FetchOutcome, _ source: Source) -> Result {
        switch outcome {
        case .failed(let failure):
            return failed(source, "\(failure.reason.rawValue): \(failure.detail)")
        case .unchanged:
            return failed(
                source, "the server answered that nothing changed, though nothing was known")
        case .body(let body):
            var result = self.result(of: source, body: body)
            result.body = body
            return result
        }
    }

    private func failed(_ source: Source, _ failure: String) -> Result {
        Result(
            finding: SourceFinding(source: source.id, failure: failure, limits: limits(of: source)))
    }

    /// Reads what was fetched as `source` says.
    func result(of source: Source, body: FetchedBody) -> Result {
        do throws(FeedParseError) {
            let preview = try assembly.pipeline.preview(
                body.bytes, source: source, mediaType: body.mediaType, charset: body.charset,
                baseURL: body.finalURL)
            let finding = SourceFinding(
                source: source.id, feed: preview.feed,
                matched: preview.entries.count { !$0.brands.isEmpty }, limits: limits(of: source))
            return Result(finding: finding, newest: Self.newest(preview, source), body: body)
        } catch {
            var result = failed(source, "\(error.reason.rawValue): \(error.detail)")
            result.body = body
            return result
        }
    }

    private static func newest(_ preview: FeedPreview, _ source: Source) -> Preview {
        func date(_ judged: JudgedEntry) -> Date {
            judged.entry.published ?? judged.entry.updated ?? .distantPast
        }
        let sorted = preview.entries.enumerated().sorted { left, right in
            let (first, second) = (date(left.element), date(right.element))
            return first == second ? left.offset < right.offset : first > second
        }
        return Preview(
            input: MaskedURL.masked(source.url.reveal()), format: preview.feed.format,
            title: preview.feed.title,
            entries: sorted.prefix(sampleSize).map { _, judged in
                Preview.Judged(
                    entry: judged.entry, brands: judged.brands.map(\.brand),
                    sentiment: judged.sentiment)
            }, notes: preview.feed.notes)
    }

    private func limits(of source: Source) -> [String] {
        Self.limits(of: source, assembly.settings)
    }

    /// What the recipe of a source says that it can't give, whatever its format.
    static func limits(of source: Source, _ settings: Settings) -> [String] {
        let name = settings.origins[source.id]?.recipe ?? source.recipe
        guard let name, let recipe = settings.recipes.recipe(named: name) else { return [] }
        return recipe.caveats
    }
}
