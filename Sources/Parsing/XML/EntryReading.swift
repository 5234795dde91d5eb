import FoundationEssentials
import Model
import TextProcessing

/// Reads one entry out of its elements.
///
/// RSS, RDF and Atom are read alike, since documents mix them: Atom links in RSS, Dublin Core in all.
/// Where several elements could fill a field, the best is taken, whatever their order.
struct EntryReading {
    private let record: ElementRecord
    private let context: ReadingContext
    private var choice = EntryChoice()

    /// Sorts the elements of `record` by the fields they can fill.
    init(_ record: ElementRecord, _ context: ReadingContext) {
        self.record = record
        self.context = context
        for (index, node) in record.nodes.enumerated() { consider(node, at: index) }
    }

    /// The pieces of the entry; nil if it is no entry but the data of an app, with which reviews of
    /// the App Store begin.
    var draft: EntryDraft? {
        if choice.isApp, choice.rating.index == nil { return nil }
        var draft = EntryDraft()
        draft.base = context.base(record.base)
        draft.id = text(choice.id.index) ?? own("about")
        draft.title = choice.title.index.map(rawText)
        draft.text = choice.text.index.map(rawText)
        draft.author = author
        draft.published = date(choice.published.index)
        draft.updated = date(choice.updated.index) ?? own("lastmod").flatMap(context.date)
        draft.language = language
        draft.isSure = record.hasElements || record.hasOwnAttributes
        setRating(&draft)
        setLink(&draft)
        if let reply = choice.reply { setReply(&draft, reply) }
        return draft
    }

    // MARK: Choosing

    private mutating func consider(_ node: ElementNode, at index: Int) {
        switch node.field {
        case .starRating, .ratingValue, .bestRating, .worstRating:
            choice.considerRating(node, at: index)
            return
        case .appName: choice.isApp = true
        case .reply where choice.reply == nil: choice.reply = index
        default: break
        }
        let scope = node.scope < 0 ? nil : record.nodes[node.scope].field
        guard scope == nil || scope == .mediaGroup || scope == .media else { return }
        switch node.field {
        case .link, .originalLink: choice.links.append(index)
        case .author: choice.authors.append(index)
        default:
            guard !record.isBlank(node) || node.field == .content else { return }
            choice.consider(node, at: index, type: record.attribute("type", of: node))
        }
    }

    // MARK: Fields

    private func text(_ index: Int?) -> String? {
        index.map { record.text(of: record.nodes[$0]) }
    }

    private func own(_ name: String) -> String? { record.ownAttribute(name) }

    private func rawText(_ index: Int) -> RawText {
        NodeText(record.nodes[index], in: record).raw
    }

    private func date(_ index: Int?) -> Date? { text(index).flatMap(context.date) }

    /// The language of the entry by its own word, by that of its text or title, or by the feed's.
    private var language: String? {
        if let told = text(choice.language) { return told }
        for index in [choice.text.index, choice.title.index] {
            guard let index else { continue }
            if let told = record.attribute("lang", of: record.nodes[index]) { return told }
        }
        return record.language ?? context.language
    }

    /// All creators, or all authors, or the author of the source or of the feed.
    private var author: String? {
        var names = choice.creators.compactMap { text($0).flatMap { PersonName($0)?.text } }
        if names.isEmpty {
            names = choice.authors.compactMap { PersonName(at: $0, in: record)?.text }
        }
        if names.isEmpty, choice.authors.isEmpty {
            names = [sourceAuthor ?? context.author].compactMap(\.self)
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private var sourceAuthor: String? {
        for (index, node) in record.nodes.enumerated()
        where node.field == .author && node.scope >= 0
            && record.nodes[node.scope].field == .source
            && record.nodes[node.scope].vocabulary == .atom
        {
            return PersonName(at: index, in: record)?.text
        }
        return nil
    }

    private func setRating(_ draft: inout EntryDraft) {
        guard let index = choice.rating.index else { return }
        let reading = RatingReading(record, best: choice.bestRating, worst: choice.worstRating)
        draft.rating = reading.rating(at: index)
        draft.bareRating = draft.rating == nil ? reading.bareValue(at: index) : nil
        draft.readsRatingFromText = draft.rating == nil && draft.bareRating == nil
    }

    private func setLink(_ draft: inout EntryDraft) {
        let links = EntryLinks(record, choice.links)
        if let link = links.best,
            isAddress(link.address)
                || CanonicalURL.absolute(link.address, base: context.base(link.base)) != nil
        {
            draft.url = link.address
            draft.ownsURL = link.isOwn
            if let base = link.base { draft.base = context.base(base) }
        } else if let index = choice.id.index, let id = text(index), isAddress(id),
            record.attribute("isPermaLink", of: record.nodes[index])?.lowercased() != "false"
        {
            draft.url = id
        } else if let own = own("about") ?? own("href"), isAddress(own) {
            draft.url = own
        }
    }

    private func isAddress(_ text: String) -> Bool {
        if text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8) {
            return true
        }
        let start = text.drop(while: \.isWhitespace).prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    private func setReply(_ draft: inout EntryDraft, _ index: Int) {
        let inside = record.inside(index)
        let body = inside.first { $0.field.isText && $0.field != .title }
        let written = body ?? record.nodes[index]
        draft.replyText = NodeText(written, in: record).raw
        let date = inside.first { [.date, .published, .created, .updated].contains($0.field) }
        draft.replyDate = date.flatMap { context.date(record.text(of: $0)) }
    }
}
