import ArgumentParser
import Foundation
import TextProcessing

/// The option that says who does something.
struct ActingPerson: ParsableArguments {
    /// The name under which things happen by themselves.
    private static let itself = "repute"

    @Option(help: ArgumentHelp("Who does it, else your login name.", valueName: "name"))
    var by: String?

    func validate() throws {
        if let by { _ = try PersonText.name(by, "--by") }
    }

    /// The name; fails where it would be that of Repute itself.
    func name(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> String {
        let login = ["SUDO_USER", "LOGNAME", "USER"].lazy.compactMap { environment[$0] }
            .first { !$0.isEmpty }
        let name = try PersonText.name(by ?? login ?? NSUserName(), "--by")
        guard name.lowercased() != Self.itself else {
            throw CommandFailure(
                .usage,
                "say who you are with --by NAME; “\(Self.itself)” stands for what happens by itself"
            )
        }
        return name
    }
}

/// Checks what people write to the store.
enum PersonText {
    /// The most bytes that a note may have.
    static let noteLimit = 4000
    private static let nameLimit = 100
    private static let linkLimit = 2000

    /// A note without white space at its ends; fails for one that is blank or too long.
    static func note(_ text: String, _ option: String = "--note") throws -> String {
        let note = trimmed(text)
        guard !note.isEmpty, note.utf8.count <= noteLimit else {
            throw ValidationError("\(option) takes a text of at most \(noteLimit) bytes.")
        }
        return note
    }

    /// A name; fails for one that is blank, too long, or more than a line of plain text.
    static func name(_ text: String, _ option: String) throws -> String {
        let name = trimmed(text)
        guard !name.isEmpty, name.utf8.count <= nameLimit, TerminalText.sanitized(name) == name
        else {
            throw ValidationError(
                "\(option) takes a name: one line of at most \(nameLimit) bytes, without control "
                    + "characters.")
        }
        return name
    }

    /// An absolute address; fails for what is none.
    static func link(_ text: String, _ option: String = "--url") throws -> String {
        guard text.utf8.count <= linkLimit, let link = CanonicalURL.absolute(text, base: nil) else {
            throw ValidationError(
                "\(option) takes an address with http:// or https://, of at most \(linkLimit) bytes."
            )
        }
        return link
    }

    private static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
