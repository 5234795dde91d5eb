import FoundationEssentials
import Model
import Reporting
import Storage

/// What is shown of forgetting.
enum ForgetPages {
    /// What goes with the mentions of a preview, and what stays.
    static func footer(of preview: ForgetPreview, hidden: Int) -> [String] {
        let counts = preview.counts
        var lines = hidden > 0 ? ["and \(hidden) more"] : []
        let parts = [
            (counts.versions, "earlier wordings"), (counts.triageEvents, "steps of triage"),
            (counts.corrections, "verdicts"), (counts.flags, "flags"),
            (counts.drafts, "drafts"), (counts.decisions, "decisions"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !parts.isEmpty { lines.append("With them go: \(parts.joined(separator: ", ")).") }
        if counts.alerts > 0 {
            lines.append(
                "\(counts.alerts) alerts told of them: their reasons are struck out, and letters "
                    + "that tell of nothing else are taken back.")
        }
        if let note = note(onStories: preview.copies) { lines.append(note) }
        return lines + ["The figures by day stay; they name nobody."]
    }

    private static func note(onStories copies: [MentionID]) -> String? {
        guard !copies.isEmpty else { return nil }
        let numbers = copies.prefix(20).map(String.init).joined(separator: ", ")
        return "Other mentions that tell the same story stay: \(numbers)"
            + (copies.count > 20 ? " and \(copies.count - 20) more." : ".")
    }

    /// The receipt, as it is printed when it is made.
    static func page(of receipt: ForgetReceipt, stories: [MentionID], copies: [String]) -> FactPage
    {
        var notes: [String] = []
        if receipt.isJournalCleared == false {
            notes.append(
                "Somebody was reading the database all the time: its journal (-wal) holds some of it "
                    + "until it is written back, at the latest when the daemon stops.")
        }
        if let note = note(onStories: stories) { notes.append(note) }
        if !copies.isEmpty {
            notes.append(
                "Copies of earlier states still hold it: \(copies.joined(separator: ", "))")
        }
        notes.append(
            "Backups, archives, reports and letters that left Repute before are yours to erase.")
        let count = receipt.counts.mentions
        return FactPage(
            sentence: "Receipt \(receipt.id): \(count) mention\(count == 1 ? "" : "s") forgotten.",
            facts: facts(of: receipt), notes: notes)
    }

    /// All receipts, newest first.
    static func listing(of receipts: [ForgetReceipt]) -> Listing {
        let pages = receipts.map { facts(of: $0) }
        let columns = (pages.first ?? []).map { fact in
            Listing.Column(
                fact.key, fact.title ?? "",
                for: shownInListing.contains(fact.key) ? .everybody : .programs,
                maximum: fact.key == "mentions" ? 40 : nil)
        }
        return Listing(
            columns: columns, rows: pages.map { $0.map(\.value) },
            whenEmpty: "Nothing was ever forgotten.")
    }

    private static let shownInListing: Set<String> = ["receipt", "at", "by", "count", "mentions"]

    private static func facts(of receipt: ForgetReceipt) -> [FactPage.Fact] {
        let counts = receipt.counts
        return [
            FactPage.Fact("receipt", "Receipt", .integer(Int(receipt.id))),
            FactPage.Fact("at", "When", .time(receipt.at)),
            FactPage.Fact("by", "By", .text(receipt.by)),
            FactPage.Fact("count", "Mentions", .integer(counts.mentions)),
            FactPage.Fact("mentions", "Numbers", .texts(receipt.mentions.map(String.init))),
            FactPage.Fact("versions", "Earlier wordings", .integer(counts.versions)),
            FactPage.Fact("triageEvents", "Steps of triage", .integer(counts.triageEvents)),
            FactPage.Fact("corrections", "Verdicts", .integer(counts.corrections)),
            FactPage.Fact("flags", "Flags", .integer(counts.flags)),
            FactPage.Fact("drafts", "Drafts", .integer(counts.drafts)),
            FactPage.Fact("decisions", "Decisions", .integer(counts.decisions)),
            FactPage.Fact("alerts", "Alerts struck out", .integer(counts.alerts)),
            FactPage.Fact("letters", "Letters taken back", .integer(counts.letters)),
            FactPage.Fact("hashes", "What keeps them out", .texts(receipt.hashes)),
        ]
    }
}
