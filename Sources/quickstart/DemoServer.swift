import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// The demo's web: four feeds with validators, and a webhook receiver that prints.
final class DemoServer: Sendable {
    /// The port that `config/quickstart.yaml` names.
    static let port: UInt16 = 8437

    private let stage: Stage
    private let server: HTTPServer
    private let show: @Sendable (String) -> Void
    /// Guards what is published and who has asked.
    private let state = Mutex(State())

    private struct State {
        var isComplaintOut = false
        var asked: Set<String> = []
    }

    init(stage: Stage, show: @escaping @Sendable (String) -> Void) throws {
        self.stage = stage
        self.show = show
        server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: Self.port), logger: .disabled)
    }

    /// Serves until the task is cancelled.
    func run() async throws {
        await server.appendRoute("GET /*") { [self] request in feed(request) }
        await server.appendRoute("POST /webhook") { [self] request in try await hook(request) }
        do {
            try await server.run()
        } catch  where !Task.isCancelled {
            throw QuickstartError(
                "port \(Self.port) on 127.0.0.1 can't be used (\(error)); is another quick start "
                    + "running?")
        }
    }

    /// Returns when feeds can be asked for.
    func waitUntilListening() async throws { try await server.waitUntilListening() }

    /// Lets the complaint appear in the feed of the shop.
    func publishComplaint() { state.withLock { $0.isComplaintOut = true } }

    /// Whether each of the four feeds was asked for at least once.
    var wasReadWhole: Bool { state.withLock { $0.asked.count >= 4 } }

    private func feed(_ request: HTTPRequest) -> HTTPResponse {
        let name = String(request.path.split(separator: "/").last ?? "")
        let isOut = state.withLock { $0.isComplaintOut }
        let folders = isOut ? ["after", "before"] : ["before"]
        let files = folders.map { stage.feeds.appending(path: $0).appending(path: name) }
        guard !name.contains(".."),
            let body = files.lazy.compactMap({ try? Data(contentsOf: $0) }).first
        else { return HTTPResponse(statusCode: .notFound) }
        state.withLock { _ = $0.asked.insert(name) }
        // A validator that changes with the bytes, as RFC 9110 asks.
        let tag = "\"\(body.count)-\(isOut ? 2 : 1)\""
        if request.headers[HTTPHeader("If-None-Match")] == tag {
            return HTTPResponse(
                statusCode: .notModified, headers: HTTPHeaders([HTTPHeader("ETag"): tag]))
        }
        let type = name.hasSuffix(".json") ? "application/json" : "application/xml"
        return HTTPResponse(
            statusCode: .ok,
            headers: HTTPHeaders([
                .contentType: type + "; charset=utf-8", HTTPHeader("ETag"): tag,
            ]), body: body)
    }

    private func hook(_ request: HTTPRequest) async throws -> HTTPResponse {
        let body = try await request.bodyData
        let id = request.headers[HTTPHeader("webhook-id")] ?? "?"
        show("webhook received  id \(id), \(body.count) bytes of JSON")
        return HTTPResponse(statusCode: .noContent)
    }
}
