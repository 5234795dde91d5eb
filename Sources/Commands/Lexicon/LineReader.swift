/// The lines of a file, piece by piece, so that a large one needs little memory.
struct LineReader {
    /// A longer line is an error: memory is bounded by it.
    static let longestLine = 16 << 20
    private static let pieceSize = 1 << 20

    private let file: String
    private let input: FileDescriptor
    private var rest: [UInt8] = []
    private var isAtEnd = false
    /// How many lines were given so far.
    private(set) var lineCount = 0

    /// Reads `input`, which the caller opens and closes; `file` is the name that errors give.
    init(_ input: FileDescriptor, file: String) {
        self.input = input
        self.file = file
    }

    /// The bytes of the next whole lines, each ending in a line feed except perhaps the last of the
    /// file; nil at the end.
    mutating func nextPiece() throws(CommandFailure) -> [UInt8]? {
        while !isAtEnd {
            let known = rest.count
            do throws(CommandFailure) {
                isAtEnd = try input.read(into: &rest, atMost: Self.pieceSize) == 0
            } catch {
                throw CommandFailure(error.code, "\(file): \(error.message)")
            }
            if let end = rest[known...].lastIndex(of: 0x0A) {
                let piece = Array(rest[...end])
                rest.removeSubrange(...end)
                lineCount += piece.count { $0 == 0x0A }
                return piece
            }
            guard rest.count <= Self.longestLine else {
                throw CommandFailure(
                    .badData,
                    "\(file):\(lineCount + 1): the line is longer than "
                        + "\(Self.longestLine >> 20) MiB; is it a table of texts?")
            }
        }
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return rest
    }
}
