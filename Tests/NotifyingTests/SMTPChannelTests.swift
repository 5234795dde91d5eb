import CurlTransport
import Foundation
import Model
import Synchronization
import TestSupport
import Testing

@testable import Notifying

@Suite(.timeLimit(.minutes(5)))
struct `The SMTP channel` {
    private typealias Script = @Sendable (String) -> LoopbackMailServer.Reply

    private static func settings(_ server: LoopbackMailServer) throws -> SMTPSettings {
        let mail = try Sample.mailSettings()
        return SMTPSettings(
            host: "127.0.0.1", port: server.port, security: .loopbackOnly, sender: mail.sender,
            recipients: mail.recipients)
    }

    private static func channel(_ settings: SMTPSettings) -> SMTPChannel {
        SMTPChannel(
            id: ChannelID(trusted: "owner-mail"), settings: settings, transport: MailTransport())
    }

    /// The error of one attempt at a server of that conduct, and what the server heard.
    private func failure(
        _ change: (inout SMTPSettings) -> Void = { _ in }, _ script: @escaping Script
    ) async throws -> (error: DeliveryError?, server: LoopbackMailServer) {
        let server = try LoopbackMailServer.start(script)
        defer { server.stop() }
        var settings = try Self.settings(server)
        change(&settings)
        let channel = Self.channel(settings)
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        return (error, server)
    }

    @Test func `hands over the same message as sendmail gets, to every recipient`() async throws {
        let server = try LoopbackMailServer.start()
        defer { server.stop() }
        let letter = try Sample.letter()
        var settings = try Self.settings(server)
        settings.helloName = "repute.shop.example"
        settings.envelopeSender = try EmailAddress(parsing: "bounces@shop.example")
        try await Self.channel(settings).deliver(letter)
        let source = MailMessage(letter, settings: try Sample.mailSettings()).source
        let sent = source.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") ? "." + $0 : String($0) }
        #expect(server.messages == [sent.dropLast().joined(separator: "\r\n")])
        let size = source.utf8.count + source.utf8.count { $0 == 0x0A }
        #expect(
            server.lines.prefix(6) == [
                "", "EHLO repute.shop.example", "MAIL FROM:<bounces@shop.example> SIZE=\(size)",
                "RCPT TO:<owner@shop.example>", "RCPT TO:<deputy@shop.example>", "DATA",
            ])
    }

    @Test func `doubles a dot at a line's start`() async throws {
        let server = try LoopbackMailServer.start()
        defer { server.stop() }
        var submission = MailSubmission(
            host: "127.0.0.1", port: server.port, security: .none(anywhere: false),
            sender: "a@x.example", recipients: ["b@x.example"],
            message: Array(".first\r\n\r\nHello\r\n.\r\n.dots\r\nEnd\r\n".utf8))
        submission.totalTimeout = .seconds(20)
        #expect(try await MailTransport().submit(submission).outcome == .taken)
        #expect(server.messages == ["..first\r\n\r\nHello\r\n..\r\n..dots\r\nEnd"])
    }

    @Test func `logs in, and says no password when it fails`() async throws {
        let login = SMTPSettings.Login(user: "owner", password: Secret("open sesame"))
        let server = try LoopbackMailServer.start()
        defer { server.stop() }
        var settings = try Self.settings(server)
        settings.login = login
        try await Self.channel(settings).deliver(Sample.letter())
        #expect(server.lines.contains { $0.hasPrefix("AUTH PLAIN") } && server.messages.count == 1)

        let wrong = SMTPSettings.Login(user: "owner", password: Secret("s3cr3t words"))
        let (error, _) = try await failure {
            $0.login = wrong
        } _: { line in
            line.hasPrefix("AG93")
                ? .say("535 5.7.8 no: \(line) is not s3cr3t words") : .standard(line)
        }
        #expect(error?.reason == .unauthorized && error?.isTransient == true)
        let detail = error?.detail ?? ""
        #expect(detail.contains("535 5.7.8 no: … is not …"), "\(detail)")
        #expect(detail.contains("channels.owner-mail"))
        #expect(!detail.contains("s3cr3t") && !detail.contains("AG93bmVy"))
    }

    /// What a server says to a line, and what comes of it.
    struct Refusal: Sendable, CustomTestStringConvertible {
        var line: String
        var reply: String
        var reason: DeliveryError.Reason
        var isTransient = true

        var testDescription: String { "\(line): \(reply)" }

        static let all: [Refusal] = [
            Refusal(line: "", reply: "421 too busy", reason: .temporaryFailure),
            Refusal(line: "", reply: "554 not you", reason: .serverError),
            Refusal(line: "MAIL", reply: "451 4.3.0 later", reason: .temporaryFailure),
            Refusal(line: "MAIL", reply: "530 5.7.0 log in first", reason: .unauthorized),
            Refusal(line: "MAIL", reply: "550 5.7.1 not from there", reason: .rejected),
            Refusal(line: "RCPT", reply: "451 4.7.1 greylisted", reason: .temporaryFailure),
            Refusal(
                line: "RCPT", reply: "550 5.1.1 unknown", reason: .refused, isTransient: false),
            Refusal(line: "DATA", reply: "451 4.3.0 later", reason: .temporaryFailure),
            Refusal(line: ".", reply: "452 4.2.2 full", reason: .temporaryFailure),
            Refusal(line: ".", reply: "554 5.7.1 spam", reason: .refused, isTransient: false),
        ]
    }

    @Test(arguments: Refusal.all)
    func `tells what a reply means`(refusal: Refusal) async throws {
        let (error, _) = try await failure { line in
            line.prefix(4) == refusal.line ? .say(refusal.reply) : .standard(line)
        }
        #expect(error?.reason == refusal.reason)
        #expect(error?.isTransient == refusal.isTransient)
        #expect(error?.detail.contains(refusal.reply) == true, "\(error?.detail ?? "")")
        #expect(error?.isPartial == false && error?.closesChannel == false)
    }

    @Test func `a reply of several lines is told as one, without what a terminal obeys`()
        async throws
    {
        let (error, _) = try await failure { line in
            line == "."
                ? .say("554-5.7.1 we don't\n554-5.7.1 like \u{1B}[31mit\n554 5.7.1 at all")
                : .standard(line)
        }
        #expect(error?.detail.contains("554 5.7.1 we don't 5.7.1 like [31mit 5.7.1 at all") == true)
    }

    @Test func `names who was refused for good while others have the letter`() async throws {
        let (error, server) = try await failure { line in
            line.hasPrefix("RCPT TO:<deputy@") ? .say("550 5.1.1 no such user") : .standard(line)
        }
        #expect(server.messages.count == 1)
        #expect(error?.reason == .refused && error?.isPartial == true)
        #expect(error?.isTransient == false)
        #expect(error?.detail.contains("deputy@shop.example (550 5.1.1 no such user)") == true)
        #expect(error?.detail.contains("owner@") == false)
    }

    @Test func `tries again only those who wait, with the same message`() async throws {
        let isFull = Flag(true)
        let server = try LoopbackMailServer.start { line in
            isFull.value && line.hasPrefix("RCPT TO:<deputy@")
                ? .say("452 4.2.2 mailbox full") : .standard(line)
        }
        defer { server.stop() }
        let channel = Self.channel(try Self.settings(server))
        let letter = try Sample.letter()
        let first = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(first?.isPartial == true && first?.isTransient == true)
        let second = await #expect(throws: DeliveryError.self) {
            try await channel.deliver(letter)
        }
        #expect(second?.isPartial == true && second?.reason == .temporaryFailure)
        #expect(second?.detail.contains("owner@shop.example had it before") == true)
        isFull.value = false
        try await channel.deliver(letter)
        let asked = server.lines.filter { $0.hasPrefix("RCPT") }
        #expect(asked.map { $0.contains("owner") } == [true, false, false, false])
        #expect(server.messages.count == 2 && Set(server.messages).count == 1)
    }

    @Test func `a connection that ends before the letter is taken is tried again`() async throws {
        let (before, _) = try await failure { $0.hasPrefix("MAIL") ? .drop : .standard($0) }
        #expect(before?.reason == .network && before?.isTransient == true)
        #expect(before?.detail.contains("same Message-ID") == false)
        let (within, server) = try await failure { $0 == "." ? .drop : .standard($0) }
        #expect(within?.reason == .network && server.messages.count == 1)
        #expect(within?.detail.contains("same Message-ID") == true)
    }

    @Test func `a letter that was taken stays taken, whatever the good-bye is like`() async throws {
        for reply in [LoopbackMailServer.Reply.drop, .hang, .say("500 what?")] {
            let server = try LoopbackMailServer.start { line in
                line == "QUIT" ? reply : .standard(line)
            }
            defer { server.stop() }
            try await Self.channel(Self.settings(server)).deliver(Sample.letter())
            #expect(server.messages.count == 1)
        }
    }

    @Test(arguments: ["", "EHLO", "RCPT", "."])
    func `a server that says nothing is a timeout`(line: String) async throws {
        let (error, _) = try await failure {
            $0.timeLimit = 0.3
        } _: {
            $0.prefix(4) == line ? .hang : .standard($0)
        }
        #expect(error?.reason == .timeout && error?.isTransient == true)
    }

    @Test func `what is no mail server is told so`() async throws {
        let (error, _) = try await failure { _ in .say("HTTP/1.1 400 Bad Request") }
        #expect(error?.reason == .protocolError || error?.reason == .timeout)
        let (closed, _) = try await failure({ $0.port = 1 }) { .standard($0) }
        #expect(closed?.reason == .network)
    }

    @Test func `without STARTTLS nothing is told to the server`() async throws {
        let (error, server) = try await failure {
            $0.security = .startTLS
            $0.login = .init(user: "owner", password: Secret("open sesame"))
        } _: {
            .standard($0)
        }
        #expect(error?.reason == .tls)
        #expect(error?.detail.contains("STARTTLS") == true)
        #expect(!server.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test func `without TLS no other machine is spoken to, whatever a name leads to`() async throws
    {
        let settings = SMTPSettings(
            host: "192.0.2.1", port: 25, security: .loopbackOnly,
            sender: try EmailAddress(parsing: "a@x.example"),
            recipients: [try EmailAddress(parsing: "b@x.example")])
        let channel = Self.channel(settings)
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(error?.reason == .blockedAddress)
    }

    @Test func `an attempt that is broken off ends at once`() async throws {
        let server = try LoopbackMailServer.start { $0.hasPrefix("MAIL") ? .hang : .standard($0) }
        defer { server.stop() }
        let channel = Self.channel(try Self.settings(server))
        let letter = try Sample.letter()
        let task = Task { try await channel.deliver(letter) }
        while !server.lines.contains(where: { $0.hasPrefix("MAIL") }) { await Task.yield() }
        task.cancel()
        await #expect {
            try await task.value
        } throws: {
            ($0 as? DeliveryError)?.reason == .interrupted
        }
    }
}

/// A truth that a test changes while a server reads it.
private final class Flag: Sendable {
    private let state: Mutex<Bool>

    init(_ value: Bool) { state = Mutex(value) }

    var value: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
