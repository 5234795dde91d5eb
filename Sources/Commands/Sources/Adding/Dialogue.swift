import Foundation
import TextProcessing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a person at a terminal is asked; questions go to standard error, so that results stay clean.
struct Dialogue: Sendable {
    /// Whether there is somebody to ask.
    var isInteractive: Bool
    /// Shows a question.
    var show: @Sendable (String) -> Void
    /// Reads a line, without echo if so asked.
    ///
    /// Nil at the end of the input. May block.
    var line: @Sendable (_ isHidden: Bool) throws -> String?

    /// The terminal of this process, or its standard input where that is none.
    static let system = Dialogue(
        isInteractive: FileDescriptor.standardInput.isTerminal
            && FileDescriptor.standardError.isTerminal,
        show: { text in
            // Whoever can't see the question can't answer it either; the answer decides.
            try? FileDescriptor.standardError.write(Array(text.utf8))
        },
        line: { try InputLine.read(isHidden: $0) })

    /// A dialogue in which nobody answers.
    static let none = Dialogue(isInteractive: false, show: { _ in }, line: { _ in nil })

    /// Asks for a yes; `Enter` alone means `otherwise`.
    func confirms(_ question: String, otherwise: Bool) async throws -> Bool {
        guard isInteractive else { return false }
        let hint = otherwise ? "[Y/n]" : "[y/N]"
        for _ in 0..<3 {
            guard let answer = try await ask("\(question) \(hint) ") else { return false }
            switch answer.lowercased() {
            case "": return otherwise
            case "y", "yes": return true
            case "n", "no": return false
            default: show("Please answer y or n.\n")
            }
        }
        return false
    }

    /// Asks for a number of a list that was shown; nil if none is given.
    func picks(_ question: String, of count: Int) async throws -> Int? {
        guard isInteractive, count > 0 else { return nil }
        for _ in 0..<3 {
            guard let answer = try await ask("\(question) [1-\(count)] ") else { return nil }
            if let number = Int(answer), (1...count).contains(number) { return number }
            if answer.isEmpty { return nil }
            show("Please give a number from 1 to \(count).\n")
        }
        return nil
    }

    /// Asks for a text; nil at the end of the input.
    func ask(_ question: String, isHidden: Bool = false) async throws -> String? {
        if isInteractive { show(TerminalText.sanitizedLines(question)) }
        let line = self.line
        return try await onOwnThread { try line(isHidden) }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

/// A line of standard input.
private enum InputLine {
    /// The most that a line may hold.
    private static let limit = 64 << 10

    static func read(isHidden: Bool) throws -> String? {
        var former = termios()
        let hides = isHidden && tcgetattr(0, &former) == 0
        if hides {
            var silent = former
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(0, TCSAFLUSH, &silent)
        }
        defer {
            if hides {
                tcsetattr(0, TCSAFLUSH, &former)
                try? FileDescriptor.standardError.write([0x0A])
            }
        }
        // Byte by byte: what stands behind the line belongs to the next question.
        var bytes: [UInt8] = []
        while try FileDescriptor.standardInput.read(into: &bytes, atMost: 1) > 0 {
            if bytes.last == 0x0A {
                bytes.removeLast()
                return String(decoding: bytes, as: UTF8.self)
            }
            guard bytes.count <= limit else {
                throw CommandFailure(.badData, "the line on standard input is too long")
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
