import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Settings
import TextProcessing

/// The command `repute check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks the configuration and, with --online, every source.",
        discussion: """
            Tells what each rule does and how often it may be wrong, when the next digests are due, and \
            what the recipes in use can't give, such as old reviews. All problems are shown at once, \
            each with its file, line and column. Exit code 0 means \
            that the daemon would start (there may be warnings), 78 that it would not. With \
            --online every enabled source is fetched once, nothing is stored; exit code 1 means \
            that one of them failed.

            Examples:
              repute check
              repute check --config /etc/repute/repute.yaml --online
              repute check --format json | jq '.rules[] | {id, falseAlarmsPerYear}'
            """)

    @Flag(help: "Fetch every enabled source once and say what it gives.")
    var online = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let path = Workplace.path(options)
        let console = Workplace.console(options)
        let loaded = try await onOwnThread { Self.loaded(path) }
        switch loaded {
        case .failure(let problems):
            let page = ProblemPage(problems: problems.problems)
            try await console.print(page.rendered(as: options.format, style: console.style))
            throw CommandFailure(.configuration)
        case .success(let settings):
            try await report(settings, path: path, console)
        }
    }

    private func report(_ settings: Settings, path: String, _ console: Console) async throws {
        let page = ProblemPage(problems: settings.warnings)
        let now = Date()
        let rules = RuleSummary(settings: settings, now: now)
        let reader = console.reader(zone: settings.business.timeZone, now: now)
        switch options.format {
        case .table:
            try await console.print(
                page.rendered(as: .table, style: console.style)
                    + Self.summary(of: settings, path: path)
                    + (online
                        ? ""
                        : rules.text(for: reader)
                            + Self.limits(of: settings, style: console.style)))
        case .json where !online:
            try await console.print(rules.json(problems: settings.warnings))
        case .json, .jsonl, .csv, .markdown:
            if !online {
                try await console.print(page.rendered(as: options.format, style: console.style))
            }
        }
        if online {
            let workplace = try Workplace(
                assembly: Assembly(settings: settings), console: console, now: now,
                configuration: path)
            try await OnlineCheck(workplace: workplace).run()
        }
    }

    private static func loaded(_ path: String) -> Result<Settings, SettingsProblems> {
        do throws(SettingsProblems) {
            return .success(try SettingsLoader().load(path: path))
        } catch {
            return .failure(error)
        }
    }

    /// What the recipes in use can't give: each recipe with its sources, and its limits below.
    static func limits(of settings: Settings, style: TerminalStyle) -> String {
        var users: [String: [SourceID]] = [:]
        for source in settings.sources where source.isPolled {
            guard let recipe = settings.origins[source.id]?.recipe else { continue }
            users[recipe, default: []].append(source.id)
        }
        return users.sorted { $0.key < $1.key }.map { name, sources in
            guard let source = settings.sources.first(where: { $0.id == sources[0] }) else {
                return ""
            }
            let limits = SourceProbe.limits(of: source, settings)
            guard !limits.isEmpty else { return "" }
            let shown = sources.prefix(5).map(\.rawValue).joined(separator: ", ")
            let more = sources.count > 5 ? " and \(sources.count - 5) more" : ""
            return "limits of the recipe \(name) (\(shown)\(more)):\n"
                + limits.map {
                    style.paint("    " + TerminalText.sanitized($0), .faint) + "\n"
                }.joined()
        }.joined()
    }

    /// What the configuration sets up, in a line.
    static func summary(of settings: Settings, path: String) -> String {
        func count(_ number: Int, _ one: String) -> String {
            number == 1 ? "1 \(one)" : "\(number) \(one)s"
        }
        let disabled = settings.sources.count { !$0.isEnabled }
        let parts =
            [
                count(settings.brands.count, "brand"),
                count(settings.sources.count, "source")
                    + (disabled > 0 ? " (\(disabled) disabled)" : ""),
                count(settings.ruleOrder.count, "rule"),
            ]
            + (settings.digests.isEmpty ? [] : [count(settings.digests.count, "digest")])
            + [count(settings.channels.count, "channel")]
        return "\(path): ok, \(parts.joined(separator: ", ")), times in "
            + "\(settings.business.timeZone.identifier)\n"
    }
}
