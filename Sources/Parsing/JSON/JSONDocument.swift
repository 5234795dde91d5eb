/// A JSON document that was read, as a flat list of nodes that point into its bytes.
///
/// A string is made only when it is asked for, and nothing stands alone in memory but the lists
/// themselves. Not to be shared between threads.
final class JSONDocument {
    /// What a node is.
    enum Kind: UInt8 {
        case null
        case no
        case yes
        case number
        case string
        case array
        case object
    }

    /// One value, or one key of an object, in front of its value.
    struct Node {
        var kind: Kind
        /// Whether the text stands in `aside`, because it had escapes or was mended.
        var isAside = false
        /// Of a text: where it begins.
        var start: UInt32 = 0
        /// Of a text: its bytes; of an array: its items; of an object: its members.
        var count: UInt32 = 0
        /// The node behind this one and all that is in it.
        var next: UInt32 = 0
    }

    /// How many members an object has before it gets an index.
    private static let walkLimit = 64

    let nodes: ContiguousArray<Node>
    private let bytes: [UInt8]
    private let aside: [UInt8]
    /// The values of large objects by key, each made when its object is first asked.
    private var indexes: [Int: [[UInt8]: Int]] = [:]

    init(bytes: [UInt8], aside: [UInt8], nodes: ContiguousArray<Node>) {
        self.bytes = bytes
        self.aside = aside
        self.nodes = nodes
    }

    /// The one value of the document.
    var root: JSONNode { JSONNode(document: self, place: 0) }

    /// Calls `body` with the bytes of the text at `place`.
    func withText<Result>(
        at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        withText(of: nodes[place], body)
    }

    private func withText<Result>(
        of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let range = Int(node.start)..<Int(node.start) + Int(node.count)
        if node.isAside {
            return aside.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The place of the last member `key` of the object at `place`, compared byte by byte; nil for other
    /// values.
    ///
    /// Looking up is a walk over the few members that objects in feeds have; a large object, which
    /// only a hostile document has, is indexed, so that asking it often takes no time either.
    func member(_ key: String, of place: Int) -> Int? {
        let object = nodes[place]
        guard object.kind == .object else { return nil }
        if object.count > Self.walkLimit { return index(of: place)[Array(key.utf8)] }
        var key = key
        return key.withUTF8 { key in
            nodes.withUnsafeBufferPointer { nodes in
                var found: Int?
                var current = place + 1
                for _ in 0..<object.count {
                    // Few keys are as long.
                    if Int(nodes[current].count) == key.count, isText(nodes[current], key) {
                        found = current + 1
                    }
                    current = Int(nodes[current + 1].next)
                }
                return found
            }
        }
    }

    private func isText(_ node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        withText(of: node) { found in
            for offset in 0..<text.count where found[offset] != text[offset] { return false }
            return true
        }
    }

    private func index(of place: Int) -> [[UInt8]: Int] {
        if let index = indexes[place] { return index }
        var index: [[UInt8]: Int] = [:]
        for member in JSONMembers(object: JSONNode(document: self, place: place)) {
            index[withText(at: member.key.place) { Array($0) }] = member.value.place
        }
        indexes[place] = index
        return index
    }
}
