import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute show`.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that is known of a mention.",
        discussion: """
            What was said and where, its verdict, how it stands and what was done about it, earlier \
            wordings, what the rules decided, and how the alerts were delivered.

            Examples:
              repute show 42
              repute show 42 --format json | jq .versions
            """)

    @Argument(help: "The number of the mention, as lists and mails give it.")
    var id: MentionID

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await Self.page(of: id, store: $0) }
        let text = page.rendered(
            as: options.format, names: workplace.names, for: workplace.reader)
        try await workplace.console.print(text)
    }

    static func page(of id: MentionID, store: any Store) async throws -> MentionPage {
        let mention = try await mention(id, store: store)
        let versions = try await store.versions(of: id).map { version in
            MentionPage.Version(
                number: version.version, title: version.title, text: version.text,
                rating: version.rating, score: version.score, label: version.label,
                replacedAt: version.replacedAt)
        }
        let decisions = try await decisions(on: id, store: store)
        var deliveries: [Delivery] = []
        for alert in Set(decisions.compactMap(\.alert)).sorted() {
            deliveries += try await store.deliveries(of: alert)
        }
        var page = MentionPage(
            mention: mention, versions: versions, decisions: decisions, deliveries: deliveries)
        page.triage = try await store.triageEvents(of: id)
        page.flags = try await store.flags(of: id)
        return page
    }

    /// The stored mention; a number that is not there is an error that says so.
    static func mention(_ id: MentionID, store: any Store) async throws -> Mention {
        guard let mention = try await store.mention(id) else {
            throw CommandFailure(
                .noInput, "there is no mention \(id); `repute mentions` lists those there are")
        }
        return mention
    }

    /// What rules said of a mention.
    static func decisions(on id: MentionID, store: any Store) async throws -> [DecisionLine] {
        try await store.decisions(on: id).map { decision in
            DecisionLine(
                rule: decision.rule, outcome: decision.outcome, reason: decision.reason,
                alert: decision.alert, decidedAt: decision.decidedAt)
        }
    }
}
