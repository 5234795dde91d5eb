import Assembly
import Foundation
import Model
import Monitor
import Parsing
import Reporting
import Settings
import Storage
import TextProcessing

/// Imports one file into one source.
struct ImportRun {
    /// What the command line asks for.
    struct Request: Sendable {
        var file: String
        var source: SourceID
        /// `FIELD=COLUMN` each.
        var map: [String] = []
        var kind: Source.Kind?
        var brand: BrandID?
        var scale: RatingScale?
        var timeZone: String?
        var isDayFirst: Bool?
        var charset: String?
        /// How many bad rows end the import; nil for any number.
        var faultLimit: Int?
        var isDryRun = false
    }

    let request: Request
    let workplace: Workplace
    let folder: SourceFolder
    let reload: DaemonReload
    /// Tells of a bad row.
    let complain: (String) -> Void

    /// How many entries go into one transaction.
    private static let batch = 500

    /// Reads the file and stores what is new.
    func page(of bytes: [UInt8]) async throws -> ImportPage {
        let table = try self.table(bytes)
        let mapping = try self.mapping(table)
        let (assembly, source, isNew) = try await target(table, mapping)
        let entries = TableEntries(
            of: table,
            options: TableEntries.Options(
                mapping: mapping, scale: request.scale?.bounds,
                timeZone: (request.timeZone ?? source.timeZone).flatMap {
                    TimeZone(identifier: $0)
                } ?? workplace.settings.business.timeZone, isDayFirst: request.isDayFirst))
        var page = ImportPage(file: request.file, source: source.id)
        page.isDryRun = request.isDryRun
        page.rows = table.rows.count
        page.repeated = entries.repeated
        page.notes = table.notes + entries.notes
        page.columns = TableField.allCases.compactMap { field in
            mapping.columns[field].map {
                ImportPage.Column(field: field.rawValue, name: table.columns[$0])
            }
        }
        try tell(entries.faults, &page)
        if request.isDryRun { page.sample = sample(of: entries, source, assembly) }
        if isNew, !request.isDryRun { try await make(source) }
        try await store(entries.entries.map(\.entry), of: source, assembly, isNew: isNew, &page)
        return page
    }

    // MARK: What is in the file

    private func table(_ bytes: [UInt8]) throws -> ImportedTable {
        do throws(ImportedTableError) {
            return try ImportedTable(reading: bytes, charset: request.charset)
        } catch {
            let place = error.line.map { ":\($0)" } ?? ""
            throw CommandFailure(.badData, "\(request.file)\(place): \(error.detail)")
        }
    }

    private func mapping(_ table: ImportedTable) throws -> ColumnMapping {
        var mapping = ColumnMapping(guessing: table.columns)
        for pair in request.map {
            let (field, column) = try Self.field(pair)
            guard !column.isEmpty else {
                mapping.remove(field)
                continue
            }
            guard let place = ColumnMapping.place(of: column, among: table.columns) else {
                throw CommandFailure(
                    .usage,
                    "no column of \(request.file) is called \(TerminalText.sanitized(column)); "
                        + "there are: \(Self.named(table.columns))")
            }
            mapping.set(field, to: place)
        }
        guard mapping.isUsable else {
            throw CommandFailure(
                .badData,
                "no column of \(request.file) is known as a text or a rating; there are: "
                    + "\(Self.named(table.columns)); say which with --map text=COLUMN")
        }
        return mapping
    }

    private static func named(_ columns: [String]) -> String {
        columns.prefix(40).map { "“\(TerminalText.sanitized(String($0.prefix(60))))”" }
            .joined(separator: ", ") + (columns.count > 40 ? ", …" : "")
    }

    /// A field and the column that holds it; an empty column takes the field away.
    static func field(_ pair: String) throws(CommandFailure) -> (TableField, String) {
        let names = TableField.allCases.map(\.rawValue)
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw CommandFailure(.usage, "--map is written FIELD=COLUMN, found \(pair.prefix(60))")
        }
        guard let field = TableField(rawValue: String(parts[0])) else {
            let question = NearestName.question(String(parts[0]), among: names)
            throw CommandFailure(
                .usage,
                "no field is called \(parts[0].prefix(40)); "
                    + (question ?? "there are: \(names.joined(separator: ", "))"))
        }
        return (field, String(parts[1]))
    }

    private func tell(_ faults: [TableEntries.Fault], _ page: inout ImportPage) throws {
        page.faults = faults.map { ImportPage.Fault(line: $0.line, detail: $0.detail) }
        for fault in faults.prefix(request.faultLimit ?? .max) {
            complain("\(request.file):\(fault.line): \(fault.detail)")
        }
        guard let limit = request.faultLimit, faults.count > limit else { return }
        throw CommandFailure(
            .failed,
            "nothing was imported: \(faults.count) bad rows, and --limit-errors allows \(limit)")
    }

    // MARK: Where it goes

    /// The source, configured or about to be, and the parts that know it.
    private func target(
        _ table: ImportedTable, _ mapping: ColumnMapping
    ) async throws -> (Assembly, Source, isNew: Bool) {
        if let source = workplace.settings.sources.first(where: { $0.id == request.source }) {
            if let kind = request.kind, kind != source.kind {
                throw CommandFailure(
                    .usage, "\(source.id) is configured as a source of \(source.kind.rawValue)s")
            }
            if let brand = request.brand, brand != source.brand {
                throw CommandFailure(
                    .usage, "\(source.id) is configured for another brand than \(brand)")
            }
            return (workplace.assembly, source, false)
        }
        let (folder, dropIn, comment) = (folder, dropIn(table, mapping), comment)
        let settings = try await onOwnThread {
            try folder.settings(with: [dropIn], comment: comment, secretsIn: nil)
        }
        guard let source = settings.sources.first(where: { $0.id == dropIn.id }) else {
            throw CommandFailure(.software, "the new source is not in the configuration")
        }
        return (try workplace.assembly.reassembled(for: settings), source, true)
    }

    private var comment: String {
        "Made by `repute import` on \(workplace.reader.time.day(workplace.now))."
    }

    private func dropIn(_ table: ImportedTable, _ mapping: ColumnMapping) -> DropIn {
        var dropIn = DropIn(id: request.source)
        dropIn.isImported = true
        dropIn.brand = request.brand
        dropIn.timeZone = request.timeZone
        dropIn.kind = request.kind ?? Self.kind(table, mapping, request.scale)
        return dropIn
    }

    /// Answers to a question on a scale of ten are a survey, other ratings reviews, texts alone
    /// mentions.
    private static func kind(
        _ table: ImportedTable, _ mapping: ColumnMapping, _ scale: RatingScale?
    ) -> Source.Kind {
        guard let column = mapping.columns[.rating] else { return .mention }
        let name = table.columns[column].lowercased()
        let isSurvey =
            scale?.bounds == 0...10
            || ["nps", "csat", "recommend", "satisf", "empfehl"].contains { name.contains($0) }
        return isSurvey ? .survey : .review
    }

    private func make(_ source: Source) async throws {
        var dropIn = DropIn(id: source.id)
        dropIn.isImported = true
        dropIn.brand = request.brand
        dropIn.timeZone = request.timeZone
        dropIn.kind = source.kind
        let (folder, comment, draft) = (folder, comment, dropIn)
        try await onOwnThread { try folder.write([draft], comment: comment) }
    }

    // MARK: Storing

    private func store(
        _ entries: [Entry], of source: Source, _ assembly: Assembly, isNew: Bool,
        _ page: inout ImportPage
    ) async throws {
        let zone = workplace.settings.business.timeZone
        let history = HistoryImport(
            source: source, pipeline: assembly.pipeline, now: workplace.now,
            day: { CalendarDay($0, secondsFromGMT: zone.secondsFromGMT(for: $0)) })
        if request.isDryRun {
            let report = try await rehearsed(history, entries)
            page.add(report)
            return
        }
        let progress = Progress()
        defer { progress.clear() }
        let store = try await assembly.openStore(create: false)
        do {
            try await register(source, in: store, assembly)
            for start in stride(from: 0, to: entries.count, by: Self.batch) {
                let end = min(start + Self.batch, entries.count)
                page.add(try await history.record(Array(entries[start..<end]), store: store))
                progress.show("\(end) of \(entries.count) rows")
            }
            try await store.close()
        } catch {
            // The first error is the one to tell.
            try? await store.close()
            throw error
        }
        // The daemon has to know the new source too; whether it does changes nothing of the import.
        if isNew { note(reload.ask(), on: &page) }
    }

    private func note(_ outcome: AddedSource.Reload, on page: inout ImportPage) {
        page.notes.append("The source \(page.source) was made: \(folder.file(of: page.source))")
        if case .byHand(let advice) = outcome, advice.contains(DaemonReload.command) {
            page.notes.append(advice)
        }
    }

    /// Makes the source known to a store that does not know it.
    private func register(
        _ source: Source, in store: any Store, _ assembly: Assembly
    ) async throws {
        let states = try await store.sourceStates()
        guard !states.contains(where: { $0.source == source.id }) else { return }
        try await assembly.registerSources(in: store, now: workplace.now, allNow: false)
    }

    /// What an import would bring; a database that is not there yet knows nothing.
    private func rehearsed(
        _ history: HistoryImport, _ entries: [Entry]
    ) async throws -> HistoryImport.Report {
        let path = workplace.settings.storagePath
        guard try await onOwnThread({ FileManager.default.fileExists(atPath: path) }) else {
            return try await history.rehearse(entries, store: nil)
        }
        return try await workplace.withStore { try await history.rehearse(entries, store: $0) }
    }

    private func sample(
        of entries: TableEntries, _ source: Source, _ assembly: Assembly
    ) -> Preview {
        let judged = entries.entries.prefix(5).map { _, entry in
            assembly.pipeline.judge(entry, source: source)
        }
        return Preview(
            input: request.file, format: .recipe, title: nil,
            entries: judged.map {
                Preview.Judged(
                    entry: $0.entry, brands: $0.brands.map(\.brand), sentiment: $0.sentiment)
            }, notes: [])
    }
}

extension ImportPage {
    /// Counts what a batch brought.
    fileprivate mutating func add(_ report: HistoryImport.Report) {
        new += report.new
        known += report.known
        unmatched += report.unmatched
        labels.merge(report.labels, uniquingKeysWith: +)
    }
}
