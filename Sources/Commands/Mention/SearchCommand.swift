import ArgumentParser

/// The command `repute search`.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds mentions by their words.",
        discussion: """
            All words have to be in title or text. Words in double quotes are a phrase, a word that \
            ends in * stands for all that begin so. The options of `repute mentions` narrow further.

            Examples:
              repute search waiter rude
              repute search '"never again"' --since 90d
              repute search 'refund*' --label negative --format jsonl
            """)

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var words: [String]

    @OptionGroup(title: "Filters") var filters: MentionFilterOptions
    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let text = try await MentionsCommand.text(
            workplace, filters, paging, search: words.joined(separator: " "))
        try await workplace.console.print(text)
    }
}
