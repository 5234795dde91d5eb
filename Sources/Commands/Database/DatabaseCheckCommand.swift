import ArgumentParser
import Assembly
import Model
import Reporting
import Settings
import Storage

/// The command `repute db check`.
struct DatabaseCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Proves that the database is whole and that its figures are right.",
        discussion: """
            Looks at every page and reference of the file, and compares what the store keeps twice \
            with a recomputation: the figures by day, the rows of brands and aspects, the numbers of \
            mentions, the states of triage, the index of the search, and the letters. The daemon goes \
            on meanwhile; only the look at the index of the search keeps it from writing, for some \
            seconds on a large store.

            Without findings the exit code is 0, else 1. --repair makes anew what can be made anew, \
            and looks again; what is damaged can only be restored from a backup.

            Examples:
              repute db check
              repute db check --repair
              repute db check --format json
            """)

    @Flag(help: "Make anew what is wrong and can be made anew.")
    var repair = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let findings = try await findings(workplace)
        try await workplace.console.print(
            FindingListing.listing(
                findings, copies: StoreCare(path: workplace.settings.storagePath).copies()
            ).rendered(as: options.format, for: workplace.reader))
        if !findings.isEmpty { throw CommandFailure(.failed) }
    }

    /// What is wrong, after the repair if one is asked for.
    func findings(_ workplace: Workplace) async throws -> [StoreFinding] {
        let progress = Progress()
        defer { progress.clear() }
        do {
            return try await workplace.withStore { store in
                let findings = try await store.findings { progress.show($0.rawValue) }
                let isNeeded = findings.contains(where: \.isRepairable)
                guard repair, isNeeded, !findings.contains(where: { $0.check == .pages }) else {
                    return findings
                }
                progress.show("repairing")
                try await store.repair()
                return try await store.findings { progress.show($0.rawValue) }
            }
        } catch let error as StorageError where error.reason == .corrupt {
            return [StoreFinding(check: .pages, detail: error.detail)]
        }
    }
}

/// What was found wrong, and what to do.
enum FindingListing {
    static func listing(_ findings: [StoreFinding], copies: [String]) -> Listing {
        Listing(
            columns: [
                Listing.Column("check", "Check"),
                Listing.Column("count", "Places", alignment: .trailing),
                Listing.Column("finding", "Finding", minimum: 20, maximum: 90),
                Listing.Column("repairable", for: .programs),
                Listing.Column("advice", for: .programs),
            ],
            rows: findings.map { finding in
                [
                    .state(finding.check.rawValue, finding.isDamage ? .negative : .warning),
                    .integer(finding.count), .text(finding.detail),
                    .flag(finding.isRepairable), .text(advice(on: finding)),
                ]
            },
            whenEmpty: "The database is whole, and its figures are right.",
            footer: footer(findings, copies))
    }

    private static func footer(_ findings: [StoreFinding], _ copies: [String]) -> [String] {
        var lines: [String] = []
        for finding in findings {
            let advice = advice(on: finding)
            if !lines.contains(advice) { lines.append(advice) }
        }
        if findings.contains(where: \.isDamage), !copies.isEmpty {
            lines.append("Copies beside the database: \(copies.joined(separator: ", "))")
        }
        return lines
    }

    /// What to do about a finding.
    static func advice(on finding: StoreFinding) -> String {
        switch finding.check {
        case .pages:
            "Stop the daemon, copy the database with its -wal file away as it is, look at the disk, "
                + "and `repute restore` the latest backup; without one, `repute export` takes out what "
                + "can still be read."
        case .references:
            "`repute restore` the latest backup; without one, `repute export` keeps what is there."
        case .search, .figures, .repetitions, .counts, .triage:
            "`repute db check --repair` makes it anew."
        case .outbox:
            "Letters may be sent twice or not at all; `repute alerts list` shows them, and "
                + "please report it."
        }
    }
}
