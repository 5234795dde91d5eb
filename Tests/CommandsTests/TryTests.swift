import Assembly
import Foundation
import Model
import Reporting
import Testing

@testable import Commands

struct `A try` {
    private let run = TryRun(
        pipeline: Assembly.standalone().pipeline, fetcher: nil, sources: [],
        now: Date(timeIntervalSince1970: 1_795_348_800))
    private let reader = Reader(
        style: .plain, width: 100,
        time: TimeText(zone: .gmt, now: Date(timeIntervalSince1970: 1_795_348_800)))

    private let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Inn</title>
        <item><guid isPermaLink="false">r1</guid><title>Never again</title>
        <link>https://inn.example/r1</link><pubDate>Sun, 22 Nov 2026 09:30:00 +0100</pubDate>
        <description>The staff was rude and the room was dirty.</description></item>
        </channel></rss>
        """

    private func output(_ format: OutputFormat, isSingle: Bool = true) -> TryOutput {
        TryOutput(format: format, isSingle: isSingle, names: Names(), reader: reader)
    }

    private func preview(_ text: String) throws -> Preview {
        try run.preview(Array(text.utf8), of: run.adHocSource(""), named: "inn.xml")
    }

    @Test func `prints the promised object and no other key`() throws {
        var output = output(.json)
        let bytes = output.bytes(for: .success(try preview(feed)))
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(Set(object.keys) == ["format", "title", "entries"])
        #expect(object["format"] as? String == "rss2")
        #expect(object["title"] as? String == "Harbour Inn")
        let entry = try #require((object["entries"] as? [[String: Any]])?.first)
        #expect(
            Set(entry.keys) == [
                "id", "title", "url", "author", "published", "updated", "text", "rating",
                "language", "score", "label", "matched",
            ])
        #expect(entry["id"] as? String == "r1")
        #expect(entry["published"] as? String == "2026-11-22T08:30:00Z")
        #expect(entry["author"] is NSNull)
        #expect(entry["rating"] is NSNull)
        #expect(entry["label"] as? String == "negative")
        #expect((entry["matched"] as? [Any])?.isEmpty == true)
    }

    @Test func `of several inputs names each at the end of its line`() throws {
        var output = output(.json, isSingle: false)
        let line = String(
            decoding: output.bytes(for: .success(try preview(feed))), as: UTF8.self)
        #expect(line.hasSuffix(",\"input\":\"inn.xml\"}\n"))
        #expect(line.hasPrefix(#"{"format":"rss2","title":"Harbour Inn","entries":[{"id":"r1","#))
    }

    @Test(arguments: ["", "<html><body>404</body></html>", "plain words", "{\"a\":"])
    func `fails on what is no feed, and says where`(text: String) throws {
        let failure = #expect(throws: CommandFailure.self) { try preview(text) }
        #expect(failure?.code == .badData)
        #expect(failure?.message.hasPrefix("inn.xml") == true)
    }

    @Test func `goes on after a failing input and keeps the first failure`() throws {
        var output = output(.csv, isSingle: false)
        #expect(output.bytes(for: .failure(CommandFailure(.noInput, "gone"))).isEmpty)
        #expect(output.bytes(for: .failure(CommandFailure(.badData, "bad"))).isEmpty)
        #expect(output.bytes(for: .success(try preview(feed))).isEmpty)
        #expect(output.firstFailure == .noInput)
        let lines = String(decoding: output.end(), as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("input,date,id,title"))
        #expect(lines[1].hasPrefix("inn.xml,2026-11-22T08:30:00Z,r1,Never again"))
    }

    @Test func `shows people a table`() throws {
        var output = output(.table)
        let text = String(
            decoding: output.bytes(for: .success(try preview(feed))), as: UTF8.self)
        #expect(text.hasPrefix("Harbour Inn  rss2, 1 entry\n"))
        #expect(text.contains("2026-11-22 08:30  Never again"))
        #expect(text.contains("negative"))
    }

    @Test func `reads a file and fails where there is none`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "inn.xml").path
        try Data(feed.utf8).write(to: URL(filePath: file))
        let found = try await run.result(of: .file(path: file)).get()
        #expect(found.entries.count == 1)
        for path in [file + ".none", folder.path] {
            let result = await run.result(of: .file(path: path))
            let failure = #expect(throws: CommandFailure.self) { try result.get() }
            #expect(failure?.message.hasPrefix(path) == true)
        }
    }
}

struct `An input of try` {
    private let source = Source(
        id: SourceID(trusted: "map"), url: Secret("https://a.example/"), kind: .review)

    @Test(arguments: [
        ("-", TryInput.standardInput), ("https://a.example/f", .url("https://a.example/f")),
        ("HTTP://A.example/", .url("HTTP://A.example/")), ("feed.xml", .file(path: "feed.xml")),
        ("map", .source(SourceID(trusted: "map"))), ("maps", .file(path: "maps")),
    ])
    func `is what it most plainly is`(argument: String, input: TryInput) {
        #expect(TryInput(argument: argument, sources: [source]) { _ in false } == input)
    }

    @Test func `is a file before it is a source`() {
        let input = TryInput(argument: "map", sources: [source]) { _ in true }
        #expect(input == .file(path: "map"))
    }
}
