/// Why a text is no path.
struct JSONPathError: Error, Hashable {
    /// What is wrong, as a clause without a full stop.
    var message: String
}

/// Reads the text of a path; see `JSONPath` for what it may hold.
struct JSONPathParser {
    private let text: String
    private var rest: Substring

    init(_ text: String) {
        self.text = text
        self.rest = text[...]
    }

    /// Whether a key can be written without brackets and quotes.
    static func isPlain(_ key: String) -> Bool {
        !key.isEmpty && !key.contains { isSpecial($0) }
    }

    private static func isSpecial(_ character: Character) -> Bool {
        ".[]'\"{}|=*$ ".contains(character) || character.isWhitespace
    }

    mutating func path() throws(JSONPathError) -> (startsAtRoot: Bool, steps: [JSONPath.Step]) {
        guard !text.isEmpty else { throw JSONPathError(message: "a path must not be empty") }
        var steps: [JSONPath.Step] = []
        let startsAtRoot = rest.first == "$"
        if startsAtRoot { rest.removeFirst() }
        while let first = rest.first {
            if first == "[" {
                steps.append(try bracket())
                continue
            }
            if first == "." {
                guard startsAtRoot || !steps.isEmpty else {
                    throw JSONPathError(message: "a path must not start with a dot")
                }
                rest.removeFirst()
            } else if startsAtRoot || !steps.isEmpty {
                throw JSONPathError(
                    message: "a dot or a bracket should stand before “\(rest.prefix(20))”")
            }
            steps.append(try key())
        }
        return (startsAtRoot, steps)
    }

    private mutating func key() throws(JSONPathError) -> JSONPath.Step {
        let key = rest.prefix { !Self.isSpecial($0) }
        guard !key.isEmpty else {
            guard let character = rest.first else {
                throw JSONPathError(message: "a key should follow the last dot")
            }
            if character == "." {
                throw JSONPathError(message: "“..” is not known: write every key of the way")
            }
            throw JSONPathError(
                message: "a key with “\(character)” must stand in brackets and quotes, "
                    + "such as ['my key']")
        }
        rest = rest[key.endIndex...]
        if let next = rest.first, next != ".", next != "[" {
            throw JSONPathError(
                message:
                    "a key with “\(next)” must stand in brackets and quotes, such as ['my key']")
        }
        return .key(String(key))
    }

    private mutating func bracket() throws(JSONPathError) -> JSONPath.Step {
        rest.removeFirst()
        guard let first = rest.first else { throw JSONPathError(message: "“[” is not closed") }
        let step: JSONPath.Step
        if first == "'" || first == "\"" {
            rest.removeFirst()
            guard let end = rest.firstIndex(of: first) else {
                throw JSONPathError(message: "the quote after “[” is not closed")
            }
            step = .key(String(rest[..<end]))
            rest = rest[rest.index(after: end)...]
        } else {
            let inside = rest.prefix { $0 != "]" }
            rest = rest[inside.endIndex...]
            if inside == "*" {
                step = .all
            } else if let index = Int(inside), index >= 0 {
                step = .index(index)
            } else {
                throw JSONPathError(
                    message: "“[\(inside.prefix(20))]” is not known: "
                        + "[*], [0] and ['a key'] may stand in brackets")
            }
        }
        guard rest.first == "]" else { throw JSONPathError(message: "“[” is not closed") }
        rest.removeFirst()
        return step
    }
}
