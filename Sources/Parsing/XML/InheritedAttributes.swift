import CXML
import TextProcessing

/// `xml:base` and `xml:lang`, which hold for an element and all inside it (XML Base; XML 1.0, 2.12).
struct InheritedAttributes {
    private struct Change {
        let depth: Int
        let base: String?
        let language: String?
    }

    /// The address of the document.
    private let documentBase: String?
    /// The values before each change, innermost last.
    private var changes: [Change] = []
    /// The base in force; nil where none is given.
    private(set) var base: String?
    private(set) var language: String?

    /// What holds in a document that came from `documentBase`, before its first element.
    init(documentBase: String?) {
        self.documentBase = documentBase
    }

    /// Takes over what an element at `depth` declares.
    mutating func enter(depth: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>) {
        for attribute in attributes {
            let isBase = attribute.isXML("base")
            guard isBase || attribute.isXML("lang") else { continue }
            changes.append(Change(depth: depth, base: base, language: language))
            if isBase {
                let address = attribute.text
                base = CanonicalURL.absolute(address, base: base ?? documentBase) ?? base
            } else {
                language = attribute.text
            }
        }
    }

    /// Gives back what held before the element at `depth`.
    mutating func leave(depth: Int) {
        if changes.isEmpty { return }
        while let change = changes.last, change.depth >= depth {
            base = change.base
            language = change.language
            changes.removeLast()
        }
    }
}
