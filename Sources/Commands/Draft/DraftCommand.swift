public import ArgumentParser
import Model
public import Notifying
import Reporting
import Settings
import Storage

extension ReplyAudience: ExpressibleByArgument {}

/// The command `repute draft`.
struct DraftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Writes a draft of a reply to a mention; nothing is ever sent.",
        discussion: """
            The template is chosen by what the mention complains of, its rating, the language and who \
            will read the reply: yours in `replies` first, else one of Repute's own. A complaint gets a \
            public reply and, apart from it, a private follow-up. Nobody is given the same text twice: \
            what was drafted is remembered, and the next wording is taken. `docs/replies.md` tells how \
            to write templates.

            Examples:
              repute draft 42
              repute draft 42 --audience public --save reply.txt
              repute draft 42 --template late-delivery
              repute draft 42 --language de --format json
            """)

    @Argument(help: "The number of the mention, as lists and mails give it.")
    var id: MentionID

    @Option(help: "Only the reply for everybody, or only the one for the author.")
    var audience: ReplyAudience?

    @Option(
        help: ArgumentHelp(
            "Take this template, whatever it is for.", valueName: "id"))
    var template: ReplyTemplateID?

    @Option(
        help: ArgumentHelp(
            "The language of the reply, else that of the mention.", valueName: "code"))
    var language: String?

    @Option(
        help: ArgumentHelp("Write the drafts into a new file too.", valueName: "file"),
        completion: .file())
    var save: String?

    @Flag(help: "Take a text even if its reader was given it before.")
    var again = false

    @Flag(help: "Show the draft without remembering it.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let language, !Self.isCode(language) {
            throw ValidationError("--language takes two letters, such as `de`.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let run = DraftRun(
            settings: workplace.settings,
            request: DraftRun.Request(
                mention: id, audience: audience, template: template, language: language,
                isAgain: again),
            now: workplace.now)
        let page = try await workplace.withStore { store in
            let drafting = try await run.drafting(in: store)
            if let save {
                try await onOwnThread { try DraftFile.create(drafting.page.letters, at: save) }
            }
            if !dryRun { try await store.recordDrafts(drafting.drafts) }
            return drafting.page
        }
        try await workplace.console.print(
            page.rendered(as: options.format, names: workplace.names, for: workplace.reader))
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
}
