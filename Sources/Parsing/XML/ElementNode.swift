/// One element of an entry or of a feed's head whose meaning is known.
struct ElementNode {
    let field: Field
    let vocabulary: Vocabulary
    /// The nearest element around that has fields of its own, an index into the record; -1 for the
    /// entry itself.
    let scope: Int
    /// The text between the tags, in the bytes of the record.
    var text: Range<Int>
    /// Whether mark-up stands in the text, written as tags and escaped, rather than text alone.
    var isMarkup = false
    let attributes: Range<Int>
    /// The base of addresses in the element where `xml:base` gives another than the document's.
    let base: String?
}

/// An attribute of an element: where its local name and its value stand in the record.
struct ElementAttribute {
    let name: Range<Int>
    let value: Range<Int>
}
