import FoundationEssentials
import Model

/// The reviews that a web page states in the words of schema.org: as JSON-LD in its scripts, or as
/// microdata in its text.
///
/// `aggregateRating` is no review. A review that several scripts hold is one. What one of the scripts
/// breaks does not hurt the others.
struct ReviewPage {
    /// The words that stand in the page without being a review, for the owner who expected some.
    enum Finding: Hashable {
        case nothing
        /// Scripts are there, but none of them can be read.
        case unreadable
        /// Types of schema.org, the first few.
        case others([String])
    }

    private(set) var finding = Finding.nothing
    private let graph: LinkedGraph
    private let options: FeedParser.Options
    private var brokenScripts = 0
    private var personalAuthors = 0

    /// The page in the bytes, UTF-8.
    init(html bytes: [UInt8], options: FeedParser.Options) {
        var documents: [JSONValue] = []
        var broken = 0
        var tags = HTMLTags(bytes)
        while let tag = tags.next() {
            guard tag.name == "script", let content = tag.content,
                Self.holdsLinkedJSON(tags.attributes(of: tag)["type"])
            else { continue }
            if let value = ScriptJSON.value(bytes[content]) {
                documents.append(value)
            } else {
                broken += 1
            }
        }
        documents += MicrodataReader.items(in: bytes)
        self.init(documents, broken: broken, options: options)
    }

    /// A document that is JSON-LD itself; nil where `root` is other JSON.
    init?(json root: JSONValue, options: FeedParser.Options) {
        let first = root.items?.first ?? root
        guard let context = first["@context"] else { return nil }
        let names = (context.items ?? [context]).compactMap { $0.text ?? $0["@vocab"]?.text }
        guard names.contains(where: { $0.contains("schema.org") }) else { return nil }
        self.init([root], broken: 0, options: options)
    }

    private init(_ documents: [JSONValue], broken: Int, options: FeedParser.Options) {
        graph = LinkedGraph(documents)
        brokenScripts = broken
        self.options = options
        finding = documents.isEmpty && broken > 0 ? .unreadable : Self.types(in: documents)
    }

    private static func holdsLinkedJSON(_ type: String?) -> Bool {
        let type = type?.lowercased().split(separator: ";").first.map(String.init)
        return type?.trimmed == "application/ld+json"
    }

    private static func types(in documents: [JSONValue]) -> Finding {
        var types: [String] = []
        for document in documents {
            LinkedGraph.visit(document) { object, _ in
                for type in LinkedGraph.types(of: object)
                where types.count < 5 && !types.contains(type) {
                    types.append(type)
                }
            }
        }
        return types.isEmpty ? .nothing : .others(types)
    }

    /// The feed of the reviews; nil where there is none.
    mutating func feed(title: String?, notes: [String]) -> ParsedFeed? {
        let drafts = drafts()
        guard !drafts.isEmpty else { return nil }
        var builder = EntryBuilder(base: options.baseURL)
        for draft in drafts { builder.add(draft) }
        let result = builder.finish()
        var notes = notes + result.notes
        if brokenScripts > 0 {
            notes.append(
                brokenScripts == 1
                    ? "1 script of the page is no JSON and was left out."
                    : "\(brokenScripts) scripts of the page are no JSON and were left out.")
        }
        if personalAuthors > 0 {
            notes.append(
                "\(personalAuthors) \(personalAuthors == 1 ? "author was" : "authors were")"
                    + " a mail address, a phone number or an IP address and left out.")
        }
        return ParsedFeed(format: .schemaOrg, title: title, entries: result.entries, notes: notes)
    }

    /// Every review once, in the order of the page.
    private mutating func drafts() -> [EntryDraft] {
        var drafts: [EntryDraft] = []
        var ids: Set<String> = []
        var places: [Wording: Int] = [:]
        var shared: Set<String> = []
        var nodes: [JSONObject] = []
        for document in graph.documents {
            LinkedGraph.visit(document) { object, key in
                if ReviewNode.isReview(object, under: key) {
                    nodes.append(object)
                } else if let url = object["url"]?.text {
                    shared.insert(url)
                }
            }
        }
        for object in nodes {
            if let id = LinkedGraph.id(of: object), !ids.insert(id).inserted { continue }
            let node = ReviewNode(
                graph: graph, node: graph.whole(object), timeZone: options.timeZone)
            guard var draft = node.draft else { continue }
            settleAddress(of: &draft, shared: shared)
            settleAuthor(of: &draft)
            let wording = Wording(draft)
            if let place = places[wording], draft.id == nil || drafts[place].id == nil {
                if drafts[place].id == nil { drafts[place] = draft }
            } else {
                places[wording] = drafts.count
                drafts.append(draft)
            }
        }
        return drafts
    }

    /// A review without an address of its own is shown where the page is, which identifies none.
    private func settleAddress(of draft: inout EntryDraft, shared: Set<String>) {
        let base = options.baseURL
        guard let url = draft.url else {
            draft.url = base
            draft.ownsURL = false
            return
        }
        let address = NextPage.absolute(url, base) ?? url
        let isPage = base.map { Self.path(of: $0) == Self.path(of: address) } ?? false
        if shared.contains(url) || (isPage && !address.contains("#")) { draft.ownsURL = false }
    }

    private static func path(of address: String) -> Substring {
        address.prefix { $0 != "?" && $0 != "#" }
    }

    private mutating func settleAuthor(of draft: inout EntryDraft) {
        guard let author = draft.author, PersonalValue.isOne(author) else { return }
        draft.author = nil
        personalAuthors += 1
    }

    /// What a review says, by which it is known in another script.
    private struct Wording: Hashable {
        var title: String?
        var text: String?
        var author: String?
        var rating: Rating?
        var bareRating: Double?
        var day: Int?

        init(_ draft: EntryDraft) {
            title = draft.title?.line
            text = draft.text?.line
            author = draft.author
            rating = draft.rating
            bareRating = draft.bareRating
            day = draft.published.map { Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)) }
        }
    }
}
