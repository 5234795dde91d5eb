import Alerting
import FoundationEssentials
import Matching
import Model
import Reporting
import Settings
import TextProcessing

/// What `repute check` tells of the rules and digests of a configuration, in plain words.
struct RuleSummary {
    let settings: Settings
    let now: Date

    /// A rule or digest with what else is to be known of it, one sentence each.
    private struct Item {
        var row: RuleListing.Row
        var notes: [String]
    }

    /// What is in order, but could be better; one sentence each.
    var hints: [String] {
        guard settings.channels.count == 1, let channel = settings.channels.first else { return [] }
        return [
            "\(channel.id) is the only channel: when it can't deliver, nobody can be told of it; add a "
                + "second one to `channels`"
        ]
    }

    private var items: [Item] {
        RuleBook(settings: settings).rows(now: now)
            .filter { !RuleID.reserved.contains($0.id) }
            .map { Item(row: $0, notes: $0.isEnabled ? notes(on: $0.id) : []) }
    }

    /// How often a rule may be wrong, and how much it needs to speak.
    private func notes(on rule: RuleID) -> [String] {
        if let surge = settings.surges.first(where: { $0.id == rule }) {
            return [surge.falseAlarmStatement(brands: brandCount(surge.brands))]
        }
        guard let drop = settings.drops.first(where: { $0.id == rule }) else { return [] }
        return [drop.falseAlarmStatement(brands: brandCount(drop.brands)), drop.neededStatement]
    }

    /// How many brands a rule looks at that names `brands`: those, else all that are no competitors.
    private func brandCount(_ brands: Set<BrandID>) -> Int {
        brands.isEmpty ? settings.brands.count { !$0.brand.isCompetitor } : brands.count
    }
}

extension RuleSummary {
    /// The rules and digests for people: a line each, and their notes below.
    func text(for reader: Reader) -> String {
        let items = items
        let digests = items.filter { $0.row.type == "digest" }
        let rules = items.filter { $0.row.type != "digest" }
        return section("rules", rules, reader) + section("digests", digests, reader)
            + hints.map { "hint: " + TerminalText.sanitized($0) + "\n" }.joined()
    }

    private func section(_ title: String, _ items: [Item], _ reader: Reader) -> String {
        guard !items.isEmpty else { return "" }
        return title + ":\n"
            + items.map { item in
                "    " + TerminalText.sanitized(line(item.row, reader.time)) + "\n"
                    + item.notes.map {
                        reader.style.paint("        " + TerminalText.sanitized($0), .faint) + "\n"
                    }.joined()
            }.joined()
    }

    private func line(_ row: RuleListing.Row, _ time: TimeText) -> String {
        let isPlain = row.type == "mention" || row.type == "digest"
        let channels = row.channels.map(\.rawValue).joined(separator: ", ")
        var parts = [row.what]
        if row.type != "digest" { parts.append("severity \(row.severity)") }
        parts.append(channels.isEmpty ? "told to nobody" : "told to " + channels)
        if let next = row.next { parts.append("next " + time.absolute(next)) }
        if !row.isEnabled { parts = ["switched off"] }
        return row.id.rawValue + (isPlain ? "" : " (\(row.type))") + ": "
            + parts.joined(separator: "; ")
    }

    /// The problems, rules, digests and hints for programs.
    func json(problems: [SettingsProblem]) -> String {
        let items = items
        func list(_ isDigest: Bool) -> JSONValue {
            .array(items.filter { ($0.row.type == "digest") == isDigest }.map(json))
        }
        return JSONValue.members([
            "problems": .array(problems.map(ProblemPage.json)), "rules": list(false),
            "digests": list(true), "hints": .array(hints.map(JSONValue.string)),
        ]).text + "\n"
    }

    private func json(_ item: Item) -> JSONValue {
        let row = item.row
        let rates =
            settings.surges.map { ($0.id, $0.falseAlarmsPerYear * Double(brandCount($0.brands))) }
            + settings.drops.map { ($0.id, $0.falseAlarmsPerYear * Double(brandCount($0.brands))) }
        return .members([
            "id": .string(row.id.rawValue), "title": .optional(row.title),
            "type": .string(row.type), "enabled": .bool(row.isEnabled), "what": .string(row.what),
            "severity": .string(row.severity),
            "channels": .array(row.channels.map { .string($0.rawValue) }),
            "falseAlarmsPerYear": .optional(rates.first { $0.0 == row.id }?.1),
            "notes": .array(item.notes.map(JSONValue.string)), "next": .date(row.next),
        ])
    }
}
