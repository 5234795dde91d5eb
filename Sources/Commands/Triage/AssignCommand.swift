import ArgumentParser
import FoundationEssentials
import Model
import Storage

/// The command `repute assign`.
struct AssignCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Says who cares for mentions.",
        discussion: """
            A name is whatever you call the person; `repute inbox --mine NAME` lists what is theirs.

            Examples:
              repute assign 42 --to Ada
              repute assign --label negative --aspect delivery --open --to Ben
              repute assign 42 --nobody
            """)

    @OptionGroup var choice: MentionChoice

    @Option(help: ArgumentHelp("Who cares for them from now on.", valueName: "name"))
    var to: String?

    @Flag(help: "Nobody does any more.")
    var nobody = false

    @Option(help: ArgumentHelp("What they should know.", valueName: "text"))
    var note: String?

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (to != nil) != nobody else {
            throw ValidationError("Say who cares for them: --to NAME, or --nobody.")
        }
        if let to { _ = try PersonText.name(to, "--to") }
        if let note { _ = try PersonText.note(note) }
    }

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(
            action: .assigned, at: now, by: person, note: try note.map { try PersonText.note($0) },
            assignee: try to.map { try PersonText.name($0, "--to") })
    }
}

/// The command `repute note`.
struct NoteCommand: TriageStep {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Writes something down about mentions.",
        discussion: """
            Notes are never changed and only seen by who can read the database; \
            `repute forget` erases them with the mention.

            Examples:
              repute note 42 --note "regular guest, room 12"
              repute note 42 --note "our answer" --url https://reviews.example/r/42#reply
            """)

    @OptionGroup var choice: MentionChoice

    @Option(help: ArgumentHelp("What you write.", valueName: "text"))
    var note: String

    @Option(help: ArgumentHelp("A page that belongs to it.", valueName: "address"))
    var url: String?

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        _ = try PersonText.note(note)
        if let url { _ = try PersonText.link(url) }
    }

    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange {
        TriageChange(
            action: .noted, at: now, by: person, note: try PersonText.note(note),
            url: try url.map { try PersonText.link($0) })
    }
}
