import Foundation
import Testing

/// Expected output in files, under `Tests/Fixtures/Notifying`.
enum Golden {
    /// Expects `text` to be what the file `name` holds; with `UPDATE_GOLDEN=1` in the environment the
    /// file is written instead.
    static func expect(
        _ text: String, is name: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/Notifying/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        guard let expected else {
            Issue.record("\(name) is missing; UPDATE_GOLDEN=1 writes it", sourceLocation: location)
            return
        }
        let actualLines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, (actual, line)) in zip(actualLines, expectedLines).enumerated() {
            guard actual != line else { continue }
            Issue.record(
                "\(name):\(number + 1) is “\(line)”, got “\(actual)”", sourceLocation: location)
            return
        }
        #expect(actualLines.count == expectedLines.count, sourceLocation: location)
    }
}
