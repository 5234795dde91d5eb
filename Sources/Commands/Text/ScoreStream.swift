import Dispatch
import Reporting
import Synchronization

/// Lines in, one JSON object a line out.
///
/// Bytes come in pieces of any size; every complete line is answered at once, the rest waits for its
/// line feed or the end. A long piece is cut at line ends and worked on by all processors; answers
/// keep the order of the lines. Memory is bounded by the piece and the longest line.
struct ScoreStream: Sendable {
    /// Writes the answer to one line; called from several threads at once.
    let answer: @Sendable (_ line: String, _ json: inout JSONText) -> Void
    /// What came after the last line feed.
    private var rest: [UInt8] = []

    /// A stream of answers; see the property for `answer`.
    init(answer: @escaping @Sendable (_ line: String, _ json: inout JSONText) -> Void) {
        self.answer = answer
    }

    /// The answers to the lines that `bytes` complete.
    mutating func answers(to bytes: [UInt8]) -> [UInt8] {
        guard let last = bytes.lastIndex(of: 0x0A) else {
            rest.append(contentsOf: bytes)
            return []
        }
        let lines = rest.isEmpty ? bytes[...last] : (rest + bytes[...last])[...]
        rest = Array(bytes[(last + 1)...])
        return answered(lines)
    }

    /// The answer to a last line without line feed; nothing if there is none.
    mutating func end() -> [UInt8] {
        guard !rest.isEmpty else { return [] }
        let line = rest[...]
        rest = []
        return answered(line)
    }

    private func answered(_ lines: ArraySlice<UInt8>) -> [UInt8] {
        let pieces = Self.pieces(of: lines)
        guard pieces.count > 1 else { return answers(toLines: lines) }
        let found = Mutex<[Int: [UInt8]]>([:])
        DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
            let answer = self.answers(toLines: pieces[index])
            found.withLock { $0[index] = answer }
        }
        return found.withLock { found in pieces.indices.flatMap { found[$0] ?? [] } }
    }

    /// Line by line; a CR before the LF is no part of the line.
    private func answers(toLines lines: ArraySlice<UInt8>) -> [UInt8] {
        var json = JSONText()
        var start = lines.startIndex
        while start < lines.endIndex {
            let end = lines[start...].firstIndex(of: 0x0A) ?? lines.endIndex
            let hasCarriageReturn = end > start && lines[end - 1] == 0x0D
            let line = lines[start..<(hasCarriageReturn ? end - 1 : end)]
            answer(String(decoding: line, as: UTF8.self), &json)
            start = end + 1
        }
        return json.bytes
    }

    /// Cuts at line ends into pieces of about 16 KiB.
    private static func pieces(of lines: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = lines.startIndex
        while lines.endIndex - start > 1 << 15 {
            let aim = start + 1 << 14
            guard let end = lines[aim...].firstIndex(of: 0x0A) else { break }
            pieces.append(lines[start...end])
            start = end + 1
        }
        if start < lines.endIndex { pieces.append(lines[start...]) }
        return pieces
    }
}
