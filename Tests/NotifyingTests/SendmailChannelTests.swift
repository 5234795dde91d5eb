import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import Notifying

@Suite(.timeLimit(.minutes(5)))
struct `The sendmail channel` {
    private static let id = ChannelID(trusted: "owner-mail")

    private static func channel(
        _ sendmail: SendmailStandIn, timeLimit: TimeInterval = 30
    ) throws -> SendmailChannel {
        var settings = try Sample.mailSettings(
            command: [sendmail.path, "-i", "-f", "{sender}", "--", "{recipients}"])
        settings.timeLimit = timeLimit
        return SendmailChannel(id: id, settings: settings)
    }

    private static func failure(
        _ mode: SendmailStandIn.Mode, timeLimit: TimeInterval = 30
    ) async throws -> (error: DeliveryError?, sendmail: SendmailStandIn) {
        let sendmail = try SendmailStandIn(mode)
        let channel = try channel(sendmail, timeLimit: timeLimit)
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        return (error, sendmail)
    }

    /// Returns when the process is no more, or only waits to be reaped.
    private static func waitForEnd(of process: Int32) async {
        while let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            !stat.contains(") Z ")
        {
            await Task.yield()
        }
    }

    @Test func `hands over the whole message with its recipients as arguments`() async throws {
        let sendmail = try SendmailStandIn()
        defer { sendmail.remove() }
        let letter = try Sample.letter()
        try await Self.channel(sendmail).deliver(letter)
        let taken = try #require(sendmail.letters.first)
        #expect(taken.message == MailMessage(letter, settings: try Sample.mailSettings()).source)
        #expect(
            taken.arguments == [
                "-i", "-f", "repute@shop.example", "--", "owner@shop.example",
                "deputy@shop.example",
            ])
    }

    @Test func `gives the command a finished file, a clean environment and nothing else`()
        async throws
    {
        let sendmail = try SendmailStandIn()
        defer { sendmail.remove() }
        // A descriptor that is inherited unless somebody closes it, and a signal that stays ignored.
        // Any free number: other tests have descriptors of their own in this process.
        let leak = fcntl(1, F_DUPFD, 200)
        defer { close(leak) }
        signal(SIGPIPE, SIG_IGN)
        try await Self.channel(sendmail).deliver(Sample.letter())
        let found = sendmail.circumstances
        #expect(found.contains("stdin=regular file"))
        let ignored = try #require(found.first { $0.hasPrefix("ignored=") })
        // The two signals above 31 are the C library's own.
        #expect(UInt64(ignored.dropFirst(8), radix: 16).map { $0 & 0x7FFF_FFFF } == 0)
        #expect(leak >= 200 && !found.contains("fd=\(leak)"))
        let names = Set(sendmail.environment.map { String($0.prefix { $0 != "=" }) })
        #expect(names.isSubset(of: ["PATH", "LANG", "HOME", "TMPDIR"]))
        #expect(names.isSuperset(of: ["PATH", "LANG"]))
        #expect(!found.contains("group=\(getpgrp())"))
    }

    @Test(arguments: [
        (1, DeliveryError.Reason.exitCode), (64, .usage), (65, .dataError), (66, .noInput),
        (67, .noUser), (68, .noHost), (69, .unavailable), (70, .software), (71, .osError),
        (72, .osFile), (73, .cannotCreate), (74, .inputOutput), (75, .temporaryFailure),
        (76, .protocolError), (77, .noPermission), (78, .configuration), (127, .missing),
        (255, .exitCode),
    ])
    func `takes every exit code but 0 for a failure worth another attempt`(
        code: Int, reason: DeliveryError.Reason
    ) async throws {
        let (error, sendmail) = try await Self.failure(.exit(code))
        defer { sendmail.remove() }
        #expect(error?.reason == reason)
        #expect(error?.isTransient == true)
        #expect(error?.detail.contains("exit code \(code) ") == true)
        #expect(error?.detail.contains("“stand-in: refused, code \(code)”") == true)
        #expect(sendmail.callCount == 1)
    }

    @Test func `sends the same bytes again after an exit that had kept the letter`() async throws {
        let (error, sendmail) = try await Self.failure(.acceptThenExit75)
        defer { sendmail.remove() }
        #expect(error?.reason == .temporaryFailure)
        try sendmail.set(.ok)
        try await Self.channel(sendmail).deliver(Sample.letter())
        #expect(sendmail.letters.count == 2)
        #expect(Set(sendmail.letters.map(\.message)).count == 1)
    }

    @Test(arguments: [SendmailStandIn.Mode.hang, .hangInGrandchild, .neverReads])
    func `kills a command that hangs, with all its children`(
        mode: SendmailStandIn.Mode
    ) async throws {
        let (error, sendmail) = try await Self.failure(mode, timeLimit: 1)
        defer { sendmail.remove() }
        #expect(error?.reason == .timeout)
        #expect(error?.detail.contains("within 1 s") == true)
        await Self.waitForEnd(of: try #require(sendmail.hangingProcess))
    }

    @Test func `leaves a delivery in the background alone`() async throws {
        let sendmail = try SendmailStandIn(.deliverInBackground)
        defer { sendmail.remove() }
        try await Self.channel(sendmail).deliver(Sample.letter())
        let process = try #require(sendmail.hangingProcess)
        #expect(kill(process, 0) == 0)
        kill(process, SIGKILL)
    }

    @Test func `takes a letter for delivered however much the command says`() async throws {
        let sendmail = try SendmailStandIn(.noisy)
        defer { sendmail.remove() }
        try await Self.channel(sendmail).deliver(Sample.letter())
        #expect(sendmail.letters.count == 1)
    }

    @Test func `waits for a slow command`() async throws {
        let sendmail = try SendmailStandIn(.slow)
        defer { sendmail.remove() }
        let letter = try Sample.letter([], told: [1])
        try await Self.channel(sendmail).deliver(letter)
        #expect(
            sendmail.letters.first?.message
                == MailMessage(letter, settings: try Sample.mailSettings()).source)
    }

    @Test(arguments: ["KILL", "SEGV", "TERM"])
    func `tells a death by signal`(name: String) async throws {
        let (error, sendmail) = try await Self.failure(.signal(name))
        defer { sendmail.remove() }
        #expect(error?.reason == .killed)
        #expect(error?.isTransient == true)
    }

    @Test func `survives a command that closes its input`() async throws {
        let (error, sendmail) = try await Self.failure(.closesInput)
        defer { sendmail.remove() }
        #expect(error?.reason == .unavailable)
        #expect(error?.detail.hasSuffix("“refused”") == true)
    }

    @Test(arguments: ["/nonexistent/sendmail", "no-such-sendmail", "/etc/passwd", "/", ""])
    func `says what to do where the program is missing`(program: String) async throws {
        let channel = SendmailChannel(
            id: Self.id, settings: try Sample.mailSettings(command: [program]))
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        #expect(error?.reason == .missing)
        #expect(error?.detail.contains("channels.owner-mail.command") == true)
        #expect(error?.isTransient == true)
    }

    @Test func `is broken off when its task is cancelled`() async throws {
        let sendmail = try SendmailStandIn(.hang)
        defer { sendmail.remove() }
        let channel = try Self.channel(sendmail)
        let letter = try Sample.letter()
        let task = Task { try await channel.deliver(letter) }
        while sendmail.hangingProcess == nil { await Task.yield() }
        task.cancel()
        let error = await #expect(throws: DeliveryError.self) { try await task.value }
        #expect(error?.reason == .interrupted)
        await Self.waitForEnd(of: try #require(sendmail.hangingProcess))
    }

    @Test func `delivers beside a hanging one`() async throws {
        let hanging = try SendmailStandIn(.hang)
        let working = try SendmailStandIn()
        defer { hanging.remove() }
        defer { working.remove() }
        let stuck = try Self.channel(hanging)
        let letter = try Sample.letter()
        let task = Task { try await stuck.deliver(letter) }
        for _ in 0..<8 { try await Self.channel(working).deliver(letter) }
        task.cancel()
        _ = await task.result
        #expect(working.letters.count == 8)
    }
}
