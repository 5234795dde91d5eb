import Foundation
import Model
import Notifying
import Reporting
import Settings
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// A folder for a first configuration, and an owner at a scripted terminal.
private final class Newcomer: Sendable {
    let path = "/tmp/repute-" + UUID().uuidString.prefix(8).lowercased()
    private let shown = Mutex("")
    private let answers: Mutex<[String]>

    init(_ answers: String...) throws {
        self.answers = Mutex(answers)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var file: String { path + "/repute.yaml" }
    var screen: String { shown.withLock { $0 } }

    /// All files below the folder, by their paths in it.
    var files: [String] {
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions]
            as? Int
    }

    func settings() throws -> Settings { try SettingsLoader(environment: [:]).load(path: file) }

    func run(
        _ request: InitRun.Request = .init(), asks: Bool = true, force: Bool = false,
        hasMailProgram: Bool = false
    ) async throws -> InitOutcome {
        let dialogue = Dialogue(
            isInteractive: asks, show: { text in self.shown.withLock { $0 += text } },
            line: { _ in self.answers.withLock { $0.isEmpty ? nil : $0.removeFirst() } })
        let stage = try InitStage()
        return try await InitRun(
            request: request, place: InitPlace(file: file, replaces: force), stage: stage,
            surroundings: Surroundings(
                timeZone: "Europe/Vienna", hostName: "till.shop.example",
                hasMailProgram: hasMailProgram, language: nil, hasSystemd: false),
            dialogue: dialogue, console: Console(format: .table, color: .never, environment: [:]),
            now: Date(timeIntervalSince1970: 1_795_348_800), pause: {},
            show: { text in self.shown.withLock { $0 += text } }
        ).run()
    }

    func failure(
        _ request: InitRun.Request = .init(), asks: Bool = true, force: Bool = false
    ) async -> CommandFailure? {
        await #expect(throws: CommandFailure.self) {
            try await self.run(request, asks: asks, force: force)
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A first configuration` {
    @Test func `comes of questions, each answer tried at once`() async throws {
        let mails = try LoopbackMailServer.start()
        let feeds = try LoopbackServer.start { request in
            request.path == "/blog"
                ? .ok("<html><link rel=alternate type=application/rss+xml href=/f.xml>")
                : request.path == "/f.xml" ? .ok(SourceSample.feed) : .status(404)
        }
        defer {
            mails.stop()
            feeds.stop()
        }
        let owner = try Newcomer(
            "", "Harbour Inn", "Viena", "", "nobody", "owner@shop.example",
            "smtp://127.0.0.1:\(mails.port)", "", "y", "y", feeds.url("/blog"), "y", "", "")
        // The server knows no TLS, so the test mail fails, and is told; the settings are kept.
        let outcome = try await owner.run()
        #expect(owner.screen.contains("the name of the business is empty"))
        #expect(owner.screen.contains("is no time zone"))
        #expect(owner.screen.contains("has no @"))
        #expect(owner.screen.contains("offers no STARTTLS"))
        #expect(owner.screen.contains("The page names its feed"))
        #expect(outcome.sources.map(\.rawValue) == ["town-talk"])
        #expect(outcome.test?.isTaken == false)
        #expect(owner.files == ["repute.d/sources/town-talk.yaml", "repute.yaml"])
        #expect(try owner.mode("repute.yaml") == 0o640)
        let settings = try owner.settings()
        #expect(settings.business.name == "Harbour Inn")
        #expect(settings.business.timeZone.identifier == "Europe/Vienna")
        #expect(try owner.text("repute.yaml").contains("- id: \"harbour-inn\"\n"))
        #expect(settings.sources.first?.url.reveal() == feeds.url("/f.xml"))
        #expect(settings.channels.first?.typeName == "smtp")
        #expect(settings.storagePath.hasSuffix("/repute.db"))
        #expect(settings.warnings.isEmpty, "\(settings.warnings)")
        #expect(mails.messages.isEmpty)
    }

    @Test func `comes of flags, and keeps a password in a file of its own`() async throws {
        let owner = try Newcomer()
        let password = owner.path + "/given"
        try Data("pass: word # 1\n".utf8).write(to: URL(filePath: password))
        let outcome = try await owner.run(
            .init(
                business: "Inn", timeZone: "UTC", recipient: "owner@shop.example",
                server: "mail.shop.example", user: "till@shop.example", passwordFile: password,
                sources: ["https://talk.example/feed.xml", "app-store app=1234567890"],
                fetches: false, mails: false, isAgreed: true), asks: false)
        #expect(
            owner.files == [
                "given", "repute.d/sources/app-store-1234567890.yaml",
                "repute.d/sources/talk-example.yaml", "repute.yaml", "secrets/smtp-password",
            ])
        #expect(try owner.text("secrets/smtp-password") == "pass: word # 1\n")
        #expect(try owner.mode("secrets/smtp-password") == 0o600)
        #expect(try !owner.text("repute.yaml").contains("word #"))
        guard case .smtp(let mail) = try #require(try owner.settings().channels.first).kind else {
            Issue.record("not by SMTP")
            return
        }
        #expect(mail.host == "mail.shop.example" && mail.security == .startTLS)
        #expect(mail.login?.password.reveal() == "pass: word # 1")
        #expect(mail.sender.description == "till@shop.example")
        #expect(outcome.test == nil && outcome.sources.count == 2)
        #expect(owner.screen.contains("?") == false)
    }

    @Test func `without anybody to ask, names the flags that are missing`() async throws {
        let owner = try Newcomer()
        let failure = await owner.failure(asks: false)
        #expect(failure?.code == .usage)
        #expect(failure?.message.contains("--business NAME and --mail-to ADDRESS") == true)
        #expect(owner.files.isEmpty)
    }

    @Test func `names what is missing on a machine without a mail program`() async throws {
        let owner = try Newcomer()
        let failure = await owner.failure(
            .init(business: "Inn", recipient: "owner@shop.example"), asks: false)
        #expect(failure?.message.contains("--smtp URL") == true)
        #expect(owner.files.isEmpty)
    }

    @Test(arguments: [
        "Anna's: \"Café\" # 1 {a} [b] \\ & * ! | > ' % @ `", "- no", "null", "2026-11-22", "yes",
        "Grüße 食堂 🍜", "${HOME} $(id)",
    ])
    func `takes a name literally, whatever it means to YAML`(name: String) async throws {
        let owner = try Newcomer()
        _ = try await owner.run(
            .init(business: name, mails: false, isAgreed: true), asks: false)
        #expect(try owner.settings().business.name == name)
    }

    @Test(arguments: ["", "  ", "a\nb: c", "a\u{0}b", "a\u{1B}[31m", "a\u{202E}b", "a\u{2028}b"])
    func `refuses a name that is no line`(name: String) async throws {
        let owner = try Newcomer()
        let failure = await owner.failure(
            .init(business: name, mails: false, isAgreed: true), asks: false)
        #expect(failure?.code == .usage)
        #expect(owner.files.isEmpty)
    }

    @Test func `is not written where the questions end early`() async throws {
        for answers in [[], ["Inn"], ["Inn", "", "owner@shop.example", "", "", "n"]] {
            let owner = try Newcomer()
            let given = Mutex(answers)
            let dialogue = Dialogue(
                isInteractive: true, show: { _ in },
                line: { _ in given.withLock { $0.isEmpty ? nil : $0.removeFirst() } })
            let stage = try InitStage()
            let run = InitRun(
                request: .init(), place: InitPlace(file: owner.file, replaces: false),
                stage: stage,
                surroundings: Surroundings(
                    timeZone: "UTC", hostName: "till", hasMailProgram: false, language: nil,
                    hasSystemd: false),
                dialogue: dialogue,
                console: Console(format: .table, color: .never, environment: [:]), now: Date(),
                show: { _ in })
            let failure = await #expect(throws: CommandFailure.self) { try await run.run() }
            #expect(failure?.message.contains("nothing was written") == true)
            #expect(owner.files.isEmpty)
            stage.remove()
        }
    }

    @Test func `never overwrites one that is there, unless forced, and then keeps it`() async throws
    {
        let owner = try Newcomer()
        let request = InitRun.Request(
            business: "Inn", sources: ["https://talk.example/f.xml"], fetches: false,
            mails: false, isAgreed: true)
        _ = try await owner.run(request, asks: false)
        let first = try owner.text("repute.yaml")
        var second = request
        second.business = "Café"
        let failure = await owner.failure(second, asks: false)
        #expect(failure?.code == .usage && failure?.message.contains("--force") == true)
        #expect(try owner.text("repute.yaml") == first)
        let outcome = try await owner.run(second, asks: false, force: true)
        #expect(try owner.text("repute.yaml.old") == first)
        #expect(try owner.settings().business.name == "Café")
        #expect(outcome.files.kept.count == 2)
        #expect(try owner.settings().sources.count == 1)
    }

    @Test func `takes the place of a file that has only comments`() async throws {
        let owner = try Newcomer()
        try Data("# nothing here yet\n\n  # so\n".utf8).write(to: URL(filePath: owner.file))
        _ = try await owner.run(.init(business: "Inn", mails: false, isAgreed: true), asks: false)
        #expect(try owner.settings().business.name == "Inn")
        #expect(owner.files == ["repute.yaml", "repute.yaml.old"])
    }

    @Test func `is as before where what it would be does not load`() async throws {
        let owner = try Newcomer()
        try Data("# mine\n".utf8).write(to: URL(filePath: owner.file))
        try FileManager.default.createDirectory(
            atPath: owner.path + "/repute.d", withIntermediateDirectories: true)
        try Data("sources: [{id: x, colour: red}]\n".utf8)
            .write(to: URL(filePath: owner.path + "/repute.d/bad.yaml"))
        let failure = await owner.failure(
            .init(business: "Inn", mails: false, isAgreed: true), asks: false)
        #expect(failure?.code == .configuration)
        #expect(try owner.text("repute.yaml") == "# mine\n")
        #expect(owner.files == ["repute.d/bad.yaml", "repute.yaml"])
    }

    @Test func `is not written for a source that can't be read`() async throws {
        let server = try LoopbackServer.start { _ in .status(500) }
        defer { server.stop() }
        let owner = try Newcomer()
        let failure = await owner.failure(
            .init(
                business: "Inn", sources: [server.url("/f.xml")], mails: false, isAgreed: true),
            asks: false)
        #expect(failure?.code == .unavailable)
        #expect(failure?.message.contains("--no-fetch") == true)
        #expect(owner.files.isEmpty)
    }

    @Test func `says what comes next`() async throws {
        let owner = try Newcomer()
        let outcome = try await owner.run(
            .init(business: "Inn", mails: false, isAgreed: true), asks: false)
        let console = Console(format: .table, color: .never, environment: [:])
        let text = outcome.text(for: console.reader(zone: .gmt, now: Date()))
        #expect(text.contains("Written: \(owner.file)"))
        #expect(text.contains("reputed --config \(owner.file)"))
        #expect(text.contains("repute source add ADDRESS"))
        #expect(text.contains("Nobody is told"))
    }
}

struct `What the machine says of itself` {
    @Test(arguments: [
        (["LANG": "de_AT.UTF-8"], LetterLanguage?.some(.german)),
        (["LANG": "de_DE", "LC_ALL": "fr_CH.UTF-8"], .french), (["LANG": "C.UTF-8"], nil),
        (["LANG": "en_GB.UTF-8"], nil), (["LANG": "pl_PL"], nil), ([:], nil),
    ])
    func `gives the language`(environment: [String: String], language: LetterLanguage?) {
        #expect(Surroundings.language(of: environment) == language)
    }

    @Test(arguments: [
        ("till.shop.example", "repute@till.shop.example"), ("till", "owner@shop.example"),
        ("till.local", "owner@shop.example"), ("-bad-.example", "owner@shop.example"),
    ])
    func `gives the sender`(host: String, sender: String) throws {
        let here = Surroundings(
            timeZone: "UTC", hostName: host, hasMailProgram: true, language: nil, hasSystemd: false)
        let owner = try EmailAddress(parsing: "owner@shop.example")
        #expect(here.sender(for: owner).description == sender)
    }
}
