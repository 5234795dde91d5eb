/// An element's name, and what it means.
struct ElementName {
    let name: String
    let vocabulary: Vocabulary
    let field: Field
}

/// The names met in one document; equal names have equal pointers there (`cxml_handler`), so that
/// each is looked up once.
struct ElementNames {
    private struct Key: Hashable {
        let name: UnsafePointer<CChar>
        let namespace: UnsafePointer<CChar>?
    }

    private var known: [Key: ElementName] = [:]
    private var last: (key: Key, element: ElementName)?

    /// What the element means that has these name and namespace.
    mutating func name(
        _ name: UnsafePointer<CChar>, _ namespace: UnsafePointer<CChar>?
    ) -> ElementName {
        let key = Key(name: name, namespace: namespace)
        if let last, last.key == key { return last.element }
        let element: ElementName
        if let found = known[key] {
            element = found
        } else {
            let text = String(cString: name)
            let vocabulary = Vocabulary(namespace: namespace.map { String(cString: $0) })
            element = ElementName(
                name: text, vocabulary: vocabulary, field: Field(text, in: vocabulary))
            known[key] = element
        }
        last = (key, element)
        return element
    }
}
