import CXML

/// Reads a JSON document (RFC 8259) in one pass over its UTF-8 bytes.
///
/// It is strict about structure and mild about text: bytes that are no UTF-8 and lone surrogates
/// become U+FFFD, and control characters that should have been escaped are taken as they are
/// (RFC 8259, section 9, allows both); `mended` says that this happened. Values nested deeper than
/// `depthLimit` are an error, so the recursion is bounded.
struct JSONReader {
    /// How deep arrays and objects may be nested.
    static let depthLimit = 256

    private let bytes: [UInt8]
    /// Whether a text had to be mended.
    private(set) var mended = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value of the document as a tree.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        try root().value
    }

    /// The one value of the document at its place there.
    mutating func root() throws(JSONSyntaxError) -> JSONNode {
        let (nodes, aside, mended) = try bytes.withUnsafeBufferPointer {
            (buffer) throws(JSONSyntaxError) -> (
                ContiguousArray<JSONDocument.Node>, [UInt8], Bool
            ) in
            var scanner = JSONScanner(buffer)
            try scanner.scan()
            return (scanner.nodes, scanner.aside, scanner.mended)
        }
        self.mended = mended
        return JSONDocument(bytes: bytes, aside: aside, nodes: nodes).root
    }
}

/// Walks over the bytes of a JSON document, which outlive it.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether all bytes are UTF-8, so that no text has to be looked at for that.
    let isUTF8: Bool
    var position = 0
    var mended = false
    /// The values and keys so far, each in front of what is in it.
    var nodes: ContiguousArray<JSONDocument.Node> = []
    /// The texts that are not to be had from the document as they are.
    var aside: [UInt8] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        isUTF8 = bytes.baseAddress.map { cxml_is_utf8($0, bytes.count) } ?? true
        nodes.reserveCapacity(bytes.count / 24 + 8)
    }

    /// Reads the one value of the document.
    mutating func scan() throws(JSONSyntaxError) {
        guard bytes.count < Int(UInt32.max / 4) else { throw error("it is longer than 1 GB") }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        try refusePrefix()
        try value(depth: 0)
        skipSpace()
        guard position == bytes.count else {
            throw error("something follows after the end of the JSON")
        }
    }

    func error(_ message: String) -> JSONSyntaxError {
        JSONSyntaxError(message, at: position, in: bytes)
    }

    /// The byte at the current position; nil at the end.
    var current: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Names the two ways in which servers wrap JSON against other sites' scripts.
    private func refusePrefix() throws(JSONSyntaxError) {
        guard let byte = current else { throw error("there is nothing in it") }
        if byte == UInt8(ascii: ")") {
            throw error("it starts with a guard against scripts such as )]}' before the JSON")
        }
        let name = bytes[position...].prefix(64).prefix { isNameByte($0) }
        let next = position + name.count
        if !name.isEmpty, next < bytes.count, bytes[next] == UInt8(ascii: "(") {
            throw error(
                "it is JSONP, a script call around the JSON; "
                    + "leave the callback parameter out of the address")
        }
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x2E: true
        default: false
        }
    }

    /// Takes down a node that has nothing in it.
    mutating func append(
        _ kind: JSONDocument.Kind, start: Int = 0, count: Int = 0, isAside: Bool = false
    ) {
        nodes.append(
            JSONDocument.Node(
                kind: kind, isAside: isAside, start: UInt32(start), count: UInt32(count),
                next: UInt32(nodes.count + 1)))
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        guard let byte = current else { throw error("the document ends where a value should be") }
        switch byte {
        case UInt8(ascii: "{"): try object(depth: depth + 1)
        case UInt8(ascii: "["): try array(depth: depth + 1)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "-"), 0x30...0x39: try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw error("a value should be here, not \(Self.shown(byte))")
        }
    }

    private mutating func word(
        _ word: StaticString, _ kind: JSONDocument.Kind
    ) throws(JSONSyntaxError) {
        if stands(word) {
            position += word.utf8CodeUnitCount
            append(kind)
            return
        }
        let expected = word.withUTF8Buffer { Array($0) }
        let found = bytes[position...].prefix(expected.count)
        throw error(
            expected.starts(with: found) && position + found.count == bytes.count
                ? "the document ends in the middle of \(word)"
                : "a value should be here: only true, false and null may stand without quotes")
    }

    private func stands(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) {
        let place = nodes.count
        append(.array)
        try enter(depth: depth)
        if current == UInt8(ascii: "]") {
            position += 1
            return
        }
        var count = 0
        repeat {
            try value(depth: depth)
            count += 1
        } while try !endsContainer("an array", closing: UInt8(ascii: "]"))
        close(place, count: count)
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) {
        let place = nodes.count
        append(.object)
        try enter(depth: depth)
        if current == UInt8(ascii: "}") {
            position += 1
            return
        }
        var count = 0
        repeat {
            try key()
            try value(depth: depth)
            count += 1
        } while try !endsContainer("an object", closing: UInt8(ascii: "}"))
        close(place, count: count)
    }

    /// Takes down what the container at `place` holds.
    private mutating func close(_ place: Int, count: Int) {
        nodes[place].count = UInt32(count)
        nodes[place].next = UInt32(nodes.count)
    }

    private mutating func enter(depth: Int) throws(JSONSyntaxError) {
        guard depth <= JSONReader.depthLimit else {
            throw JSONSyntaxError(
                "values are nested more than \(JSONReader.depthLimit) deep", at: position,
                in: bytes,
                isTooDeep: true)
        }
        position += 1
        skipSpace()
        guard position < bytes.count else {
            throw error("the document ends in the middle of \(openContainer(at: position))")
        }
    }

    /// What the last bracket opened; only for the message of a document that ends behind it.
    private func openContainer(at end: Int) -> String {
        let bracket = bytes[..<end].last { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
        return bracket == UInt8(ascii: "{") ? "an object" : "an array"
    }

    private mutating func key() throws(JSONSyntaxError) {
        guard let byte = current else {
            throw error("the document ends in the middle of an object")
        }
        guard byte == UInt8(ascii: "\"") else {
            throw error("a key in double quotes should be here, not \(Self.shown(byte))")
        }
        try string()
        skipSpace()
        guard let colon = current else {
            throw error("the document ends in the middle of an object")
        }
        guard colon == UInt8(ascii: ":") else {
            throw error("a colon should follow the key, not \(Self.shown(colon))")
        }
        position += 1
        skipSpace()
    }

    /// Steps over what stands behind an item: true at the closing bracket, false at a comma.
    private mutating func endsContainer(
        _ container: StaticString, closing: UInt8
    ) throws(JSONSyntaxError) -> Bool {
        skipSpace()
        guard let byte = current else {
            throw error("the document ends in the middle of \(container)")
        }
        guard byte == UInt8(ascii: ",") || byte == closing else {
            throw error(
                "a comma or \(Self.shown(closing)) should follow, not \(Self.shown(byte))")
        }
        position += 1
        skipSpace()
        return byte == closing
    }

    /// A byte as a message shows it.
    static func shown(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte)
            ? "“\(Character(UnicodeScalar(byte)))”" : "the byte 0x\(String(byte, radix: 16))"
    }
}
