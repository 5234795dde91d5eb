/// The XML vocabularies that feeds are written in, by namespace.
enum Vocabulary: Sendable, Hashable {
    /// RSS 0.9x, 1.0 and 2.0, and elements without namespace.
    case rss
    case atom
    case dublinCore
    case dublinCoreTerms
    case contentModule
    case syndicationModule
    case media
    case itunes
    /// App Store reviews.
    case appStore
    case googleData
    case feedBurner
    case rdf
    case xhtml
    case xml
    /// Any other; its elements are known by their local names where those speak for themselves.
    case foreign

    /// The vocabulary of a namespace, or of the usual prefix where a document uses it undeclared.
    init(namespace: String?) {
        guard let namespace, !namespace.isEmpty else {
            self = .rss
            return
        }
        self = Self.known[namespace] ?? Self.known[namespace.lowercased()] ?? .foreign
    }

    private static let known: [String: Vocabulary] = [
        "http://purl.org/rss/1.0/": .rss, "http://purl.org/net/rss1.1#": .rss,
        "http://my.netscape.com/rdf/simple/0.9/": .rss,
        "http://channel.netscape.com/rdf/simple/0.9/": .rss,
        "http://backend.userland.com/rss2": .rss, "http://backend.userland.com/rss": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss, "http://cyber.law.harvard.edu/rss": .rss,
        "http://purl.org/rss/2.0/": .rss, "rss": .rss,
        "http://www.w3.org/2005/atom": .atom, "https://www.w3.org/2005/atom": .atom,
        "http://purl.org/atom/ns#": .atom, "atom": .atom, "atom10": .atom, "a10": .atom,
        "http://purl.org/dc/elements/1.1/": .dublinCore,
        "http://purl.org/dc/elements/1.0/": .dublinCore, "dc": .dublinCore,
        "http://purl.org/dc/terms/": .dublinCoreTerms, "dcterms": .dublinCoreTerms,
        "http://purl.org/rss/1.0/modules/content/": .contentModule, "content": .contentModule,
        "http://purl.org/rss/1.0/modules/syndication/": .syndicationModule,
        "sy": .syndicationModule, "syn": .syndicationModule,
        "http://search.yahoo.com/mrss/": .media, "http://search.yahoo.com/mrss": .media,
        "https://search.yahoo.com/mrss/": .media, "http://search.yahoo.com/rss/": .media,
        "media": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes, "itunes": .itunes,
        "http://itunes.apple.com/rss": .appStore, "https://itunes.apple.com/rss": .appStore,
        "im": .appStore,
        "http://schemas.google.com/g/2005": .googleData, "gd": .googleData,
        "http://rssnamespace.org/feedburner/ext/1.0": .feedBurner, "feedburner": .feedBurner,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf, "rdf": .rdf,
        "http://www.w3.org/1999/xhtml": .xhtml, "xhtml": .xhtml,
        "http://www.w3.org/xml/1998/namespace": .xml, "xml": .xml,
    ]
}
