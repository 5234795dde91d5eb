import Foundation
import Logging
import ServiceLifecycle
import Settings

/// Serves what an inspector knows, at the place that the settings in force name, if they name one.
///
/// A place that can't be had is told in the log and tried again; nothing else of the daemon waits for it.
struct InspectionService: Service {
    /// The pause before a place is tried again that can't be had.
    private static let pause = Duration.seconds(30)

    let inspector: Inspector
    let logger: Logger
    private let places: AsyncStream<MetricsSettings.Listen?>
    private let place: AsyncStream<MetricsSettings.Listen?>.Continuation

    /// A service that begins with the place that `settings` name.
    init(inspector: Inspector, settings: Settings, logger: Logger) {
        self.inspector = inspector
        self.logger = logger
        (places, place) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        place.yield(settings.metrics?.listen)
    }

    /// Hears that other settings are in force, or, with nil, that those that were read are no good.
    func reloaded(_ settings: Settings?) async {
        await inspector.reloaded(settings)
        if let settings { place.yield(settings.metrics?.listen) }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var present: MetricsSettings.Listen?
            var server: Task<Void, Never>?
            for await wanted in places where wanted != present {
                server?.cancel()
                await server?.value
                server = wanted.map { place in Task { await serve(at: place) } }
                present = wanted
            }
            server?.cancel()
            await server?.value
        }
    }

    private func serve(at place: MetricsSettings.Listen) async {
        var isTold = false
        while !Task.isCancelled {
            do {
                let listening = try ListeningSocket(at: place)
                logger.info("metrics are served", metadata: ["listen": "\(place)"])
                isTold = false
                var server = InspectionServer(listening: listening, takesAnyHost: false) {
                    [inspector] in await inspector.answer($0)
                }
                if case .unix = place { server.takesAnyHost = true }
                try await server.run()
            } catch {
                if Task.isCancelled { return }
                if !isTold {
                    logger.error(
                        "metrics can't be served; it is tried again",
                        metadata: ["listen": "\(place)", "error": "\(error)"])
                }
                isTold = true
            }
            try? await Task.sleep(for: Self.pause)
        }
    }
}
