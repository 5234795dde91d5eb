import TextProcessing

/// A web page that came where a feed was expected.
struct WebPage {
    /// What the page calls itself; nil if it does not.
    let title: String?
    /// The address of a feed that the page links to, as written there.
    let feed: String?

    /// Reads the first 200,000 bytes of a page.
    init(_ bytes: [UInt8]) {
        let head = Array(bytes.prefix(200_000))
        title = Self.title(in: head)
        feed = Self.feed(in: head)
    }

    /// Why the page is no feed, and what to do instead; `finding` is what was there in place of
    /// reviews.
    func error(_ finding: ReviewPage.Finding) -> FeedParseError {
        let named = title.map { " (“\($0)”)" } ?? ""
        let advice =
            feed.map { "The page names its feed, which is the address to use: \($0)" }
            ?? "Check the address; the site may have moved the feed, or want a login or a browser."
        return FeedParseError(
            reason: .html,
            detail: "This is a web page\(named), not a feed\(Self.words(finding)). \(advice)")
    }

    private static func words(_ finding: ReviewPage.Finding) -> String {
        switch finding {
        case .nothing: ", and states no reviews in the words of schema.org"
        case .unreadable: "; the JSON-LD in it is broken, so that no reviews can be read of it"
        case .others(let types):
            "; it states things in the words of schema.org ("
                + types.compactMap { PlainText.line(String($0.prefix(40))) }.joined(separator: ", ")
                + "), but no review"
        }
    }

    private static func title(in page: [UInt8]) -> String? {
        guard let tag = page.index(of: "<title") ?? page.index(of: "<TITLE"),
            let start = page.index(of: ">", from: tag)
        else { return nil }
        let text = page[(start + 1)...].prefix { $0 != UInt8(ascii: "<") }.prefix(400)
        let decoded = HTMLEntities.decoded(String(decoding: text, as: UTF8.self))
        return PlainText.line(decoded).map { String($0.prefix(80)) }
    }

    private static let feedTypes = [
        "application/rss+xml", "application/atom+xml", "application/feed+json",
        "application/rdf+xml", "application/json",
    ]

    /// The address in the first `<link rel="alternate" type="application/rss+xml" href="…">`.
    private static func feed(in page: [UInt8]) -> String? {
        var index = 0
        while let start = page.index(of: "<", from: index) {
            index = start + 1
            let word = page[index...].prefix(5).map { $0 | 0x20 }
            guard word.starts(with: "link".utf8) else { continue }
            let end = page.index(of: ">", from: index) ?? page.count
            let tag = String(decoding: page[index..<end].prefix(2000), as: UTF8.self)
            index = end
            let attributes = Self.attributes(of: tag)
            guard let type = attributes["type"]?.lowercased(), feedTypes.contains(type),
                attributes["rel"]?.lowercased().contains("alternate") == true,
                let address = attributes["href"].flatMap({
                    PlainText.line(HTMLEntities.decoded($0))
                }), address.utf8.count <= 300
            else { continue }
            return address
        }
        return nil
    }

    /// The attributes of a tag by their lower-case names.
    private static func attributes(of tag: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = Substring(tag)
        while let equals = rest.firstIndex(of: "=") {
            let before = rest[..<equals].split(whereSeparator: \.isWhitespace).last
            rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            let value: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                rest.removeFirst()
                value = rest.prefix { $0 != quote }
                rest = rest[value.endIndex...].dropFirst()
            } else {
                value = rest.prefix { !$0.isWhitespace }
                rest = rest[value.endIndex...]
            }
            if let before { found[before.lowercased()] = String(value) }
        }
        return found
    }
}
