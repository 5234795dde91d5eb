import Alerting
import ArgumentParser
import Assembly
import Model
import Reporting
import Scoring
import Settings
import Storage

/// The command `repute explain`.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Shows which words made a verdict, and what the rules made of it.",
        discussion: """
            The text is shown with the words that counted, marked [−so] and [+so], then a line for \
            each with its valence, what it counted here, and why.

            Examples:
              repute explain 42
              repute explain --text "Not bad, but the waiter was rude."
            """)

    @Argument(help: "The number of the mention.")
    var id: MentionID?

    @Option(help: "Explain this text instead of a mention; needs no database.")
    var text: String?

    @Option(
        help: ArgumentHelp("The language of the text; guessed unless given.", valueName: "code"))
    var language: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if (id == nil) == (text == nil) {
            throw ValidationError("Give the number of a mention, or a text by --text.")
        }
        if language != nil, text == nil { throw ValidationError("--language goes with --text.") }
    }

    func run() async throws {
        let workplace =
            if text == nil {
                try await Workplace.open(options)
            } else {
                try await Workplace.openOrStandalone(options)
            }
        let page = try await page(workplace)
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    private func page(_ workplace: Workplace) async throws -> ExplanationPage {
        if let text {
            let sentiment = workplace.assembly.scorer.score(text: text, language: language)
            return ExplanationPage(body: text, rating: nil, sentiment: sentiment)
        }
        guard let id else { throw CommandFailure(.usage, "no mention was given") }
        return try await workplace.withStore { store in
            let mention = try await ShowCommand.mention(id, store: store)
            return ExplanationPage(
                body: mention.entry.body, rating: mention.entry.rating,
                sentiment: mention.sentiment,
                decisions: try await ShowCommand.decisions(on: id, store: store),
                rules: Self.rules(for: mention, workplace))
        }
    }

    /// How the configured rules stand to the mention now.
    private static func rules(for mention: Mention, _ workplace: Workplace) -> [RuleLine] {
        let decider = workplace.assembly.decider
        return workplace.settings.rules.map { rule in
            let explanation = decider.explanation(of: rule, for: mention)
            return RuleLine(
                rule: rule.id, isEnabled: rule.isEnabled, isMatch: explanation.isMatch,
                unmet: explanation.conditions.filter { !$0.isMet }.map(\.sentence))
        }
    }
}
