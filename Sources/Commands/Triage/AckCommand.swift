import ArgumentParser
import FoundationEssentials
import Model
import Storage

/// The command `repute ack`.
struct AckCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Says that somebody has looked at mentions; they still wait for an answer.",
        discussion: """
            What is chosen by filters is shown first, and you are asked.

            Examples:
              repute ack 42
              repute ack 40..45 --by Ada --note "will call them"
              repute ack --label negative --source google --until 7d --dry-run
            """)

    @OptionGroup var choice: MentionChoice

    @OptionGroup var remark: StepNote
    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(action: .seen, at: now, by: person, note: try remark.text)
    }
}

/// The command `repute resolve`.
struct ResolveCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Says that nothing is left to do about mentions.",
        discussion: """
            What is resolved waits no more, whether it was answered or not. An edit that makes it worse \
            reopens it by itself.

            Examples:
              repute resolve 42 --note "refunded"
              repute resolve 42 --story
              repute resolve --state answered-publicly --until 30d --yes
            """)

    @OptionGroup var choice: MentionChoice

    @OptionGroup var remark: StepNote
    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(action: .resolved, at: now, by: person, note: try remark.text)
    }
}

/// The command `repute reopen`.
struct ReopenCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Lets mentions wait for an answer again.",
        discussion: """
            They wait even where the source shows a reply, until somebody answers or closes them, or \
            the source shows a new reply.

            Examples:
              repute reopen 42 --note "they wrote again"
              repute reopen --assignee Ada --state resolved --since 7d
            """)

    @OptionGroup var choice: MentionChoice

    @OptionGroup var remark: StepNote
    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(action: .reopened, at: now, by: person, note: try remark.text)
    }
}

/// What a person wants to remember of a step.
struct StepNote: ParsableArguments {
    @Option(
        help: ArgumentHelp("What you want to remember of it, or why.", valueName: "text"))
    var note: String?

    func validate() throws { _ = try text }

    /// The note, without what a terminal must not be sent; nil for none.
    var text: String? { get throws { try note.map { try PersonText.note($0) } } }
}
