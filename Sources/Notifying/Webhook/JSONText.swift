/// A JSON value that is written with its keys in the order given.
///
/// A receiver, a test or a person at `jq` sees the same order every time, the order of the manual.
enum JSONText {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Written with at most six digits behind the point; what is not finite becomes null.
    case number(Double)
    case string(String)
    case array([JSONText])
    case object(KeyValuePairs<String, JSONText>)
    /// An object of which members may be absent: a nil value is left out with its key.
    case members([(String, JSONText?)])

    /// `text` as a string, nil as null.
    static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    /// The value as UTF-8 JSON (RFC 8259) without white space.
    var bytes: [UInt8] {
        var out: [UInt8] = []
        write(to: &out)
        return out
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let flag): out += (flag ? "true" : "false").utf8
        case .integer(let number): out += String(number).utf8
        case .number(let number): out += Self.text(number).utf8
        case .string(let text): Self.write(text, to: &out)
        case .array(let items):
            out.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                item.write(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members): Self.write(members.map { ($0.key, $0.value) }, to: &out)
        case .members(let members):
            Self.write(members.compactMap { key, value in value.map { (key, $0) } }, to: &out)
        }
    }

    private static func write(_ members: [(String, JSONText)], to out: inout [UInt8]) {
        out.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            write(member.0, to: &out)
            out.append(UInt8(ascii: ":"))
            member.1.write(to: &out)
        }
        out.append(UInt8(ascii: "}"))
    }

    private static func text(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        let rounded = (number * 1_000_000).rounded() / 1_000_000
        guard abs(rounded) < 1e15 else { return "\(number)" }
        return rounded == rounded.rounded() ? String(Int64(rounded)) : "\(rounded)"
    }

    /// `text` as it stands between the quotation marks of a JSON string.
    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        escape(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        escape(text, to: &out)
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ text: String, to out: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0x0A: out += "\\n".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                out += ("\\u00" + (byte < 0x10 ? "0" : "") + digits).utf8
            default: out.append(byte)
            }
        }
    }
}
