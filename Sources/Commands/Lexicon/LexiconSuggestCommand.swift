import ArgumentParser
import Assembly
import FoundationEssentials
import Matching
import Model
import Reporting
import Scoring
import Settings
import Storage

/// The command `repute lexicon suggest`.
struct LexiconSuggestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Proposes words for a lexicon of your own, from your verdicts.",
        discussion: """
            Looks for words that mentions share which the engine judged otherwise than you (`repute \
            correct`), and tries each on all mentions that you judged: a line must mend at least two \
            and three times as many as it breaks. Mentions that were edited since are left out. \
            Nothing is put in force: --format csv or a look at the list, then `repute lexicon try` for \
            what it would do to all mentions, then a file that `lexicons:` names. --lines prints the \
            proposals as such a file.

            Examples:
              repute lexicon suggest
              repute lexicon suggest --lines > my-words.tsv && repute lexicon try --file my-words.tsv
            """)

    @Option(help: ArgumentHelp("How many lines are proposed at most.", valueName: "count"))
    var limit = 20

    @Flag(help: "Print the lines of an overlay file and nothing else.")
    var lines = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...200).contains(limit) else {
            throw ValidationError("--limit takes 1 to 200.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await self.page(in: $0, workplace) }
        try await workplace.console.print(
            lines
                ? page.overlay : page.rendered(as: options.format, for: workplace.reader))
    }

    /// The proposals from the verdicts of the store.
    func page(in store: any Store, _ workplace: Workplace) async throws -> LexiconProposalPage {
        let texts = try await judged(in: store, workplace)
        let progress = Progress()
        progress.show("trying words on \(texts.count) judged mentions …")
        defer { progress.clear() }
        let proposals = try await onOwnThread { [limit] in
            LexiconSuggester(
                lexicon: workplace.assembly.scorer.lexicon,
                excluded: Self.brandWords(workplace.settings)
            ).proposals(from: texts, limit: limit)
        }
        return LexiconProposalPage(
            rows: proposals.map {
                LexiconProposalPage.Row(
                    line: $0.line, term: $0.term, valence: $0.valence, language: $0.language,
                    former: $0.former, mended: $0.mended, broken: $0.broken)
            }, judged: texts.count)
    }

    /// The texts that persons judged in their present wording; those with a rating are read without it.
    private func judged(in store: any Store, _ workplace: Workplace) async throws -> [JudgedText] {
        let genres = Dictionary(
            workplace.settings.sources.map { ($0.id, $0.genre) },
            uniquingKeysWith: { first, _ in first })
        var texts: [JudgedText] = []
        for correction in MeasuredAccuracy.last(try await store.corrections(of: nil)) {
            guard correction.aspect == nil, let label = correction.label,
                let mention = try await store.mention(correction.mention),
                mention.version == correction.version, !mention.entry.body.isEmpty
            else { continue }
            texts.append(
                JudgedText(
                    mention: mention.id, text: mention.entry.body,
                    language: mention.entry.language, genre: genres[mention.source] ?? nil,
                    label: label))
        }
        return texts
    }

    /// Names are no opinions, whatever their words mean.
    private static func brandWords(_ settings: Settings) -> Set<String> {
        let names = settings.brands.flatMap { [$0.brand.name] + $0.names }
        return Set(
            names.flatMap {
                $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            })
    }
}
