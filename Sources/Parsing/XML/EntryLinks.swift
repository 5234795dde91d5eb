/// The links of an entry.
struct EntryLinks {
    /// A link as written.
    struct Link {
        let address: String
        /// Whether it leads to the entry itself.
        let isOwn: Bool
        let base: String?
    }

    /// The link that a person would follow; nil if there is none.
    let best: Link?

    /// Chooses among the elements of `record` at `indices`.
    ///
    /// The address before a redirector (`feedburner:origLink`) is best, then the link of RSS, then
    /// Atom's alternate, of type HTML first; for want of one, that of the entry's own document, then
    /// of something related.
    init(_ record: ElementRecord, _ indices: [Int]) {
        var found: (rank: Int, link: Link)?
        for index in indices {
            let node = record.nodes[index]
            let href = record.attribute("href", of: node) ?? record.attribute("resource", of: node)
            // A tag that was not closed has the text of what follows.
            let address = href ?? record.text(of: node)
            guard !address.isEmpty,
                let rank = Self.rank(
                    node, rel: record.attribute("rel", of: node),
                    type: record.attribute("type", of: node))
            else { continue }
            if let found, found.rank <= rank { continue }
            found = (rank, Link(address: address, isOwn: rank < 6, base: node.base))
        }
        best = found?.link
    }

    private static func rank(_ node: ElementNode, rel: String?, type: String?) -> Int? {
        if node.field == .originalLink { return 0 }
        switch rel.map(relation) ?? "alternate" {
        case "alternate":
            if node.vocabulary == .rss, rel == nil { return 1 }
            guard let type = type?.lowercased(), type != "text/html" else { return 2 }
            return type.contains("html") ? 2 : type.contains("xml") || type.contains("json") ? 4 : 3
        case "self": return 5
        case "related": return 6
        case "via": return 7
        default: return nil
        }
    }

    /// What `rel` says, without the address that some put in front of it.
    private static func relation(_ rel: String) -> String {
        if rel == "alternate" || rel == "self" { return rel }
        return rel.lowercased().split(separator: "/").last.map(String.init) ?? "alternate"
    }
}
