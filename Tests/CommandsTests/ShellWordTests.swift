import Foundation
import Testing

@testable import Commands

@Suite struct `A word for a shell` {
    static let words = [
        "", "plain/path-1.yaml", "place=Hotel Äther", "it's", "'", "a'\u{301}b", "$(touch x)",
        "`id`", "a;b|c&d>e", "~root", "*", "!history", "back\\slash", "\"quoted\"", "-rf",
        "#comment", "line\nbreak", "\u{1B}[2Jclear", "7\u{7F}\u{9B}8", "\u{202E}turned",
        "\\101'\u{7}9",
    ]

    @Test(arguments: words)
    func `is read back by a shell as it was`(word: String) async throws {
        // Not by sh: one that is older than POSIX.1-2024 does not know $'…'.
        let read = try await Self.printed(by: "printf '%s|' \(ShellWord(word))")
        #expect(read == word + "|")
    }

    @Test func `stands as it is where a shell makes nothing of it`() {
        #expect(ShellWord("/etc/repute/shop_1.token").description == "/etc/repute/shop_1.token")
        #expect(ShellWord("a b").description == "'a b'")
    }

    @Test func `brings nothing to the terminal that steers it`() {
        #expect(ShellWord("\u{1B}]0;x\u{7}").description == #"$'\033\1350\073x\007'"#)
    }

    private static func printed(by command: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        return try await withCheckedThrowingContinuation { continuation in
            Thread {
                do {
                    try process.run()
                    let output = pipe.fileHandleForReading.readDataToEndOfFile()
                    process.waitUntilExit()
                    continuation.resume(returning: String(decoding: output, as: UTF8.self))
                } catch { continuation.resume(throwing: error) }
            }.start()
        }
    }
}
