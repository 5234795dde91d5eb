import FoundationEssentials
import Model

@testable import Parsing

/// Files of an owner's: tables of old reviews, and lists of subscriptions.
enum TablePromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        try checkTable(bytes)
        try checkList(bytes)
    }

    private static func checkTable(_ bytes: [UInt8]) throws(BrokenPromise) {
        let table: ImportedTable
        do throws(ImportedTableError) {
            table = try ImportedTable(reading: bytes)
        } catch {
            try TextPromises.checkSentence(error.detail, "an error")
            try promise((error.line ?? 1) >= 1, "an error in line \(error.line ?? 0)")
            return
        }
        var line = 0
        for row in table.rows {
            try promise(row.line >= max(line, 1), "line \(row.line) behind line \(line)")
            line = row.line
            let isWithin = row.cells.keys.allSatisfy { (0..<table.columns.count).contains($0) }
            try promise(isWithin || row.fault != nil, "a cell without a column in line \(line)")
        }
        let mapping = ColumnMapping(guessing: table.columns)
        let entries = TableEntries(of: table, options: .init(mapping: mapping))
        let count = entries.entries.count + entries.faults.count + entries.repeated
        try promise(count == table.rows.count, "\(count) of \(table.rows.count) rows")
        for (_, entry) in entries.entries { try FeedPromises.check(entry) }
        for fault in entries.faults { try promise(!fault.detail.isEmpty, "a fault without words") }
    }

    /// A list that is written is read as the same list.
    private static func checkList(_ bytes: [UInt8]) throws(BrokenPromise) {
        let list: SubscriptionList
        do throws(SubscriptionListError) {
            list = try SubscriptionList(reading: bytes)
        } catch {
            try TextPromises.checkSentence(error.detail, "an error")
            return
        }
        let text = list.text(
            created: Date(timeIntervalSince1970: 0), comment: [list.title ?? ""])
        guard let again = try? SubscriptionList(reading: Array(text.utf8)) else {
            throw BrokenPromise("a list that is written can't be read")
        }
        try promise(again.feeds.count == list.feeds.count, "a list of \(again.feeds.count) feeds")
        for (read, written) in zip(again.feeds, list.feeds) {
            let url = String(written.url.map { $0.isNewline || $0 == "\t" ? " " : $0 })
            try promise(read.url == url, "\(written.url) is read as \(read.url)")
        }
    }
}
