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

    /// The one value of the document.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        let (value, mended) = try bytes.withUnsafeBufferPointer {
            (buffer) throws(JSONSyntaxError) -> (JSONValue, Bool) in
            var scanner = JSONScanner(buffer)
            return (try scanner.document(), scanner.mended)
        }
        self.mended = mended
        return value
    }
}

/// Walks over the bytes of a JSON document, which outlive it.
struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether all bytes are UTF-8, so that no text has to be looked at for that.
    let isUTF8: Bool
    var position = 0
    var mended = false
    /// The text of a string with escapes.
    var scratch: [UInt8] = []
    /// How many members the last object at each depth had: the next is likely to have as many.
    private var sizes: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        isUTF8 = bytes.baseAddress.map { cxml_is_utf8($0, bytes.count) } ?? true
        sizes = Array(repeating: 0, count: JSONReader.depthLimit + 2)
    }

    /// The one value of the document.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        try refusePrefix()
        let value = try value(depth: 0)
        skipSpace()
        guard position == bytes.count else {
            throw error("something follows after the end of the JSON")
        }
        return value
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

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard let byte = current else { throw error("the document ends where a value should be") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw error("a value should be here, not \(Self.shown(byte))")
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        if stands(word) {
            position += word.utf8CodeUnitCount
            return value
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

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        try enter(depth: depth)
        var items: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            position += 1
            return .array(items)
        }
        while true {
            items.append(try value(depth: depth))
            if try endsContainer("an array", closing: UInt8(ascii: "]")) { return .array(items) }
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        try enter(depth: depth)
        var members: [JSONObject.Member] = []
        if current == UInt8(ascii: "}") {
            position += 1
            return .object(JSONObject(members: members))
        }
        members.reserveCapacity(min(sizes[depth], 64))
        while true {
            let key = try key()
            members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
            if try endsContainer("an object", closing: UInt8(ascii: "}")) {
                sizes[depth] = members.count
                return .object(JSONObject(members: members))
            }
        }
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

    private mutating func key() throws(JSONSyntaxError) -> String {
        guard let byte = current else {
            throw error("the document ends in the middle of an object")
        }
        guard byte == UInt8(ascii: "\"") else {
            throw error("a key in double quotes should be here, not \(Self.shown(byte))")
        }
        let key = try string()
        skipSpace()
        guard let colon = current else {
            throw error("the document ends in the middle of an object")
        }
        guard colon == UInt8(ascii: ":") else {
            throw error("a colon should follow the key, not \(Self.shown(colon))")
        }
        position += 1
        skipSpace()
        return key
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
