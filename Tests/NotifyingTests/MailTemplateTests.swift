import Model
import Testing

@testable import Notifying

struct `A mail in the owner's words` {
    private func message(
        _ letter: Letter, subject: String? = nil, text: String? = nil, html: String? = nil
    ) throws -> MailMessage {
        var settings = try Sample.mailSettings()
        settings.templates = MailTemplates(
            subject: try subject.map { try LetterTemplate(parsing: $0, use: .subject) },
            text: try text.map { try LetterTemplate(parsing: $0, use: .text) },
            html: try html.map { try LetterTemplate(parsing: $0, use: .html) })
        return MailMessage(letter, settings: settings)
    }

    @Test func `has their subject, text and HTML, and our headers`() throws {
        let ours = MailMessage(try Sample.letter(), settings: try Sample.mailSettings())
        let message = try message(
            Sample.letter(), subject: "Look: {{title}}", text: "Dear owner,\n{{why}}",
            html: "<p>{{business}}</p>")
        #expect(message.subject.hasPrefix("Look: "))
        #expect(message.text.hasPrefix("Dear owner,\n") && message.text.hasSuffix("\n"))
        #expect(message.html == "<p>Hollow Oak Bakery</p>\n")
        func names(_ message: MailMessage) -> [String] {
            message.source.prefix { $0 != "=" }.split(separator: "\n").filter { !$0.hasPrefix(" ") }
                .map { String($0.prefix { $0 != ":" }) }
        }
        #expect(names(message) == names(ours))
    }

    @Test func `keeps the parts that have no template`() throws {
        let ours = MailMessage(try Sample.letter(), settings: try Sample.mailSettings())
        let message = try message(Sample.letter(), subject: "{{business}}")
        #expect(message.subject == "Hollow Oak Bakery")
        #expect(message.text == ours.text && message.html == ours.html)
    }

    @Test(.enabled(if: Python.path != nil, "python3 is not in PATH"))
    func `starts no header, whatever strangers said`() async throws {
        let message = try message(
            `A mail message`.hostileLetter(), subject: "{{business}}\r\nBcc: x@example.org",
            text: "{{business}}\n.\nFrom me\n{{#mentions}}{{text}}{{/mentions}}",
            html: "<p>{{business}}</p>")
        let parsed = try await Python.parsedMail(message.bytes)
        #expect(parsed.defects == [])
        #expect(parsed.headers["Bcc"] == nil && parsed.headerCount == parsed.headers.count)
        #expect(parsed.parts == [message.text, message.html])
        #expect(!message.html.contains("<script"))
        #expect(!message.source.contains("\n.\n") && !message.source.contains("\nFrom me"))
    }
}
