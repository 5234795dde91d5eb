/// A text with holes, such as `https://example.com/{place}/reviews`.
struct Template: Sendable, Hashable {
    /// A piece of the text.
    enum Piece: Sendable, Hashable {
        case literal(String)
        /// What stands between the braces.
        case hole(String)
    }

    var pieces: [Piece]

    /// What stands between the braces of every hole.
    var holes: [String] {
        pieces.compactMap { piece in
            guard case .hole(let name) = piece else { return nil }
            return name
        }
    }

    /// Reads a template; nil where a brace has no partner or nothing stands between two.
    init?(parsing text: some StringProtocol) {
        pieces = []
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                return nil
            }
            let hole = rest[rest.index(after: brace)..<end]
            guard !hole.isEmpty, !hole.contains("{") else { return nil }
            if brace > rest.startIndex { pieces.append(.literal(String(rest[..<brace]))) }
            pieces.append(.hole(String(hole)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    }

    /// The text with every hole filled; nil as soon as `value` gives none.
    func filled(_ value: (String) -> String?) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .literal(let literal):
                text += literal
            case .hole(let name):
                guard let value = value(name) else { return nil }
                text += value
            }
        }
        return text
    }
}

/// A template whose holes are paths, such as `https://example.com/item?id={objectID}`.
///
/// A value is percent-encoded as one segment of an address. `{+path}` keeps the characters that
/// divide addresses, `{path|last}` takes what stands behind the last slash, and `{path|query=id}`
/// the value of `id` in the query of an address.
struct FieldTemplate: Sendable, Hashable {
    private struct Hole: Sendable, Hashable {
        var path: JSONPath
        var keepsReserved: Bool
        var piece: Piece
    }

    /// What of a value is taken.
    private enum Piece: Sendable, Hashable {
        case whole
        case last
        case query(String)

        /// Reads what stands behind the bar of a hole.
        init(_ name: Substring) throws(JSONPathError) {
            if name == "last" {
                self = .last
            } else if name.hasPrefix("query="), name.count > 6 {
                self = .query(String(name.dropFirst(6)))
            } else {
                throw JSONPathError(
                    message: "“|\(name.prefix(20))” is not known: “|last” or “|query=name” may "
                        + "stand behind a path")
            }
        }

        func part(of value: String) -> String? {
            switch self {
            case .whole: value
            case .last: value.split(separator: "/").last.map(String.init) ?? value
            case .query(let name):
                QueryParameter(name).value(in: value).flatMap {
                    PercentEncoding.decoded($0).trimmed
                }
            }
        }
    }

    /// A piece of the text.
    private enum Part: Sendable, Hashable {
        case literal(String)
        case hole(Hole)
    }

    private let parts: [Part]
    /// Whether the result is an address, whose parts are encoded; else it is put together as it is.
    private let isAddress: Bool

    /// The paths in the holes, in the order of the text.
    var paths: [JSONPath] {
        parts.compactMap { if case .hole(let hole) = $0 { hole.path } else { nil } }
    }

    /// Reads a template; the error says what is wrong with it.
    init(parsing text: String) throws(JSONPathError) {
        guard let template = Template(parsing: text) else {
            throw JSONPathError(message: "every “{” needs a path and a “}” behind it")
        }
        isAddress = text.contains("://") || text.hasPrefix("/") || text.hasPrefix("{+")
        var parts: [Part] = []
        for piece in template.pieces {
            switch piece {
            case .literal(let text): parts.append(.literal(text))
            case .hole(let name): parts.append(.hole(try Self.hole(name)))
            }
        }
        self.parts = parts
    }

    private static func hole(_ text: String) throws(JSONPathError) -> Hole {
        var path = text[...]
        let keepsReserved = path.hasPrefix("+")
        if keepsReserved { path.removeFirst() }
        var piece = Piece.whole
        if let bar = path.lastIndex(of: "|"), !path[bar...].contains("]") {
            piece = try Piece(path[path.index(after: bar)...])
            path = path[..<bar]
        }
        let parsed = try JSONPath(parsing: String(path))
        if parsed.startsAtRoot, parsed.steps.contains(.all) {
            throw JSONPathError(message: "a path that starts with “$” must not have “[*]” here")
        }
        return Hole(path: parsed, keepsReserved: keepsReserved, piece: piece)
    }

    /// The text for `item`; nil where one of the values is not there.
    func text(of item: JSONNode, root: JSONNode) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .hole(let hole):
                guard let value = hole.path.first(in: item, root: root)?.text,
                    let piece = hole.piece.part(of: value)
                else { return nil }
                text += encoded(piece, in: hole)
            }
        }
        return text
    }

    private func encoded(_ value: String, in hole: Hole) -> String {
        guard isAddress else { return value }
        return hole.keepsReserved
            ? PercentEncoding.keepingReserved(value) : PercentEncoding.segment(value)
    }
}
