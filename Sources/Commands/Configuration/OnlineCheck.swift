import Assembly
import Fetching
import FoundationEssentials
import Model
import Monitor
import Parsing
import Reporting
import Settings

/// Fetches every enabled source once and tells what it gives and what it can't.
struct OnlineCheck {
    let workplace: Workplace

    /// Prints the findings in the order of the sources; fails at the end if one failed.
    func run() async throws {
        let sources = workplace.settings.sources.filter(\.isEnabled)
        let fetcher = workplace.assembly.fetcher
        let (pipeline, now, settings) = (
            workplace.assembly.pipeline, workplace.now, workplace.settings
        )
        let progress = Progress()
        let format = workplace.console.format
        var findings: [SourceFinding] = []
        progress.show("0 of \(sources.count) sources checked")
        try await inOrder(sources, limit: settings.polling.concurrency) { source in
            await Self.finding(source, fetcher: fetcher, pipeline: pipeline, settings, now: now)
        } receive: { finding in
            progress.clear()
            findings.append(finding)
            if format == .table {
                let text = finding.text(names: workplace.names, for: workplace.reader)
                try await workplace.console.print(text)
            }
            progress.show("\(findings.count) of \(sources.count) sources checked")
        }
        progress.clear()
        if format != .table {
            let listing = SourceFinding.listing(findings)
            try await workplace.console.print(listing.rendered(as: format, for: workplace.reader))
        }
        if findings.contains(where: \.hasFailed) { throw CommandFailure(.failed) }
    }

    /// What one source gives.
    static func finding(
        _ source: Source, fetcher: FeedFetcher, pipeline: MentionPipeline, _ settings: Settings,
        now: Date
    ) async -> SourceFinding {
        let limits = limits(of: source, settings)
        let state = SourceState(source: source.id, nextPoll: now, urlDigest: "")
        switch await fetcher.fetch(source, state: state) {
        case .failed(let failure):
            return SourceFinding(
                source: source.id, failure: "\(failure.reason.rawValue): \(failure.detail)",
                limits: limits)
        case .unchanged:
            return SourceFinding(
                source: source.id,
                failure: "the server answered that nothing changed, though nothing was known",
                limits: limits)
        case .body(let body):
            do {
                let preview = try pipeline.preview(
                    body.bytes, source: source, mediaType: body.mediaType, charset: body.charset,
                    baseURL: body.finalURL)
                return SourceFinding(
                    source: source.id, feed: preview.feed,
                    matched: preview.entries.count { !$0.brands.isEmpty }, limits: limits)
            } catch {
                return SourceFinding(
                    source: source.id, failure: "\(error.reason.rawValue): \(error.detail)",
                    limits: limits)
            }
        }
    }

    private static func limits(of source: Source, _ settings: Settings) -> [String] {
        guard let name = source.recipe, let recipe = settings.recipes.recipe(named: name)
        else { return [] }
        return recipe.limits + recipe.lacks.map(\.sentence)
    }
}
