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
            One sentence first, then the text with the words that counted, marked [−so] and [+so], \
            then a line for each with its valence, what it counted here, and why. A number is a \
            mention of the database; anything else is a text and needs no database.

            Examples:
              repute explain 42
              repute explain "Not bad, but the waiter was rude."
              repute explain --text 0/10 --genre review
            """)

    @Argument(help: "The number of a mention, or a text.")
    var subject: String?

    @Option(help: "Explain this text, even if it is a number.")
    var text: String?

    @Option(
        help: ArgumentHelp("The language of the text; guessed unless given.", valueName: "code"))
    var language: String?

    @Option(help: "The kind of the text; any kind unless given.")
    var genre: Genre?

    @OptionGroup var options: GlobalOptions

    /// The mention that is meant; nil where a text is.
    private var id: MentionID? { text == nil ? subject.flatMap(MentionID.init) : nil }

    func validate() throws {
        if (subject == nil) == (text == nil) {
            throw ValidationError("Give the number of a mention, or a text.")
        }
        if id != nil, language != nil || genre != nil {
            throw ValidationError(
                "--language and --genre go with a text; give one that is a number by --text.")
        }
    }

    func run() async throws {
        let workplace =
            if id == nil {
                try await Workplace.openOrStandalone(options)
            } else {
                try await Workplace.open(options)
            }
        let page = try await page(workplace)
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    private func page(_ workplace: Workplace) async throws -> ExplanationPage {
        if id == nil, let text = text ?? subject {
            let sentiment = workplace.assembly.scorer.score(
                text: text, language: language, genre: genre)
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
