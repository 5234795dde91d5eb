/// A value of a YAML file and where it stands.
struct YAMLNode: Sendable, Hashable {
    /// One `key: value` of a map.
    struct Entry: Sendable, Hashable {
        var key: String
        var place: Place
        var value: YAMLNode
    }

    enum Content: Sendable, Hashable {
        /// `isPlain`: written without quotes and not as a block.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        case map([Entry])
    }

    var content: Content
    var place: Place

    /// Whether nothing was written, or `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What a message says was found.
    var kindName: String {
        switch content {
        case .scalar where isNull: "nothing"
        case .scalar: "a single value"
        case .list: "a list"
        case .map: "a map"
        }
    }
}
