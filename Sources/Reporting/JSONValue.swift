public import FoundationEssentials
public import Model

/// A JSON value whose objects keep the order of their keys.
public indirect enum JSONValue: Sendable, Hashable {
    /// One key and its value.
    public struct Member: Sendable, Hashable {
        /// The key before it is escaped; no object is checked for keys that stand twice.
        public var key: String
        /// What stands under the key.
        public var value: JSONValue

        /// A member of an object.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    /// A number that is shown with at most four decimals.
    case rounded(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// An object of these members, in this order.
    public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// The string, or null.
    public static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }
    /// The number, or null.
    public static func optional(_ number: Double?) -> JSONValue {
        number.map(JSONValue.number) ?? .null
    }
    /// The integer, or null.
    public static func optional(_ number: Int?) -> JSONValue {
        number.map(JSONValue.integer) ?? .null
    }
    /// The truth value, or null.
    public static func optional(_ flag: Bool?) -> JSONValue { flag.map(JSONValue.bool) ?? .null }

    /// RFC 3339 in UTC, or null.
    public static func date(_ date: Date?) -> JSONValue { .optional(date?.rfc3339) }

    /// `{"value":…,"min":…,"max":…}`, or null.
    public static func rating(_ rating: Rating?) -> JSONValue {
        guard let rating else { return .null }
        return .members([
            "value": .number(rating.value), "min": .number(rating.min), "max": .number(rating.max),
        ])
    }

    /// Writes the value at the end of `text`.
    public func write(to text: inout JSONText) {
        switch self {
        case .null: text.null()
        case .bool(let value): text.bool(value)
        case .integer(let value): text.integer(value)
        case .number(let value): text.number(value)
        case .rounded(let value): text.rounded(value)
        case .string(let value): text.string(value)
        case .array(let values):
            text.beginArray()
            for value in values { value.write(to: &text) }
            text.endArray()
        case .object(let members):
            text.beginObject()
            for member in members {
                text.key(member.key)
                member.value.write(to: &text)
            }
            text.endObject()
        }
    }

    /// The value on one line, without a line feed.
    public var text: String {
        var text = JSONText()
        write(to: &text)
        return text.string
    }
}
