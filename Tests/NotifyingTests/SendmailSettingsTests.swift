import Testing

@testable import Notifying

struct `Sendmail settings` {
    @Test(arguments: [
        (
            ["/usr/sbin/sendmail", "-i", "-f", "{sender}", "--", "{recipients}"],
            "/usr/sbin/sendmail -i -f repute@shop.example -- owner@shop.example deputy@shop.example"
        ),
        (
            ["/usr/bin/msmtp", "-C", "/etc/msmtp/alerts"],
            "/usr/bin/msmtp -C /etc/msmtp/alerts -f repute@shop.example -- owner@shop.example "
                + "deputy@shop.example"
        ),
        (
            ["wrap", "--from={sender}", "{recipients}"],
            "wrap --from=repute@shop.example owner@shop.example deputy@shop.example"
        ),
        ([], ""),
    ])
    func `make the arguments of the command`(command: [String], line: String) throws {
        let settings = try Sample.mailSettings(command: command)
        #expect(settings.arguments.joined(separator: " ") == line)
    }

    @Test func `send bounces elsewhere where they are told`() throws {
        var settings = try Sample.mailSettings()
        settings.envelopeSender = try EmailAddress(parsing: "bounces@shop.example")
        #expect(settings.arguments.contains("bounces@shop.example"))
        let source = MailMessage(try Sample.letter(), settings: settings).source
        #expect(source.contains("From: Repute <repute@shop.example>"))
    }
}
