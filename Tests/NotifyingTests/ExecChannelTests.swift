import Foundation
import Model
import TestSupport
import Testing

@testable import Notifying

@Suite(.timeLimit(.minutes(5)))
struct `The exec channel` {
    /// A folder with a script in it, removed at the end.
    private final class Script {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("exec-" + UUID().uuidString)
        var path: String { folder.appendingPathComponent("tell").path }

        init(_ body: String) throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let text = "#!/bin/sh\ncd '\(folder.path)' || exit 1\n\(body)\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func file(_ name: String) -> String? {
            try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
    }

    private static let id = ChannelID(trusted: "mine")

    private static func failure(
        _ body: String, timeLimit: TimeInterval = 30
    ) async throws -> (error: DeliveryError?, script: Script) {
        let script = try Script(body)
        let channel = ExecChannel(
            id: id, settings: ExecSettings(command: [script.path], timeLimit: timeLimit))
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) { try await channel.deliver(letter) }
        return (error, script)
    }

    @Test func `gives the command the payload of a webhook, its arguments and a few names`()
        async throws
    {
        let script = try Script("cat > input; echo \"$1\" > argument; env | sort > names")
        let letter = try Sample.letter()
        let settings = ExecSettings(command: [script.path, "two words; $(id)"])
        try await ExecChannel(id: Self.id, settings: settings).deliver(letter)
        #expect(script.file("input").map { Array($0.utf8) } == WebhookPayload(letter).bytes)
        #expect(script.file("argument") == "two words; $(id)\n")
        let names = try #require(script.file("names"))
        for line in [
            "REPUTE_MESSAGE_ID=d7-q3VZ", "REPUTE_ALERT_ID=7", "REPUTE_ALERT_KIND=mentions",
            "REPUTE_RULE=complaints", "REPUTE_SEVERITY=warning", "REPUTE_BRAND=hollow-oak",
            "REPUTE_CHANNEL=owner-mail",
        ] {
            #expect(names.contains(line + "\n"))
        }
        #expect(!names.contains("CREDENTIALS_DIRECTORY"))
        #expect(!names.contains("Never again"))
    }

    @Test(arguments: [
        (1, DeliveryError.Reason.exitCode), (75, .temporaryFailure), (127, .missing),
        (126, .noPermission), (100, .gone),
    ])
    func `takes every exit code but 0 for a failure, and 100 for the last word`(
        code: Int, reason: DeliveryError.Reason
    ) async throws {
        let (error, _) = try await Self.failure("cat > /dev/null; echo 'no way'; exit \(code)")
        #expect(error?.reason == reason)
        #expect(error?.isTransient == (code != 100))
        #expect(error?.detail.contains("exit code \(code)") == true)
        #expect(error?.detail.hasSuffix(": “no way”") == true)
    }

    @Test func `kills the command with everything that it started when its time is over`()
        async throws
    {
        let (error, script) = try await Self.failure(
            "sh -c 'echo $$ > child; sleep 600' & echo $$ > parent; wait", timeLimit: 1)
        #expect(error?.reason == .timeout)
        for name in ["child", "parent"] {
            let process = try #require(Int32(script.file(name)?.dropLast() ?? ""))
            while let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
                !stat.contains(") Z ")
            {
                await Task.yield()
            }
        }
    }

    @Test func `tells that a command is not there`() async throws {
        let settings = ExecSettings(command: ["/nowhere/tell"])
        let letter = try Sample.letter()
        let error = await #expect(throws: DeliveryError.self) {
            try await ExecChannel(id: Self.id, settings: settings).deliver(letter)
        }
        #expect(error?.reason == .missing)
        #expect(error?.detail.contains("channels.mine.command") == true)
        let empty = await #expect(throws: DeliveryError.self) {
            try await ExecChannel(id: Self.id, settings: ExecSettings(command: []))
                .deliver(letter)
        }
        #expect(empty?.reason == .missing)
    }

    @Test func `tells of a signal`() async throws {
        let (error, _) = try await Self.failure("kill -TERM $$")
        #expect(error?.reason == .killed)
    }
}
