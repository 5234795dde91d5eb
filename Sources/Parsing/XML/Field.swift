/// What an element means to a feed, whatever vocabulary says it.
enum Field: Sendable, Hashable {
    // structure
    case root, channel, item
    // of an entry, or of the feed
    case id, title, link, originalLink, author, name, mail, creator, language
    case description, summary, content, encodedContent, fullText
    case published, issued, created, date, updated, modified
    // ratings
    case starRating, ratingValue, bestRating, worstRating, appName
    // other things of an entry whose own fields are not the entry's
    case source, mediaGroup, media, image, reply
    // of the feed
    case timeToLive, updatePeriod, updateFrequency, skippedHour, skippedDay
    // mark-up, and what is not known
    case other

    /// The meaning of an element.
    init(_ name: String, in vocabulary: Vocabulary) {
        switch vocabulary {
        case .rss, .atom:
            let folded = name.lowercased()
            self = Self.plain[folded] ?? Self.spoken[folded] ?? .other
        case .foreign: self = Self.spoken[name.lowercased()] ?? .other
        default: self = Self.modules[vocabulary]?[name] ?? .other
        }
    }

    /// Whether the element holds text that may be mark-up, escaped or not.
    var isText: Bool {
        switch self {
        case .title, .description, .summary, .content, .encodedContent, .fullText: true
        default: false
        }
    }

    /// Whether what the element says may stand in its attributes, or they tell how to read it.
    var usesAttributes: Bool {
        switch self {
        case .link, .id, .starRating, .ratingValue, .bestRating, .worstRating: true
        default: isText
        }
    }

    /// Whether fields inside the element are its own and not the entry's.
    var isScope: Bool {
        switch self {
        case .item, .channel, .root, .author, .source, .mediaGroup, .media, .image, .reply,
            .starRating:
            true
        default: false
        }
    }

    /// Of RSS and Atom, in lower case: some write their names in capitals.
    private static let plain: [String: Field] = [
        "rss": .root, "rdf": .root, "feed": .root, "channel": .channel, "item": .item,
        "entry": .item, "guid": .id, "id": .id, "title": .title, "link": .link, "author": .author,
        "name": .name, "email": .mail, "creator": .creator, "language": .language,
        "description": .description, "summary": .summary, "content": .content,
        "encoded": .encodedContent, "fullitem": .encodedContent, "body": .content,
        "fulltext": .fullText, "text": .fullText,
        "pubdate": .published, "published": .published, "issued": .issued, "created": .created,
        "date": .date, "updated": .updated, "modified": .modified, "source": .source,
        "image": .image, "textinput": .image, "contributor": .source,
        "inreplyto": .source, "ttl": .timeToLive, "hour": .skippedHour, "day": .skippedDay,
        "abstract": .summary,
    ]

    private static let modules: [Vocabulary: [String: Field]] = [
        .dublinCore: [
            "identifier": .id, "title": .title, "creator": .creator, "author": .creator,
            "date": .date, "language": .language, "description": .summary,
        ],
        .dublinCoreTerms: [
            "identifier": .id, "title": .title, "creator": .creator, "date": .date,
            "issued": .issued, "created": .created, "modified": .modified, "abstract": .summary,
        ],
        .contentModule: ["encoded": .encodedContent],
        .syndicationModule: ["updatePeriod": .updatePeriod, "updateFrequency": .updateFrequency],
        .media: [
            "group": .mediaGroup, "content": .media, "title": .title, "description": .description,
            "starRating": .starRating,
        ],
        .itunes: ["summary": .summary, "author": .creator, "title": .title],
        .appStore: ["rating": .ratingValue, "name": .appName],
        .googleData: ["rating": .starRating],
        .feedBurner: ["origLink": .originalLink],
        .rdf: ["RDF": .root, "value": .content],
        .xhtml: ["body": .content, "div": .other],
    ]

    /// Names that mean the same in any vocabulary, in lower case.
    private static let spoken: [String: Field] = [
        "origlink": .originalLink,
        "rating": .starRating, "reviewrating": .starRating, "starrating": .starRating,
        "stars": .starRating, "star_rating": .starRating, "review_rating": .starRating,
        "overall_rating": .starRating, "overallrating": .starRating, "userrating": .starRating,
        "ratingvalue": .ratingValue, "bestrating": .bestRating, "worstrating": .worstRating,
        "full-text": .fullText, "reviewbody": .fullText,
        "ownerreply": .reply, "owner_reply": .reply, "ownerresponse": .reply,
        "owner_response": .reply, "merchantreply": .reply, "companyreply": .reply,
        "developerresponse": .reply, "reviewreply": .reply, "businessreply": .reply,
    ]
}
