/// Writes JSON (RFC 8259) as bytes, in the order in which it is told.
///
/// The caller opens and closes objects and arrays in pairs and gives a key before each value of an
/// object; commas come by themselves. Control characters, also those of C1 and of bidirectional
/// text, are escaped, so that the output is harmless in a terminal too.
public struct JSONText: Sendable {
    /// What was written, then zeros: room for more.
    private var room: [UInt8] = []
    private var count = 0
    private var needsComma = false

    /// An empty text.
    public init() {}

    /// What was written.
    public var bytes: [UInt8] { Array(room[..<count]) }

    /// Appends what was written to `bytes`.
    public func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: room[..<count]) }

    /// What was written, as a string.
    public var string: String { String(decoding: room[..<count], as: UTF8.self) }

    /// Opens an object.
    public mutating func beginObject() { open(0x7B) }
    /// Closes the object opened last.
    public mutating func endObject() { close(0x7D) }
    /// Opens an array.
    public mutating func beginArray() { open(0x5B) }
    /// Closes the array opened last.
    public mutating func endArray() { close(0x5D) }

    /// The key of the next value, of plain ASCII without quotes.
    public mutating func key(_ key: StaticString) {
        separate()
        fill(atMost: key.utf8CodeUnitCount + 3) { pen in
            pen.put(0x22)
            pen.put(key)
            pen.put(0x22)
            pen.put(0x3A)
        }
        needsComma = false
    }

    /// The key of the next value.
    @_disfavoredOverload
    public mutating func key(_ key: String) {
        string(key)
        append(0x3A)
        needsComma = false
    }

    /// A string, or null.
    public mutating func string(_ value: String?) {
        guard var value else { return null() }
        value.withUTF8 { string(utf8: $0) }
    }

    /// The string that these bytes are in UTF-8.
    public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        fill(atMost: JSONPen.longest(text) + 2) { pen in
            pen.put(0x22)
            pen.put(escaped: text)
            pen.put(0x22)
        }
    }

    /// A value, written whole in at most `limit` bytes.
    @inline(__always)
    mutating func value(atMost limit: Int, _ write: (inout JSONPen) -> Void) {
        separate()
        fill(atMost: limit, write)
    }

    /// The beginning of a value, in at most `limit` bytes, up to an opening bracket.
    @inline(__always)
    mutating func begin(atMost limit: Int, _ write: (inout JSONPen) -> Void) {
        separate()
        fill(atMost: limit, write)
        needsComma = false
    }

    /// The rest of a value, in at most `limit` bytes, with the bracket that was open.
    @inline(__always)
    mutating func end(atMost limit: Int, _ write: (inout JSONPen) -> Void) {
        fill(atMost: limit, write)
        needsComma = true
    }

    /// Room for `limit` bytes, asked for once, and what `write` puts there.
    @inline(__always)
    private mutating func fill(atMost limit: Int, _ write: (inout JSONPen) -> Void) {
        if room.count - count < limit { grow(by: limit) }
        room.withUnsafeMutableBufferPointer { room in
            guard let base = room.baseAddress else { return }
            var pen = JSONPen(base + count)
            write(&pen)
            count = pen.place - base
            assert(count <= room.count)
        }
    }

    private mutating func grow(by limit: Int) {
        room.append(contentsOf: repeatElement(0, count: max(limit, room.count, 256)))
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) { fill(atMost: 1) { $0.put(byte) } }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { text in fill(atMost: text.count) { $0.put(text) } }
    }

    /// A number as short as it can be told apart, an integer without fraction; null for nil and for
    /// what JSON has no word for.
    public mutating func number(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        separate()
        append(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)")
    }

    /// A number rounded to at most four decimals; null as in `number(_:)`.
    public mutating func rounded(_ value: Double?) {
        guard let value, abs(value) < JSONPen.roundedLimit else { return number(value) }
        self.value(atMost: JSONPen.longestNumber) { $0.put(rounded: value) }
    }

    /// An integer, or null.
    public mutating func integer(_ value: Int?) {
        guard let value else { return null() }
        self.value(atMost: JSONPen.longestNumber) { $0.put(integer: value) }
    }

    /// A truth value, or null.
    public mutating func bool(_ value: Bool?) {
        guard let value else { return null() }
        separate()
        append(value ? "true" : "false")
    }

    /// Null.
    public mutating func null() {
        separate()
        append("null")
    }

    /// Ends a line between two texts, as JSON Lines has it.
    public mutating func newline() {
        append(0x0A)
        needsComma = false
    }

    /// Forgets what was written and keeps the room for more.
    public mutating func removeAll() {
        count = 0
        needsComma = false
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { append(0x2C) }
        needsComma = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        append(bracket)
        needsComma = true
    }
}
