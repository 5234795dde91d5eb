import Foundation

/// A second opinion: the mail parser of Python's standard library.
enum Python {
    /// A mail as Python reads it.
    struct ParsedMail: Decodable {
        var defects: [String]
        var headers: [String: String]
        var headerCount: Int
        var types: [String]
        var parts: [String]
    }

    /// Where python3 is, nil where it is not in PATH.
    static let path: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { $0 + "/python3" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }()

    private static let script = """
        import sys, json, email, email.policy
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        defects = [repr(d) for part in mail.walk() for d in part.defects]
        for name, value in mail.items():
            defects += [name + ": " + repr(d) for d in getattr(value, "defects", [])]
        parts = list(mail.iter_parts())
        print(json.dumps({
            "defects": defects,
            "headers": {name: str(value) for name, value in mail.items()},
            "headerCount": len(mail.items()),
            "types": [part.get_content_type() for part in parts],
            "parts": [part.get_content() for part in parts],
        }))
        """

    static func parsedMail(_ bytes: [UInt8]) async throws -> ParsedMail {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("mail-" + UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: path ?? "/nonexistent")
        process.arguments = ["-c", script]
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let json = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(ParsedMail.self, from: json)
    }
}
