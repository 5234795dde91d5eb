import Settings

@testable import Parsing

/// JSON: the reader itself, and JSON Feed, recipes that know their payload, and guesses.
enum JSONPromises {
    private static let recipes = RecipeLibrary.embedded.recipes

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        try FeedPromises.read(
            bytes, options: .init(baseURL: FeedPromises.address, recipes: recipes))
        var reader = JSONReader(bytes)
        guard let root = try? reader.root() else { return }
        let value = root.value
        let text = written(value)
        var again = JSONReader(Array(text.utf8))
        let copy = try? again.root().value
        try promise(copy == value, "written and read again it is another value: \(text)")
        try checkMembers(root)
    }

    /// Every key of an object leads to the last member of that name.
    private static func checkMembers(_ node: JSONNode) throws(BrokenPromise) {
        var last: [String: Int] = [:]
        for member in node.members where member.key.content != "^" {
            last[member.key.content, default: 0] = member.value.place
        }
        for (key, place) in last {
            // Keys that Unicode calls equal are others by their bytes.
            guard let found = node[key] else { continue }
            try promise(
                found.place <= place && found.place > node.place, "`\(key)` leads to another member"
            )
        }
    }

    /// The value as JSON text, as RFC 8259 wants it.
    private static func written(_ value: JSONValue) -> String {
        switch value {
        case .null: return "null"
        case .bool(let bool): return bool ? "true" : "false"
        case .number(let digits): return digits
        case .string(let text): return quoted(text)
        case .array(let items): return "[" + items.map(written).joined(separator: ",") + "]"
        case .object(let object):
            return "{"
                + object.members.map { quoted($0.key) + ":" + written($0.value) }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
