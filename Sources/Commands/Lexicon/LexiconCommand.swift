import ArgumentParser

/// The command `repute lexicon`.
struct LexiconCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Looks into the words that scoring rests on, and measures how well they do.",
        discussion: """
            Examples:
              repute lexicon show rude "never again"
              repute lexicon lint
              repute lexicon eval labelled.tsv
              repute lexicon try sick=2
              repute lexicon suggest
            """,
        subcommands: [
            LexiconEvalCommand.self, LexiconLintCommand.self, LexiconShowCommand.self,
            LexiconListCommand.self, LexiconTryCommand.self, LexiconSuggestCommand.self,
        ])
}
