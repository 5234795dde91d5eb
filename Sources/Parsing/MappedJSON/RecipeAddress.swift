/// The address of a recipe, with holes for its parameters.
///
/// How a value is encoded depends on where its hole is: in the host nothing may need encoding, in
/// the path a value is one segment, in the query everything but the unreserved characters is
/// encoded. `{+name}` (RFC 6570, section 3.2.3) takes a value that is itself a piece of an address;
/// at the very start it must be an `http` or `https` address, whose last slash is left out where one
/// follows.
struct RecipeAddress: Sendable, Hashable {
    /// As the recipe writes it.
    let source: String
    /// All in front of the question mark.
    private var front: Template
    /// The pairs of the query.
    private var pairs: [Template]

    /// Reads an address; nil where a brace has no partner.
    init?(parsing text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let front = Template(parsing: first) else { return nil }
        self.front = front
        source = text
        pairs = []
        guard parts.count > 1 else { return }
        for pair in parts[1].split(separator: "&") {
            guard let template = Template(parsing: pair) else { return nil }
            pairs.append(template)
        }
    }

    /// The names of the parameters in it.
    var parameters: [String] {
        (front.holes + pairs.flatMap(\.holes)).map { Self.name(ofHole: $0) }
    }

    private static func name(ofHole hole: String) -> String {
        hole.hasPrefix("+") ? String(hole.dropFirst()) : hole
    }

    /// The address with `values` in it; a pair of the query is left out where it has holes and none
    /// of them has a value.
    func text(filling values: [String: String]) throws(RecipeParameterError) -> String {
        var address = ""
        for (index, piece) in front.pieces.enumerated() {
            switch piece {
            case .literal(let literal): address += literal
            case .hole(let hole):
                let name = Self.name(ofHole: hole)
                address += try Self.part(
                    name, values[name] ?? "", behind: address, keepsReserved: hole != name,
                    isFollowedBySlash: front.startsWithSlash(behind: index))
            }
        }
        var separator = address.contains("?") ? "&" : "?"
        for pair in pairs {
            let names = pair.holes.map(Self.name(ofHole:))
            if !names.isEmpty, names.allSatisfy({ values[$0] == nil }) { continue }
            let text = pair.filled { hole in
                let name = Self.name(ofHole: hole)
                let value = values[name] ?? ""
                return hole == name
                    ? PercentEncoding.query(value) : PercentEncoding.keepingReserved(value)
            }
            address += separator + (text ?? "")
            separator = "&"
        }
        return address
    }

    /// A value as it stands in front of the query, behind `prefix`.
    private static func part(
        _ name: String, _ value: String, behind prefix: String, keepsReserved: Bool,
        isFollowedBySlash: Bool
    ) throws(RecipeParameterError) -> String {
        if keepsReserved {
            guard prefix.isEmpty else { return PercentEncoding.keepingReserved(value) }
            let lower = value.lowercased()
            guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else {
                throw RecipeParameterError(
                    name, "`\(name)` must be an address that starts with https://")
            }
            guard isFollowedBySlash else { return PercentEncoding.keepingReserved(value) }
            let end = value.lastIndex { $0 != "/" }
            return PercentEncoding.keepingReserved(end.map { String(value[...$0]) } ?? value)
        }
        guard let scheme = prefix.firstRange(of: "://"),
            !prefix[scheme.upperBound...].contains("/")
        else {
            // RFC 3986, section 5.2.4: these would lead out of the path that the recipe names.
            guard value != ".", value != ".." else {
                throw RecipeParameterError(name, "`\(name)` must not be `\(value)`")
            }
            return PercentEncoding.segment(value)
        }
        guard isHost(value) else {
            throw RecipeParameterError(
                name, "`\(name)` must be a host name such as forum.example.com")
        }
        return value
    }

    /// Whether `text` is a host, or part of one, with or without a port: nothing in it can end the
    /// host or name another.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                switch $0 {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
                case UInt8(ascii: "["), UInt8(ascii: "]"): true
                default: false
                }
            }
    }
}

extension Template {
    /// Whether a literal that begins with a slash stands behind the piece at `index`.
    fileprivate func startsWithSlash(behind index: Int) -> Bool {
        guard pieces.indices.contains(index + 1), case .literal(let text) = pieces[index + 1] else {
            return false
        }
        return text.hasPrefix("/")
    }
}
