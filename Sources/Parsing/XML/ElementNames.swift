/// An element's name, and what it means.
struct ElementName {
    let name: String
    let vocabulary: Vocabulary
    let field: Field
}

/// The names met in one document, numbered.
///
/// Equal names have equal pointers there (`cxml_handler`), so that each is looked up once.
struct ElementNames {
    private struct Key: Hashable {
        let name: UnsafePointer<CChar>
        let namespace: UnsafePointer<CChar>?
    }

    private var names: [ElementName] = []
    private var numbers: [Key: Int] = [:]
    /// The unknown namespace that the first of the feed's own elements has, and what it stands for:
    /// early and home-made feeds name one of their own.
    private var adopted: (namespace: String, vocabulary: Vocabulary)?
    /// The numbers of recent names, each at a place that its pointer tells.
    private var recent: [(key: Key, number: Int)?] = Array(repeating: nil, count: 64)

    /// The number of the element that has these name and namespace.
    mutating func number(
        _ name: UnsafePointer<CChar>, _ namespace: UnsafePointer<CChar>?
    ) -> Int {
        let key = Key(name: name, namespace: namespace)
        let place = Int(truncatingIfNeeded: (UInt(bitPattern: name) >> 2) & 63)
        if let recent = recent[place], recent.key == key { return recent.number }
        let number = numbers[key] ?? add(key)
        recent[place] = (key, number)
        return number
    }

    /// The element of a number that was given.
    subscript(number: Int) -> ElementName { names[number] }

    private mutating func add(_ key: Key) -> Int {
        let name = String(cString: key.name)
        let vocabulary = vocabulary(of: name, in: key.namespace.map { String(cString: $0) })
        names.append(
            ElementName(name: name, vocabulary: vocabulary, field: Field(name, in: vocabulary)))
        numbers[key] = names.count - 1
        return names.count - 1
    }

    private mutating func vocabulary(of name: String, in namespace: String?) -> Vocabulary {
        let known = Vocabulary(namespace: namespace)
        guard known == .foreign, let namespace else { return known }
        if adopted == nil, let own = Self.roots[name.lowercased()] {
            adopted = (namespace, own)
        }
        return adopted?.namespace == namespace ? adopted?.vocabulary ?? known : known
    }

    private static let roots: [String: Vocabulary] = [
        "feed": .atom, "rss": .rss, "channel": .rss,
    ]
}
