import CurlTransport
import Foundation
import Glibc
import Model
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(5)))
final class `A file source` {
    private let folder: String
    private let outside: String

    init() throws {
        let root = FileManager.default.temporaryDirectory.path + "/repute-\(UUID().uuidString)"
        folder = root + "/feeds"
        outside = root + "/secret.xml"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data("<rss/>".utf8).write(to: URL(filePath: folder + "/a feed.xml"))
        try Data("<secret/>".utf8).write(to: URL(filePath: outside))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/link.xml", withDestinationPath: outside)
        try FileManager.default.createDirectory(
            atPath: folder + "-not", withIntermediateDirectories: true)
        try Data("<rss/>".utf8).write(to: URL(filePath: folder + "-not/a.xml"))
    }

    deinit {
        try? FileManager.default.removeItem(
            atPath: (folder as NSString).deletingLastPathComponent)
    }

    private func fetch(
        _ url: String, allow: [String]? = nil, limits: TransferLimits = TransferLimits(),
        etag: String? = nil
    ) async throws -> FetchOutcome {
        let source = sampleSource(url)
        var state = freshState(of: source)
        state.validators.etag = etag
        let settings = FetchSettings(limits: limits, allowFiles: allow ?? [folder])
        return try await loopbackFetcher(settings).fetch(source, state: state)
    }

    @Test(arguments: ["file://", "file://localhost", "file:", "FILE://"])
    func `is read from an allowed folder`(prefix: String) async throws {
        let body = try #require(await fetch(prefix + folder + "/a%20feed.xml").body)
        #expect(String(decoding: body.bytes, as: UTF8.self) == "<rss/>")
        #expect(body.validators.etag?.hasSuffix("-6\"") == true)
    }

    @Test func `that did not change is not read again`() async throws {
        let url = "file://\(folder)/a%20feed.xml"
        let etag = try await fetch(url).body?.validators.etag
        #expect(try await fetch(url, etag: etag).notes?.validators.etag == etag)
        try Data("<rss></rss>".utf8).write(to: URL(filePath: folder + "/a feed.xml"))
        #expect(try await fetch(url, etag: etag).body != nil)
    }

    @Test(arguments: ["/../secret.xml", "/link.xml", "-not/a.xml", "/%2e%2e/secret.xml"])
    func `outside of the allowed folders is refused`(path: String) async throws {
        let failure = try #require(await fetch("file://" + folder + path).failure)
        #expect(failure.reason == .file)
        #expect(failure.detail.contains("none of the folders"))
    }

    @Test func `is refused where no folder is allowed`() async throws {
        let outcome = try await fetch("file://\(folder)/a%20feed.xml", allow: [])
        #expect(outcome.failure?.reason == .file)
    }

    @Test(arguments: ["/missing.xml", "", "/"])
    func `that is no file says so`(path: String) async throws {
        let outcome = try await fetch("file://" + folder + path)
        #expect(outcome.failure?.reason == .file)
    }

    @Test(arguments: [
        "file://other.example/etc/passwd", "file:feed.xml", "file:", "file:///%zz",
        "file:///a%00b", "file:///%ff",
    ])
    func `needs an absolute path on this machine`(url: String) async throws {
        #expect(try await fetch(url).failure?.reason == .badURL)
    }

    @Test func `keeps to the size cap`() async throws {
        let url = "file://\(folder)/a%20feed.xml"
        #expect(
            try await fetch(url, limits: TransferLimits(maxBodySize: 5)).failure?.reason
                == .tooLarge)
        #expect(try await fetch(url, limits: TransferLimits(maxBodySize: 6)).body != nil)
    }

    @Test func `that is a pipe or empty says so`() async throws {
        mkfifo(folder + "/pipe", 0o600)
        #expect(try await fetch("file://\(folder)/pipe").failure?.reason == .file)
        try Data().write(to: URL(filePath: folder + "/empty"))
        #expect(try await fetch("file://\(folder)/empty").failure?.reason == .empty)
    }
}
