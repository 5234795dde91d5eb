import Foundation
import Testing

/// The inputs that are kept: seeds in `Corpus`, and in `Crashes` what once broke a promise.
private enum Kept {
    static func inputs(_ folder: String, of target: String) throws -> [URL] {
        let url = root.appending(path: folder).appending(path: target)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles
        ).sorted { $0.path < $1.path }
    }

    static func folders(_ folder: String) throws -> Set<String> {
        Set(
            try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil,
                options: .skipsHiddenFiles
            ).map(\.lastPathComponent))
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
}

struct `A fuzz target` {
    private static let names = FuzzTarget.all.map(\.name)

    @Test(arguments: names)
    func `keeps its promises for every input that is kept`(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        for file in try Kept.inputs("Corpus", of: name) + Kept.inputs("Crashes", of: name) {
            let bytes = try Array(Data(contentsOf: file))
            #expect(throws: Never.self, "\(file.lastPathComponent)") { try target.check(bytes) }
        }
    }

    @Test(arguments: names)
    func `has seeds`(name: String) throws {
        #expect(try Kept.inputs("Corpus", of: name).count >= 4)
    }

    @Test func `stands behind every folder of inputs`() throws {
        #expect(try Kept.folders("Corpus") == Set(Self.names))
        #expect(try Kept.folders("Crashes").isSubset(of: Self.names))
    }

    @Test func `fails where a promise is broken`() throws {
        let alarm = try #require(FuzzTarget.named(FuzzTarget.alarm.name))
        #expect(throws: BrokenPromise.self) { try alarm.check(Array("it is on fire".utf8)) }
        #expect(throws: Never.self) { try alarm.check(Array("all is well".utf8)) }
        #expect(!Self.names.contains(alarm.name))
    }
}

struct `A promise` {
    @Test(arguments: ["", " a", "a\n", "a\u{1B}[1m", "a\u{85}b"])
    func `of plain text is broken by`(text: String) {
        #expect(throws: BrokenPromise.self) { try TextPromises.checkPlain(text, "a text") }
    }

    @Test(arguments: ["ftp://a.example", "//a.example", "https://a.example/b c", "https://a\">"])
    func `of an address is broken by`(url: String) {
        #expect(throws: BrokenPromise.self) { try TextPromises.checkAddress(url, "an address") }
    }

    @Test(arguments: [-1..<1, 0..<4, 1..<2, 0..<2])
    func `of a span is broken by`(span: Range<Int>) {
        #expect(throws: BrokenPromise.self) {
            try TextPromises.checkSpan(span, in: "aé", "a span")
        }
    }

    @Test func `of parts divides an input at its lines of percent signs`() {
        let input = FuzzInput(Array("a\n%%\n\n%%\n%%\nb".utf8))
        #expect(input.texts == ["a", "", "%%\nb"])
        #expect(input.text(3) == "")
    }
}

struct `A stretched input` {
    @Test func `repeats the piece that its last bytes tell`() {
        let input = Array("<p>x".utf8) + [0, 1, 1]
        let bytes = StretchedInput(input, to: 9).bytes
        #expect(String(decoding: bytes, as: UTF8.self) == "<p>p>p>p>p>x")
    }

    @Test func `stays as it is where it is long, or too short to tell a piece`() {
        #expect(StretchedInput([1, 2, 3], to: 9).bytes == [1, 2, 3])
        #expect(StretchedInput(Array(repeating: 7, count: 9), to: 9).bytes.count == 9)
    }
}
