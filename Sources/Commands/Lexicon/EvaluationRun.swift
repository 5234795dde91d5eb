import Dispatch
import Model
import Reporting
import Scoring
import Synchronization

/// Scores files of labelled texts and keeps the figures, not the texts.
struct EvaluationRun {
    /// By what the figures are told apart.
    enum Grouping: String, Sendable, CaseIterable {
        case source
        case lang
    }

    let scorer: SentimentScorer
    /// The language of all texts; nil takes the column `lang` for what a source would declare.
    var language: String?
    /// Passes the column `lang` over.
    var guessesLanguage = false
    var genre: Genre?
    var grouping = Grouping.source
    /// At most so many texts of each file; nil takes all.
    var limit: Int?

    private(set) var groups: [EvaluationPage.Group] = []
    private(set) var mistakes: MistakeCollector
    private var places: [String: Int] = [:]

    /// A run that keeps the `mistakeLimit` surest mistakes.
    init(scorer: SentimentScorer, mistakeLimit: Int = 0) {
        self.scorer = scorer
        mistakes = MistakeCollector(limit: mistakeLimit)
    }

    /// Reads `input` to its end or to the limit; `progress` hears how many texts are done.
    mutating func read(
        _ input: FileDescriptor, file: String, progress: (Int) -> Void
    ) throws(CommandFailure) {
        var reader = LineReader(input, file: file)
        var columns: LabelledColumns?
        var number = 0
        var done = 0
        while let piece = try reader.nextPiece() {
            var rows: [LabelledText] = []
            for line in piece.lines {
                number += 1
                guard let known = columns else {
                    columns = try LabelledColumns(header: Array(line), file: file)
                    continue
                }
                if line.isEmpty || line.elementsEqual([0x0D]) { continue }
                if let limit, done + rows.count == limit { break }
                rows.append(try known.row(line, number: number))
            }
            if let columns { add(rows, columns) }
            done += rows.count
            progress(done)
            if done == limit { break }
        }
        guard columns != nil else { throw CommandFailure(.badData, "\(file): the file is empty") }
        guard done > 0 else {
            throw CommandFailure(.badData, "\(file): there is no text below the first line")
        }
    }

    private mutating func add(_ rows: [LabelledText], _ columns: LabelledColumns) {
        let verdicts = verdicts(on: rows)
        for (row, verdict) in zip(rows, verdicts) {
            let judged = LabelledVerdict(
                truth: row.label, label: verdict.label, score: verdict.score,
                confidence: verdict.confidence, rating: row.rating)
            let group = group(of: row, verdict, columns)
            groups[group].evaluation.add(judged)
            if mistakes.keeps(judged) { mistakes.add(mistake(row, judged, columns.file)) }
        }
    }

    private mutating func group(
        of row: LabelledText, _ verdict: Verdict, _ columns: LabelledColumns
    ) -> Int {
        let name =
            switch grouping {
            case .source: row.source ?? columns.file
            case .lang: row.language ?? verdict.language ?? "unknown"
            }
        if let place = places[name] { return place }
        places[name] = groups.count
        groups.append(EvaluationPage.Group(name: name, evaluation: SentimentEvaluation()))
        return groups.count - 1
    }

    /// Scores on all processors; in the order of `rows`.
    private func verdicts(on rows: [LabelledText]) -> [Verdict] {
        let size = 512
        let pieces = stride(from: 0, to: rows.count, by: size).map {
            rows[$0..<min($0 + size, rows.count)]
        }
        let found = Mutex<[Int: [Verdict]]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
            var sessions: [String?: ScoringSession] = [:]
            let verdicts = pieces[index].map { row in
                let language = declared(row)
                let session =
                    sessions[language] ?? ScoringSession(scorer, language: language, genre: genre)
                sessions[language] = session
                var text = row.text
                return text.withUTF8 { session.verdict(of: $0) }
            }
            found.withLock { $0[index] = verdicts }
        }
        return found.withLock { found in pieces.indices.flatMap { found[$0] ?? [] } }
    }

    private func declared(_ row: LabelledText) -> String? {
        language ?? (guessesLanguage ? nil : row.language)
    }

    private func mistake(
        _ row: LabelledText, _ verdict: LabelledVerdict, _ file: String
    ) -> EvaluationPage.Mistake {
        let sentiment = scorer.score(text: row.text, language: declared(row), genre: genre)
        let strongest = sentiment.contributions.filter { $0.weight != 0 }
            .sorted { abs($0.weight) > abs($1.weight) }
        return EvaluationPage.Mistake(
            file: file, line: row.line, verdict: verdict,
            text: row.text,
            terms: strongest.prefix(5).map { ($0.weight < 0 ? "−" : "+") + $0.term })
    }
}

extension [UInt8] {
    /// The lines without their line feeds.
    fileprivate var lines: [ArraySlice<UInt8>] {
        let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
        return last == 0x0A ? lines.dropLast() : lines
    }
}
