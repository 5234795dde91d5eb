public import Model
import TextProcessing

/// What adding a source brought: the source, what it gives, and what became of it.
public struct AddedSource: Sendable, Hashable {
    /// What the running daemon was told.
    public enum Reload: Sendable, Hashable {
        case notAsked
        case asked(process: Int32)
        /// What has to be done by hand, one sentence.
        case byHand(String)
    }

    /// The source as it is configured now, or would be.
    public var source: Source
    /// The recipe that it names; nil if it gives an address.
    public var recipe: String?
    /// What was found on the way to it, one sentence each.
    public var steps: [String]
    /// What one fetch showed.
    public var finding: SourceFinding
    /// The newest entries as they would be stored, at most three.
    public var newest: Preview
    /// What to think of before relying on it, one sentence each.
    public var warnings: [String]
    /// The drop-in file.
    public var file: String
    /// Its text.
    public var text: String
    /// Whether the file was written.
    public var isWritten = false
    /// What the daemon was told.
    public var reload = Reload.notAsked

    /// A source that is not written yet.
    public init(
        source: Source, recipe: String?, steps: [String], finding: SourceFinding, newest: Preview,
        warnings: [String], file: String, text: String
    ) {
        self.source = source
        self.recipe = recipe
        self.steps = steps
        self.finding = finding
        self.newest = newest
        self.warnings = warnings
        self.file = file
        self.text = text
    }

    /// What was found, for people, before they are asked.
    public func proposal(names: Names, for reader: Reader) -> String {
        var text = steps.map { Table.Cell($0).text + "\n" }.joined()
        text += finding.text(names: names, for: reader)
        if !newest.entries.isEmpty {
            text += "\n" + newest.listing(names: names).rendered(as: .table, for: reader)
            text += strangers(for: reader)
        }
        for warning in warnings {
            for line in TextFitting.wrapped(
                "! " + TerminalText.sanitized(warning), to: reader.width ?? .max)
            {
                text += reader.style.paint(line, .warning) + "\n"
            }
        }
        return text + "\n"
    }

    /// How many of the newest would be no mentions.
    private func strangers(for reader: Reader) -> String {
        let count = newest.entries.count { $0.brands.isEmpty }
        guard count > 0 else { return "" }
        let all = newest.entries.count
        let line =
            count == all
            ? "No query finds a brand in them: such entries would not be stored as mentions."
            : "\(count) of these \(all) would be no \(count == 1 ? "mention" : "mentions"): no query "
                + "finds a brand in \(count == 1 ? "it" : "them")."
        return reader.style.paint(line, .faint) + "\n"
    }

    /// What became of it, for people.
    public func outcome(for reader: Reader) -> String {
        guard isWritten else {
            return "Nothing was written. \(Table.Cell(file).text) would be:\n\n"
                + TerminalText.sanitizedLines(text)
        }
        var lines = "Added: \(Table.Cell(file).text)\n"
        switch reload {
        case .notAsked: break
        case .asked(let process):
            lines +=
                "The daemon (process \(process)) was asked to reload; the first poll is the "
                + "baseline, which never alerts.\n"
        case .byHand(let advice): lines += reader.style.paint(advice, .warning) + "\n"
        }
        return lines + "See: repute source show \(source.id)\n"
    }

    /// The whole, for programs.
    public var json: JSONValue {
        .members([
            "id": .string(source.id.rawValue), "title": .optional(source.title),
            "kind": .string(source.kind.rawValue), "brand": .optional(source.brand?.rawValue),
            "recipe": .optional(recipe),
            "address": .string(MaskedURL.masked(source.url.reveal())), "file": .string(file),
            "written": .bool(isWritten), "reloaded": .bool(isReloaded),
            "advice": .optional(advice), "steps": .array(steps.map(JSONValue.string)),
            "finding": SourceFinding.listing([finding]).json.first ?? .null,
            "newest": .array(newest.listing(names: Names()).json.items),
            "warnings": .array(warnings.map(JSONValue.string)),
        ])
    }

    private var isReloaded: Bool { if case .asked = reload { true } else { false } }

    private var advice: String? { if case .byHand(let advice) = reload { advice } else { nil } }
}

extension JSONValue {
    /// The items of an array; empty for other values.
    fileprivate var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

    fileprivate var first: JSONValue? { items.first }
}
