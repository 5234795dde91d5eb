import Assembly
import Foundation
import Model
import Reporting
import Settings
import Storage
import TestSupport
import Testing

@testable import Commands

private let mine = """
    sources:
      - id: mine
        url: https://a.example/f.xml
    """

struct `Pausing a source` {
    @Test func `stops it and lets it go on`() async throws {
        let shop = try SourceShop(mine)
        let source = try #require(try shop.settings().sources.first)
        let now = shop.now
        let deeds = try await shop.withStore { store in
            let paused = try await SourcePausing.outcomes([source], true, store: store, now: now)
            let state = try await store.sourceStates().first
            #expect(state?.pausedAt == now)
            let again = try await SourcePausing.outcomes([source], true, store: store, now: now)
            let resumed = try await SourcePausing.outcomes([source], false, store: store, now: now)
            #expect(try await store.sourceStates().first?.pausedAt == nil)
            return paused + again + resumed
        }
        #expect(deeds.allSatisfy { $0.isDone })
        #expect(
            deeds.map(\.text) == [
                "paused; `repute source resume mine` polls it again", "was paused already",
                "is polled again",
            ])
    }

    @Test func `that the store does not know fails with what to do`() async throws {
        let shop = try SourceShop(mine)
        let stranger = Source(
            id: SourceID(trusted: "new"), url: Secret("https://b.example/"), kind: .mention)
        let now = shop.now
        let deeds = try await shop.withStore {
            try await SourcePausing.outcomes([stranger], true, store: $0, now: now)
        }
        #expect(deeds.first?.isDone == false)
        #expect(deeds.first?.text.contains("not registered") == true)
    }
}

struct `Removing a source` {
    private func removal(
        _ shop: SourceShop, _ id: String, deletes: Bool = false, agreed: Bool = true,
        _ dialogue: Dialogue = .none
    ) throws -> SourceRemoval {
        let workplace = try shop.workplace()
        return SourceRemoval(
            source: try workplace.source(SourceID(trusted: id)), deletesMentions: deletes,
            isAgreed: agreed, workplace: workplace, dialogue: dialogue, reload: shop.reload,
            loader: SettingsLoader(environment: [:]))
    }

    private func shop() throws -> SourceShop {
        try SourceShop(
            mine,
            files: [
                "repute.d/sources/other.yaml":
                    "sources:\n  - id: other\n    url_file: other.url\n",
                "repute.d/sources/other.url": "https://b.example/f?token=abc\n",
                "repute.d/sources/two.yaml":
                    "sources:\n  - {id: c, url: \"https://c.example/\"}\n  - {id: d, url: \"https://d.example/\"}\n",
            ])
    }

    @Test func `takes its file and its secrets, and nothing else`() async throws {
        let shop = try shop()
        let outcome = try await removal(shop, "other").run()
        #expect(outcome.files.map { $0.split(separator: "/").last } == ["other.yaml", "other.url"])
        #expect(shop.sourceFiles == ["two.yaml"])
        #expect(try shop.settings().sources.map(\.id.rawValue).sorted() == ["c", "d", "mine"])
        #expect(outcome.rendered(as: .table, style: .plain).contains("Removed: "))
    }

    @Test(arguments: [("mine", "repute.yaml, line 8"), ("d", "two.yaml, line 3")])
    func `that stands with others says where`(id: String, place: String) async throws {
        let shop = try shop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await removal(shop, id).run()
        }
        #expect(failure?.message.contains(place) == true)
    }

    @Test func `is asked for, and needs --yes where nobody is there`() async throws {
        let shop = try shop()
        let failure = await #expect(throws: CommandFailure.self) {
            try await removal(shop, "other", agreed: false).run()
        }
        #expect(failure?.message.contains("--yes") == true)
        let kept = try await removal(shop, "other", agreed: false, shop.dialogue("")).run()
        #expect(kept.files.isEmpty && shop.sourceFiles.contains("other.yaml"))
        let gone = try await removal(shop, "other", agreed: false, shop.dialogue("y")).run()
        #expect(!gone.files.isEmpty)
    }

    @Test func `is refused where a rule needs it`() async throws {
        let shop = try SourceShop(
            mine + "\nrules: [{id: r, when: {source: other}}]",
            files: [
                "repute.d/sources/other.yaml":
                    "sources:\n  - id: other\n    url: https://b.example/\n"
            ])
        let failure = await #expect(throws: CommandFailure.self) {
            try await removal(shop, "other").run()
        }
        #expect(failure?.code == .configuration)
        #expect(shop.sourceFiles == ["other.yaml"])
    }

    @Test func `removes the mentions too where asked`() async throws {
        let shop = try SourceShop()
        try shop.write("old.csv", "id,rating,text\n1,1,Dirty.\n2,5,Lovely.\n")
        _ = try await shop.withStore { try await $0.totals() }
        _ = try await ImportRun.of(shop, .init(file: "old.csv", source: SourceID(trusted: "old")))
            .page(of: Array("id,rating,text\n1,1,Dirty.\n2,5,Lovely.\n".utf8))
        let outcome = try await removal(shop, "old", deletes: true).run()
        #expect(outcome.mentions == 2 && shop.sourceFiles.isEmpty)
        let total = try await shop.withStore { try await $0.totals().total }
        #expect(total == 0)
    }
}

extension ImportRun {
    /// An import in a shop whose bad rows the owner sees.
    static func of(_ shop: SourceShop, _ request: Request) throws -> ImportRun {
        ImportRun(
            request: request, workplace: try shop.workplace(), folder: shop.folder,
            reload: shop.reload, complain: { shop.see($0 + "\n") })
    }
}

struct `Forgetting what was seen` {
    @Test func `asks, says what it means and counts`() async throws {
        let shop = try SourceShop(mine)
        _ = try await shop.withStore { try await $0.totals() }
        let workplace = try shop.workplace()
        let source = try workplace.source(SourceID(trusted: "mine"))
        let kept = try await SourceForgetSeenCommand.deed(
            source, isAgreed: false, dialogue: shop.dialogue("n"), workplace: workplace)
        #expect(!kept.isDone)
        #expect(shop.screen.contains("never alerts"))
        let done = try await SourceForgetSeenCommand.deed(
            source, isAgreed: true, dialogue: .none, workplace: workplace)
        #expect(done.isDone && done.text.hasPrefix("0 entries"))
    }
}

struct `Showing a source` {
    @Test func `tells its configuration, state and limits`() async throws {
        let shop = try SourceShop(
            "sources:\n  - id: app\n    recipe: app-store\n    with: {app: \"12\"}\n")
        _ = try await shop.withStore { try await $0.totals() }
        let workplace = try shop.workplace()
        let source = try workplace.source(SourceID(trusted: "app"))
        let page = try await workplace.withStore {
            try await SourceStory(workplace: workplace, source: source).page($0)
        }
        #expect(page.recipe == "app-store" && !page.limits.isEmpty && page.weeks.count == 12)
        #expect(page.place?.hasSuffix("repute.yaml:8") == true)
        let text = page.rendered(as: .table, names: workplace.names, for: workplace.reader)
        #expect(text.contains("not polled so far"))
    }

    @Test func `that is not there names the nearest`() throws {
        let workplace = try SourceShop(mine).workplace()
        let failure = #expect(throws: CommandFailure.self) {
            try workplace.source(SourceID(trusted: "mihe"))
        }
        #expect(failure?.message.contains("did you mean `mine`") == true)
    }

    @Test(arguments: [
        ("https://user@A.example:8443/x?y", "a.example:8443"), ("file:///x", ""), ("", ""),
    ])
    func `counts by the authority of its address`(url: String, host: String) {
        #expect(SourceStory.host(of: url) == host)
    }
}

struct `Testing a source` {
    @Test func `shows what it gives and stores nothing`() async throws {
        let server = try LoopbackServer.start { _ in .ok(SourceSample.feed) }
        defer { server.stop() }
        let workplace = try SourceShop().workplace()
        let source = try SourceTestCommand.source(server.url("/f.xml"), workplace)
        let result = await SourceProbe(assembly: workplace.assembly, now: workplace.now)
            .result(of: source)
        let text = SourceTestCommand.text(
            result, names: workplace.names, for: workplace.reader)
        #expect(text.contains("2 entries") && text.contains("The weather"))
        #expect(result.newest?.entries.count == 2)
    }

    @Test(arguments: ["nope", "No Such", "ftp://a.example/"])
    func `refuses what is neither id nor address`(target: String) throws {
        let workplace = try SourceShop(mine).workplace()
        #expect(throws: CommandFailure.self) { try SourceTestCommand.source(target, workplace) }
    }

    @Test func `of a feed recipe tells its limits`() throws {
        let shop = try SourceShop(
            "sources:\n  - id: app\n    recipe: app-store-atom\n    with: {app: \"12\"}\n")
        let settings = try shop.settings()
        let source = try #require(settings.sources.first)
        #expect(source.recipe == nil)
        #expect(!SourceProbe.limits(of: source, settings).isEmpty)
    }
}
