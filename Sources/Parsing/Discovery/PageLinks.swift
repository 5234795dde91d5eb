import TextProcessing

/// What a web page says of its feeds, and of the software that made it.
public struct PageLinks: Sendable, Hashable {
    /// What the page calls itself; nil if it does not.
    public private(set) var title: String?
    /// The feeds that the page names, in its order, each address once; at most 20.
    public private(set) var feeds: [FeedCandidate] = []
    /// What made the page, by its `generator`, in lower case; nil if it does not say.
    public private(set) var generator: String?

    /// Looks at the first megabyte of a page that came from `url`; linear in its size.
    ///
    /// `<link rel="alternate">` with the type of a feed, and links to pages that are called feeds, seen
    /// from the page's `<base>`; nothing in comments and scripts.
    public init(page bytes: [UInt8], url: String, charset: String? = nil) {
        let document = DecodedDocument(Array(bytes.prefix(1 << 20)), charset: charset)
        var base = url
        var tags = HTMLTags(document.bytes)
        var known: Set<String> = []
        while let tag = tags.next() {
            guard !tag.isEnd, Self.telling.contains(tag.name) else { continue }
            let values = tags.attributes(of: tag)
                .mapValues { HTMLEntities.decoded(String($0.prefix(4000))) }
            switch tag.name {
            case "base":
                base = values["href"].flatMap { CanonicalURL.absolute($0, base: url) } ?? base
            case "title":
                title =
                    title
                    ?? tag.content.flatMap {
                        Self.shortLine(
                            HTMLEntities.decoded(
                                String(decoding: document.bytes[$0].prefix(2000), as: UTF8.self)))
                    }
            case "meta":
                if values["name"]?.lowercased() == "generator" {
                    generator = generator ?? values["content"]?.lowercased()
                }
            default:
                guard feeds.count < 20, let link = Self.feed(tag.name, values, base: base),
                    known.insert(link.url).inserted
                else { continue }
                feeds.append(link)
            }
        }
    }

    /// The elements that are looked at.
    private static let telling: Set<String> = ["base", "title", "meta", "link", "a"]

    /// Whether `body` is a web page rather than a feed.
    public static func isPage(_ body: [UInt8], charset: String? = nil) -> Bool {
        BodyKind(of: DecodedDocument(body, charset: charset).bytes) == .html
    }

    private static func feed(
        _ name: String, _ values: [String: String], base: String
    ) -> FeedCandidate? {
        let type = values["type"].map { String($0.lowercased().prefix { $0 != ";" }) }
        let relations = values["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        let isTyped = type?.trimmed.map(feedTypes.contains) ?? false
        let isMeant = relations.contains("alternate") || relations.contains("feed")
        guard isTyped ? name == "a" || isMeant : name == "link" && relations.contains("feed"),
            let address = values["href"].flatMap({ CanonicalURL.absolute($0, base: base) }),
            !isOEmbed(address)
        else { return nil }
        return FeedCandidate(
            url: address, title: values["title"].flatMap(shortLine), origin: .link)
    }

    /// What blogs announce as JSON beside their feeds, but is none.
    private static func isOEmbed(_ address: String) -> Bool {
        address.contains("/oembed") || address.contains("/wp-json/")
    }

    private static func shortLine(_ text: String) -> String? {
        PlainText.line(text).flatMap { String($0.prefix(120)).trimmed }
    }

    private static let feedTypes: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json",
        "application/rdf+xml", "application/json", "text/rss+xml", "application/x-rss+xml",
    ]
}
