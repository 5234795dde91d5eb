import Dispatch
import Reporting
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lines in, one JSON object a line out.
///
/// Bytes come in pieces of any size; every complete line is answered at once, the rest waits for its
/// line feed or the end. A long piece is cut at line ends and worked on by all processors; answers
/// keep the order of the lines. Memory is bounded by the piece and the longest line.
struct ScoreStream: Sendable {
    /// Writes the answer to one line, which may be any bytes.
    typealias Answer = (_ line: UnsafeBufferPointer<UInt8>, _ json: inout JSONText) -> Void

    /// Makes an answer for the use of one thread; called from several threads at once.
    let makeAnswer: @Sendable () -> Answer
    /// What came after the last line feed.
    private var rest: [UInt8] = []
    /// The last answers, for their room.
    private var output: [UInt8] = []
    private let rooms = AnswerRooms()

    /// A stream of answers; see the property for `makeAnswer`.
    init(makeAnswer: @escaping @Sendable () -> Answer) { self.makeAnswer = makeAnswer }

    /// The answers to the lines that `bytes` complete.
    mutating func answers(to bytes: [UInt8]) -> [UInt8] {
        guard let last = bytes.lastIndex(of: 0x0A) else {
            rest.append(contentsOf: bytes)
            return []
        }
        var lines = bytes[...last]
        if !rest.isEmpty {
            rest.append(contentsOf: lines)
            lines = rest[...]
        }
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

    private mutating func answered(_ lines: ArraySlice<UInt8>) -> [UInt8] {
        let pieces = Self.pieces(of: lines)
        output.removeAll(keepingCapacity: true)
        if pieces.count == 1 {
            let json = Self.answers(toLines: pieces[0], by: makeAnswer(), in: rooms.take())
            json.append(to: &output)
            rooms.give(json)
            return output
        }
        let found = Mutex<[Int: JSONText]>([:])
        // not the stream itself, which would share the room of its output
        let (makeAnswer, rooms) = (makeAnswer, rooms)
        DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
            let answer = Self.answers(toLines: pieces[index], by: makeAnswer(), in: rooms.take())
            found.withLock { $0[index] = answer }
        }
        let answers = found.withLock { $0 }
        for index in pieces.indices {
            guard let answer = answers[index] else { continue }
            answer.append(to: &output)
            rooms.give(answer)
        }
        return output
    }

    /// Line by line; a CR before the LF is no part of the line.
    private static func answers(
        toLines lines: ArraySlice<UInt8>, by answer: Answer, in room: consuming JSONText
    ) -> JSONText {
        var json = room
        lines.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let end = Self.lineEnd(in: bytes, from: start)
                let hasCarriageReturn = end > start && bytes[end - 1] == 0x0D
                let line = bytes[start..<(hasCarriageReturn ? end - 1 : end)]
                answer(UnsafeBufferPointer(rebasing: line), &json)
                start = end + 1
            }
        }
        return json
    }

    /// The place of the next line feed at or behind `start`, or the end.
    private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        // memchr looks at many bytes at once
        guard let base = bytes.baseAddress,
            let feed = memchr(base + start, 0x0A, bytes.count - start)
        else { return bytes.count }
        return UnsafeRawPointer(feed) - UnsafeRawPointer(base)
    }

    /// Cuts at line ends into pieces of about 32 KiB.
    private static func pieces(of lines: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = lines.startIndex
        while lines.endIndex - start > 1 << 16 {
            let aim = start + 1 << 15
            guard let end = lines[aim...].firstIndex(of: 0x0A) else { break }
            pieces.append(lines[start...end])
            start = end + 1
        }
        if start < lines.endIndex { pieces.append(lines[start...]) }
        return pieces
    }
}

/// Room that answers were written in, kept for the next ones: new memory costs more than the writing.
private final class AnswerRooms: Sendable {
    private let free = Mutex<[JSONText]>([])

    /// An empty text, with room if there is some.
    func take() -> JSONText { free.withLock { $0.popLast() } ?? JSONText() }

    /// Takes back the room of a text that is used no more.
    func give(_ json: consuming JSONText) {
        json.removeAll()
        free.withLock { [json] in $0.append(json) }
    }
}
