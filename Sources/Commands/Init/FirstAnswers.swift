import Foundation
import Model
import Notifying
import TextProcessing

/// What an owner says before the first start.
struct FirstAnswers: Sendable {
    /// Who is told, and how the mail leaves.
    struct Mail: Sendable {
        var recipient: EmailAddress
        var sender: EmailAddress
        /// The mail server; nil for the mail program of this machine.
        var server: Server?
    }

    /// A mail server that takes letters of its customers.
    struct Server: Sendable {
        var url: String
        var user: String?
        var password: Secret?
    }

    var business: String
    var timeZone: String
    /// Of our words; nil for English.
    var language: LetterLanguage?
    /// Nil where nobody is told yet.
    var mail: Mail?
}

/// Takes what was typed, or says in a sentence why not.
enum AnswerCheck {
    /// The name of a business: one line of at most 100 characters.
    static func business(_ text: String) throws(CommandFailure) -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else {
            throw CommandFailure(.usage, "the name of the business is empty")
        }
        try refuseControls(name, "the name of the business")
        guard name.count <= 100, name.utf8.count <= 400 else {
            throw CommandFailure(
                .usage, "the name of the business has more than 100 characters; use the short one")
        }
        return name
    }

    /// A zone of the IANA time zone database.
    static func timeZone(_ text: String) throws(CommandFailure) -> String {
        let name = text.trimmingCharacters(in: .whitespaces)
        if name == "UTC" { return name }
        if name.contains("/"), TimeZone(identifier: name) != nil { return name }
        let names = TimeZone.knownTimeZoneIdentifiers
        let place = "/" + name.lowercased().replacing(" ", with: "_")
        let question =
            names.first { $0.lowercased().hasSuffix(place) }.map { "did you mean \($0)?" }
            ?? NearestName.question(name, among: names + ["UTC"])?.replacing("`", with: "")
        throw CommandFailure(
            .usage,
            "“\(TerminalText.sanitized(String(name.prefix(60))))” is no time zone such as Europe/Berlin"
                + (question.map { "; " + $0 } ?? ""))
    }

    /// A bare mail address.
    static func address(_ text: String) throws(CommandFailure) -> EmailAddress {
        do {
            return try EmailAddress(parsing: text.trimmingCharacters(in: .whitespaces))
        } catch {
            throw CommandFailure(.usage, error.detail)
        }
    }

    /// The address of a mail server; a bare host name stands for STARTTLS.
    ///
    /// Whether it can be one is for the reader of the configuration to say.
    static func server(_ text: String) throws(CommandFailure) -> String {
        let url = text.trimmingCharacters(in: .whitespaces)
        try refuseControls(url, "the address of the mail server")
        return url.contains("://") ? url : "smtp://" + url
    }

    /// Refuses what has no place in a line.
    static func refuseControls(_ text: String, _ what: String) throws(CommandFailure) {
        let hasControls = text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
            default: false
            }
        }
        if hasControls {
            throw CommandFailure(
                .usage, "\(what) has a line end or another control character in it; write it anew")
        }
    }
}
