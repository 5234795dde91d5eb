import ArgumentParser
import FoundationEssentials
import Model
import Storage

/// The command `repute answer`.
struct AnswerCommand: TriageStep {
    /// Who can read the answer.
    enum Place: EnumerableFlag {
        case publicly
        case privately

        static func help(for place: Place) -> ArgumentHelp? {
            switch place {
            case .publicly: "Everybody can read the answer."
            case .privately: "Only its author got the answer."
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Says that mentions were answered; nothing is posted.",
        discussion: """
            A reply that the source itself shows needs no word of yours. The first answer stops the \
            clock; one that you gave earlier counts from then with --at.

            Examples:
              repute answer 42
              repute answer 42 --privately --note "called, voucher sent" --at 3h
              repute answer 42 --url https://reviews.example/r/42#reply --by Ada
            """)

    @OptionGroup var choice: MentionChoice

    @Flag(help: "Who can read the answer.")
    var place: Place = .publicly

    @Option(help: ArgumentHelp("Where the answer stands.", valueName: "address"))
    var url: String?

    @Option(
        help: ArgumentHelp("When: 3h (ago), 2026-11-01, …; now unless given.", valueName: "time"))
    var at: Instant?

    @Option(help: ArgumentHelp("What you want to remember of it.", valueName: "text"))
    var note: String?

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let note { _ = try PersonText.note(note) }
        if let url { _ = try PersonText.link(url) }
    }

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        let date = at?.date(now: now, zone: zone) ?? now
        guard date <= now else {
            throw CommandFailure(.usage, "--at is in the future; say when the answer was given")
        }
        return TriageChange(
            action: place == .publicly ? .answeredPublicly : .answeredPrivately, at: date,
            by: person, note: try note.map { try PersonText.note($0) },
            url: try url.map { try PersonText.link($0) })
    }
}

/// The command `repute wont-answer`.
struct WontAnswerCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "wont-answer",
        abstract: "Closes mentions that get no answer, and says why.",
        discussion: """
            Only what waits can be closed so. Of history that came with a source's first poll this \
            empties the inbox at once.

            Examples:
              repute wont-answer 42 --reason "not about us"
              repute wont-answer --until 90d --open --reason "before our time" --yes
            """)

    @OptionGroup var choice: MentionChoice

    @Option(help: ArgumentHelp("Why it gets no answer.", valueName: "text"))
    var reason: String

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws { _ = try PersonText.note(reason, "--reason") }

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(
            action: .wontAnswer, at: now, by: person,
            note: try PersonText.note(reason, "--reason"))
    }
}
