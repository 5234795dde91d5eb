/// The elements, by their index in the record, that fill the fields of an entry best.
struct EntryChoice {
    /// The best element so far for one field.
    struct Best {
        private(set) var index: Int?
        private var rank = Int.max

        /// Takes an element of lower rank; of equal ones the first stays.
        mutating func take(_ index: Int, rank: Int) {
            guard rank < self.rank else { return }
            self.index = index
            self.rank = rank
        }
    }

    private(set) var id = Best()
    private(set) var title = Best()
    private(set) var text = Best()
    private(set) var published = Best()
    private(set) var updated = Best()
    private(set) var language: Int?
    private(set) var rating = Best()
    private(set) var bestRating: Int?
    private(set) var worstRating: Int?
    private(set) var creators: [Int] = []
    var links: [Int] = []
    var authors: [Int] = []
    var reply: Int?
    /// Whether the name of an app stands in the entry.
    var isApp = false

    /// Takes `node` for the field it can fill, if it is better than what is there.
    mutating func consider(_ node: ElementNode, at index: Int, type: String?) {
        switch node.field {
        case .id: id.take(index, rank: node.vocabulary == .dublinCore ? 2 : 1)
        case .title: title.take(index, rank: Self.titleRank(node.vocabulary))
        case .content, .encodedContent, .fullText, .description, .summary:
            guard let rank = Self.textRank(node, type: type) else { return }
            text.take(index, rank: rank)
        case .published: published.take(index, rank: 1)
        case .issued: published.take(index, rank: 2)
        case .date: published.take(index, rank: 3)
        case .created: published.take(index, rank: 4)
        case .updated: updated.take(index, rank: 1)
        case .modified: updated.take(index, rank: 2)
        case .language: language = language ?? index
        case .creator:
            if node.vocabulary != .itunes || creators.isEmpty { creators.append(index) }
        default: break
        }
    }

    /// Takes an element that rates, or tells the scale.
    mutating func considerRating(_ node: ElementNode, at index: Int) {
        switch node.field {
        case .starRating: rating.take(index, rank: 2)
        case .ratingValue: rating.take(index, rank: 1)
        case .bestRating: bestRating = bestRating ?? index
        case .worstRating: worstRating = worstRating ?? index
        default: break
        }
    }

    private static func titleRank(_ vocabulary: Vocabulary) -> Int {
        switch vocabulary {
        case .rss, .atom: 1
        case .dublinCore, .dublinCoreTerms: 2
        case .media: 3
        default: 4
        }
    }

    /// The whole text before its summary, text before HTML; nil for what is no text at all.
    private static func textRank(_ node: ElementNode, type: String?) -> Int? {
        switch node.field {
        case .encodedContent: return 3
        case .content:
            if node.text.isEmpty { return nil }
            if type?.lowercased() == NodeText.bytes { return 9 }
            return NodeText.isPlain(type: type) ? 1 : NodeText.isText(type: type) ? 2 : nil
        case .fullText: return 4
        case .description: return node.vocabulary == .media ? 7 : 5
        case .summary: return node.vocabulary == .rss || node.vocabulary == .atom ? 6 : 8
        default: return nil
        }
    }
}
