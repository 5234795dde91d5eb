import Assembly
import FoundationEssentials
import Model
import Reporting
import Settings

/// Fetches every source that is polled once and tells what it gives and what it can't.
struct OnlineCheck {
    let workplace: Workplace

    /// Prints the findings in the order of the sources; fails at the end if one failed.
    func run() async throws {
        let sources = workplace.settings.sources.filter(\.isPolled)
        let probe = SourceProbe(assembly: workplace.assembly, now: workplace.now)
        let progress = Progress()
        let format = workplace.console.format
        var findings: [SourceFinding] = []
        progress.show("0 of \(sources.count) sources checked")
        try await inOrder(sources, limit: workplace.settings.polling.concurrency) { source in
            await probe.result(of: source).finding
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
}
