import ArgumentParser
import Assembly
import Foundation
import Reporting

/// The command `repute init`.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract:
            "Writes a first configuration: asks, tries each answer, and says what comes next.",
        discussion: """
            Asks for the name of the business, its time zone, who is told by mail and how the mail leaves, and \
            where people talk. Each answer is tried at once: of a page the feed is looked for and read, \
            and a real test mail is offered. Nothing is written before the end, and nothing at Ctrl-C. \
            A configuration that is there already is never overwritten; --force writes a new one and \
            keeps the old one beside it. A password is kept in a file of its own that only \
            systemd and you can read.

            With flags nobody is asked: --business, and --mail-to or --no-mail, are needed then; \
            what a flag does not say has a default. A source that can't be read, or a test mail that is not taken, \
            ends it with nothing written, unless --no-fetch or --no-mail says otherwise.

            Examples:
              sudo repute init
              sudo repute init --business 'Harbour Café' --mail-to owner@example.org \\
                  --source https://www.example.com/blog --source 'app-store app=1234567890' --yes
              sudo repute init --business Inn --mail-to owner@example.org --smtp smtp://mail.example.org \\
                  --smtp-user owner@example.org --smtp-password-file /root/mail-password --yes
              repute init --business Test --no-mail --output ./repute.yaml
            """)

    @Option(help: ArgumentHelp("What the business is called.", valueName: "name"))
    var business: String?

    @Option(help: ArgumentHelp("Who is told of complaints.", valueName: "address"))
    var mailTo: String?

    @Option(
        help: ArgumentHelp(
            "Where mails come from (default: repute@ this machine, or the user of --smtp).",
            valueName: "address"))
    var mailFrom: String?

    @Option(
        help: ArgumentHelp(
            "A mail server, instead of this machine's mail program: smtp:// (STARTTLS) or smtps://.",
            valueName: "url"))
    var smtp: String?

    @Option(help: ArgumentHelp("Who logs in at the mail server.", valueName: "name"))
    var smtpUser: String?

    @Option(
        help: ArgumentHelp("A file that holds the password.", valueName: "file"),
        completion: .file())
    var smtpPasswordFile: String?

    @Option(
        name: .customLong("source"),
        help: ArgumentHelp(
            "A page, a feed, or 'RECIPE NAME=VALUE…'; as often as you like.", valueName: "address"))
    var sources: [String] = []

    @Option(help: ArgumentHelp("The zone of hours and times.", valueName: "zone"))
    var timeZone: String?

    @Option(
        help: ArgumentHelp("The file to write (default: that of --config).", valueName: "file"),
        completion: .file(extensions: ["yaml"]))
    var output: String?

    @Flag(help: "Replace a configuration that is there, and keep it beside.")
    var force = false

    @Flag(help: "Don't fetch the sources; addresses are taken as they are.")
    var noFetch = false

    @Flag(help: "Don't send a test mail.")
    var noMail = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if smtp == nil, smtpUser != nil || smtpPasswordFile != nil {
            throw ValidationError("--smtp-user and --smtp-password-file need --smtp.")
        }
        if mailTo == nil, mailFrom != nil { throw ValidationError("--mail-from needs --mail-to.") }
    }

    func run() async throws {
        let console = Workplace.console(options)
        let stage = try InitStage()
        let interruption = Interruption { stage.remove() }
        defer {
            interruption.end()
            stage.remove()
        }
        let run = InitRun(
            request: InitRun.Request(
                business: business, timeZone: timeZone, recipient: mailTo, sender: mailFrom,
                server: smtp, user: smtpUser, passwordFile: smtpPasswordFile, sources: sources,
                fetches: !noFetch, mails: !noMail, isAgreed: yes),
            place: InitPlace(file: output ?? Workplace.path(options), replaces: force),
            stage: stage, surroundings: try await onOwnThread { Surroundings.here },
            dialogue: .system, console: console, now: Date(),
            show: { if console.format == .table { try await console.print($0) } })
        let outcome = try await run.run()
        let reader = console.reader(zone: .gmt, now: Date())
        try await console.print(
            options.format == .table ? outcome.text(for: reader) : outcome.json.text + "\n")
    }
}
