/// An input of several parts, which lines of `%%` divide.
struct FuzzInput {
    private let parts: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index + 3 < bytes.count {
            if bytes[index] == 0x0A, bytes[index + 1] == 0x25, bytes[index + 2] == 0x25,
                bytes[index + 3] == 0x0A
            {
                parts.append(bytes[start..<index])
                start = index + 4
                index = start
            } else {
                index += 1
            }
        }
        self.parts = parts + [bytes[start...]]
    }

    /// The bytes of a part; none where there is no such part.
    func bytes(_ number: Int) -> [UInt8] {
        parts.indices.contains(number) ? Array(parts[number]) : []
    }

    /// A part as text, mended where it is not UTF-8; empty where there is no such part.
    func text(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

    /// All parts as texts.
    var texts: [String] { parts.map { String(decoding: $0, as: UTF8.self) } }
}
