import ArgumentParser
import Assembly
import Fetching
import Foundation
import Model
import Reporting
import Settings
import TextProcessing

/// The command `repute source test`.
struct SourceTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Fetches sources once and shows what they give; stores nothing.",
        discussion: """
            A source of the configuration by its id, or an address that is not configured. Exit \
            code 1 means that one of them failed.

            Examples:
              repute source test shop-reviews
              repute source test https://www.example.com/feed.xml
            """)

    @Argument(help: "Ids of sources, or addresses.")
    var targets: [String]

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.openOrStandalone(options)
        let sources = try targets.map { try Self.source($0, workplace) }
        let probe = SourceProbe(assembly: workplace.assembly, now: workplace.now)
        let progress = Progress()
        var findings: [SourceFinding] = []
        try await inOrder(sources, limit: 4) { source in
            await probe.result(of: source, reachesPrivate: true)
        } receive: { result in
            progress.clear()
            findings.append(result.finding)
            if options.format == .table {
                let text = Self.text(result, names: workplace.names, for: workplace.reader)
                try await workplace.console.print(text)
            }
            progress.show("\(findings.count) of \(sources.count) sources tested")
        }
        progress.clear()
        if options.format != .table {
            let listing = SourceFinding.listing(findings)
            try await workplace.console.print(
                listing.rendered(as: options.format, for: workplace.reader))
        }
        if findings.contains(where: \.hasFailed) { throw CommandFailure(.failed) }
    }

    /// A source of the configuration, or an address as one.
    static func source(_ target: String, _ workplace: Workplace) throws -> Source {
        if let id = SourceID(rawValue: target),
            let source = workplace.settings.sources.first(where: { $0.id == id })
        {
            guard !source.isImported else {
                throw CommandFailure(
                    .usage, "\(id) is filled by imports, so there is nothing to fetch")
            }
            return source
        }
        let scheme = target.prefix(8).lowercased()
        if scheme.hasPrefix("http://") || scheme.hasPrefix("https://") {
            return Source(id: SourceID(trusted: "test"), url: Secret(target), kind: .mention)
        }
        if let id = SourceID(rawValue: target) { return try workplace.source(id) }
        throw CommandFailure(
            .usage, "\(target) is neither the id of a source nor an http(s) address")
    }

    /// The finding and the newest entries for people.
    static func text(_ result: SourceProbe.Result, names: Names, for reader: Reader) -> String {
        var text = result.finding.text(names: names, for: reader)
        if let newest = result.newest, !newest.entries.isEmpty {
            text += "\n" + newest.listing(names: names).rendered(as: .table, for: reader) + "\n"
        }
        return text
            + result.warnings.map {
                reader.style.paint("! " + TerminalText.sanitized($0), .warning) + "\n"
            }.joined()
    }
}
