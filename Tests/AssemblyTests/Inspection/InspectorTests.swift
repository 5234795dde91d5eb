import Foundation
import Model
import Monitor
import Settings
import Storage
import Synchronization
import Testing

@testable import Assembly

/// An inspector of a daemon that has not begun to walk.
private final class Inspected: Sendable {
    let workshop: Workshop
    let settings: Settings
    let store: any Store
    let monitor: Monitor
    let inspector: Inspector
    let time: Held

    init(_ configuration: String = "metrics: {listen: '127.0.0.1:9464'}\n") async throws {
        workshop = try Workshop(
            configuration + "brands: [{id: kettle, name: Copper Kettle}]\n"
                + "sources: [{id: map, url: 'https://map.example/feed?key=geheim'}]\n")
        settings = try workshop.settings()
        let assembly = try Assembly(settings: settings)
        store = try await assembly.openStore(create: true)
        try await assembly.registerSources(in: store, now: Date(), allNow: true)
        monitor = Monitor(
            store: store, configuration: assembly.monitorConfiguration(), owner: "test",
            logger: LogCapture().logger)
        let held = Held()
        time = held
        inspector = Inspector(
            store: store, monitor: monitor, settings: settings,
            start: Date(timeIntervalSince1970: 1000), patience: .seconds(240),
            clock: { held.now })
    }

    /// A clock that stands still.
    final class Held: Sendable {
        private let instant = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { instant.withLock { $0 } }
        func advance(by span: Duration) { instant.withLock { $0 += span } }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `An inspector` {
    @Test func `gives metrics of the process, the store and the sources`() async throws {
        let inspected = try await Inspected()
        let answer = await inspected.inspector.answer("/metrics")
        #expect(answer.status == .ok)
        #expect(answer.contentType == "text/plain; version=0.0.4; charset=utf-8")
        let lines = Set(answer.body.split(separator: "\n").map(String.init))
        for line in [
            "process_start_time_seconds 1000", "repute_store_up 1",
            "repute_build_info{version=\"\(Version.current)\"} 1",
            "repute_sources{state=\"waiting\"} 1", "repute_source_up{source=\"map\"} 0",
            "repute_metrics_by_source 1",
            "repute_retention_age_seconds{kind=\"deliveries\"} 2592000",
        ] { #expect(lines.contains(line), "\(line)") }
        let names = lines.filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != " " && $0 != "{" } }
        for name in [
            "process_resident_memory_bytes", "process_open_fds", "process_max_fds",
            "process_cpu_seconds_total", "repute_store_size_bytes", "repute_store_free_bytes",
        ] { #expect(names.contains { $0 == name }, "\(name)") }
        #expect(!answer.body.contains("geheim") && !answer.body.contains("map.example"))
    }

    @Test func `asks the store at most once a second`() async throws {
        let inspected = try await Inspected()
        _ = await inspected.inspector.answer("/metrics")
        try await inspected.store.close()
        #expect(await inspected.inspector.answer("/metrics").body.contains("repute_store_up 1"))
        inspected.time.advance(by: .seconds(2))
        #expect(await inspected.inspector.answer("/metrics").body.contains("repute_store_up 0"))
    }

    @Test func `is ready after the first round, and says what is missing`() async throws {
        let inspected = try await Inspected()
        let early = await inspected.inspector.answer("/readyz")
        #expect(early.status == .unavailable)
        #expect(
            early.body
                == "the first round is not done: poll\nthe first round is not done: decide\n")
        #expect(await inspected.inspector.answer("/healthz").status == .ok)
    }

    @Test func `says that the store can't be written`() async throws {
        let inspected = try await Inspected()
        try await inspected.store.close()
        let answer = await inspected.inspector.answer("/readyz")
        #expect(answer.status == .unavailable)
        #expect(answer.body.contains("the store can't be written: "))
    }

    @Test func `tells a reload that went wrong, and the settings of one that did not`() async throws
    {
        let inspected = try await Inspected()
        await inspected.inspector.reloaded(nil)
        #expect(
            await inspected.inspector.answer("/metrics").body.contains(
                "repute_config_last_reload_successful 0\n"))
        try inspected.workshop.write(
            "metrics: {listen: '127.0.0.1:9464', source_limit: 0}\n"
                + "sources: [{id: map, url: 'https://map.example/feed'}]\n"
                + "brands: [{id: kettle, name: Copper Kettle}]\n")
        await inspected.inspector.reloaded(try inspected.workshop.settings())
        inspected.time.advance(by: .seconds(2))
        let body = await inspected.inspector.answer("/metrics").body
        #expect(body.contains("repute_config_last_reload_successful 1\n"))
        #expect(body.contains("repute_metrics_by_source 0\n"))
    }

    @Test func `knows no other place`() async throws {
        let inspected = try await Inspected()
        for path in ["/", "/metrics/", "/../etc/passwd", "/Metrics"] {
            #expect(await inspected.inspector.answer(path).status == .notFound)
        }
    }
}
