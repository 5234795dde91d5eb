import Foundation
import Model
import Monitor
import Settings
import Storage
import Testing
import UnixSignals

@testable import Assembly

/// A running daemon's parts, as far as a reload touches them.
private struct ReloadWorld {
    let workshop: Workshop
    let assembly: Assembly
    let store: any Store
    let service: ReloadService
    let log = LogCapture()

    init() async throws {
        workshop = try Workshop(Self.sources("first"))
        assembly = try Assembly(settings: try workshop.settings())
        store = try await assembly.openStore(create: true)
        try await assembly.registerSources(in: store, now: Date(), allNow: true)
        service = ReloadService(
            configurationPath: workshop.configurationPath, loader: workshop.loader,
            assembly: assembly, store: store,
            monitor: Monitor(
                store: store, configuration: assembly.monitorConfiguration(), owner: "test",
                logger: log.logger),
            notifier: SystemdNotifier(environment: [:]), logger: log.logger,
            signals: await UnixSignalsSequence(trapping: .sighup))
    }

    static func sources(_ ids: String...) -> String {
        "brands: [{id: kettle, name: Copper Kettle}]\nsources:\n"
            + ids.map { "  - {id: \($0), url: \"https://\($0).example/feed\"}\n" }.joined()
    }

    func sources() async throws -> [String] {
        try await store.sourceStates().map(\.source.rawValue)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A reload` {
    @Test func `puts a good file in force`() async throws {
        let world = try await ReloadWorld()
        try world.workshop.write(ReloadWorld.sources("first", "second"))
        let next = await world.service.reloaded(world.assembly)
        #expect(next !== world.assembly)
        #expect(next.settings.sources.map(\.id.rawValue) == ["first", "second"])
        #expect(try await world.sources() == ["first", "second"])
        #expect(world.log.text.contains("notice: the configuration was reloaded"))
    }

    @Test func `of a bad file changes nothing and says every problem`() async throws {
        let world = try await ReloadWorld()
        try world.workshop.write(
            ReloadWorld.sources("first", "second") + "rulez: []\npolling: {interval: never}\n")
        let next = await world.service.reloaded(world.assembly)
        #expect(next === world.assembly)
        #expect(try await world.sources() == ["first"])
        #expect(world.log.text.contains("rulez"))
        #expect(world.log.text.contains("interval"))
        #expect(world.log.text.contains("the old settings stay in force"))
    }

    @Test func `refuses another store, which takes a restart`() async throws {
        let world = try await ReloadWorld()
        try world.workshop.write(
            "storage: {path: elsewhere.db}\n" + ReloadWorld.sources("first", "second"))
        #expect(await world.service.reloaded(world.assembly) === world.assembly)
        #expect(try await world.sources() == ["first"])
        #expect(world.log.text.contains("storage.path changed; that takes a restart"))
    }

    @Test func `of a bad file can be mended`() async throws {
        let world = try await ReloadWorld()
        try world.workshop.write("sources: 3")
        let same = await world.service.reloaded(world.assembly)
        try world.workshop.write(ReloadWorld.sources("second"))
        #expect(await world.service.reloaded(same) !== world.assembly)
        #expect(try await world.sources() == ["second"])
    }
}
