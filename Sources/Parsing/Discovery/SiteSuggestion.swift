/// The recipe that reads a site, found by the address of one of its pages.
public struct SiteSuggestion: Sendable, Hashable {
    /// What people call the site.
    public var site: String
    /// The name of the recipe; nil where the feed has an address of its own.
    public var recipe: String?
    /// The address of the feed; nil where a recipe knows it.
    public var feed: String?
    /// The recipe's parameters that the address gives, by name.
    public var parameters: [String: String]
    /// What to know of it, one sentence; nil where there is nothing to say.
    public var hint: String?

    init(
        _ site: String, recipe: String? = nil, feed: String? = nil,
        _ parameters: [String: String] = [:], hint: String? = nil
    ) {
        self.site = site
        self.recipe = recipe
        self.feed = feed
        self.parameters = parameters
        self.hint = hint
    }

    /// What the address tells; nil where the site is not known, or is asked for its feed already.
    public static func suggestion(for url: String) -> SiteSuggestion? {
        guard let address = SiteAddress(url) else { return nil }
        for known in sites {
            if let suggestion = known(address) { return suggestion }
        }
        return nil
    }

    /// What the software that made a page tells; nil where it is not known.
    public static func suggestion(for links: PageLinks, url: String) -> SiteSuggestion? {
        guard let generator = links.generator, let address = SiteAddress(url) else { return nil }
        if generator.hasPrefix("discourse") {
            return SiteSuggestion(
                "Discourse", recipe: "discourse-latest",
                ["host": String(address.top.drop { $0 != "/" }.dropFirst(2))])
        }
        if generator.hasPrefix("wordpress") {
            return SiteSuggestion(
                "WordPress", recipe: "wordpress-comments", ["site": address.top])
        }
        return nil
    }

    private static let sites: [@Sendable (SiteAddress) -> SiteSuggestion?] = [
        appStore, googlePlay, steam, trustpilot, yelp, tripadvisor, youTube, reddit, hackerNews,
        gitHub, stackExchange, googleMaps, mastodonTag, bluesky,
    ]

    @Sendable private static func appStore(_ address: SiteAddress) -> SiteSuggestion? {
        guard ["apps.apple.com", "itunes.apple.com"].contains(address.host),
            let last = address.segments.last, last.hasPrefix("id")
        else { return nil }
        let number = last.dropFirst(2).prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty else { return nil }
        var values = ["app": String(number)]
        if let country = address.segment(0), country.count == 2 {
            values["country"] = country.lowercased()
        }
        return SiteSuggestion("App Store", recipe: "app-store", values)
    }

    @Sendable private static func googlePlay(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "play.google.com", let package = address.query["id"] else {
            return nil
        }
        return SiteSuggestion(
            "Google Play", recipe: "google-play", ["package": package],
            hint: "Google gives the reviews of an app only to its developer, with a token.")
    }

    @Sendable private static func steam(_ address: SiteAddress) -> SiteSuggestion? {
        guard ["store.steampowered.com", "steamcommunity.com"].contains(address.host),
            let app = address.segment(after: "app"), isNumber(app)
        else { return nil }
        return SiteSuggestion("Steam", recipe: "steam", ["app": app])
    }

    @Sendable private static func trustpilot(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "trustpilot.com" || address.host.hasSuffix(".trustpilot.com"),
            address.segment(0) == "review", let name = address.segment(1)
        else { return nil }
        return SiteSuggestion(
            "Trustpilot", recipe: "trustpilot",
            hint: "Trustpilot calls a business by a number: look it up with "
                + "https://api.trustpilot.com/v1/business-units/find?name=\(name)")
    }

    @Sendable private static func yelp(_ address: SiteAddress) -> SiteSuggestion? {
        let isYelp = address.host == "yelp.com" || address.host.hasPrefix("yelp.")
        guard isYelp || address.host.hasSuffix(".yelp.com"), address.segment(0) == "biz",
            let business = address.segment(1)
        else { return nil }
        return SiteSuggestion("Yelp", recipe: "yelp", ["business": business])
    }

    @Sendable private static func tripadvisor(_ address: SiteAddress) -> SiteSuggestion? {
        let labels = address.host.split(separator: ".")
        guard labels.contains("tripadvisor"),
            let page = address.segments.first(where: { $0.contains("_Review-") })
        else { return nil }
        let location = page.split(separator: "-").first {
            $0.first == "d" && isNumber($0.dropFirst())
        }
        return SiteSuggestion(
            "Tripadvisor", recipe: "tripadvisor",
            location.map { ["location": String($0.dropFirst())] } ?? [:])
    }

    @Sendable private static func youTube(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "youtube.com", let channel = address.segment(after: "channel"),
            channel.hasPrefix("UC")
        else { return nil }
        return SiteSuggestion("YouTube", recipe: "youtube-channel", ["channel": channel])
    }

    @Sendable private static func reddit(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "reddit.com" || address.host.hasSuffix(".reddit.com") else {
            return nil
        }
        if address.segments.first == "search", let query = address.query["q"] {
            return SiteSuggestion("Reddit", recipe: "reddit-rss", ["query": decoded(query)])
        }
        guard address.segment(0) == "r", let name = address.segment(1),
            !address.segments.contains(where: { $0.hasSuffix(".rss") }),
            !address.segments.contains("comments")
        else { return nil }
        return SiteSuggestion("Reddit", feed: "https://www.reddit.com/r/\(name)/new/.rss")
    }

    @Sendable private static func hackerNews(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "hn.algolia.com", address.segments.isEmpty,
            let query = address.query["q"] ?? address.query["query"]
        else { return nil }
        return SiteSuggestion("Hacker News", recipe: "hacker-news", ["query": decoded(query)])
    }

    @Sendable private static func gitHub(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "github.com", let owner = address.segment(0),
            let repository = address.segment(1), !repository.hasSuffix(".atom"),
            !(address.segments.last ?? "").hasSuffix(".atom"),
            !["topics", "orgs", "search", "marketplace", "sponsors"].contains(owner)
        else { return nil }
        return SiteSuggestion(
            "GitHub", recipe: "github-issues", ["owner": owner, "repository": repository])
    }

    @Sendable private static func stackExchange(_ address: SiteAddress) -> SiteSuggestion? {
        let host = address.host
        let isSite = host == "stackoverflow.com" || host.hasSuffix(".stackexchange.com")
        guard isSite, address.segment(0) == "search", let query = address.query["q"] else {
            return nil
        }
        let site = host.split(separator: ".").first.map(String.init) ?? "stackoverflow"
        return SiteSuggestion(
            "Stack Exchange", recipe: "stack-exchange", ["query": decoded(query), "site": site])
    }

    @Sendable private static func googleMaps(_ address: SiteAddress) -> SiteSuggestion? {
        let labels = address.host.split(separator: ".")
        let isMaps =
            labels.contains("google") && (labels.first == "maps" || address.segment(0) == "maps")
        guard isMaps || address.host == "maps.app.goo.gl" else { return nil }
        return SiteSuggestion(
            "Google Maps", recipe: "google-places",
            hint: "Google calls a place by an id that is not in this address: look it up with the "
                + "Place ID Finder of Google's developer documentation.")
    }

    @Sendable private static func mastodonTag(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.segments.count == 2, address.segment(0) == "tags",
            let tag = address.segment(1),
            !tag.hasSuffix(".rss"), address.top.hasPrefix("https://")
        else { return nil }
        return SiteSuggestion(
            "Mastodon", recipe: "mastodon-rss",
            ["host": String(address.top.dropFirst("https://".count)), "tag": decoded(tag)])
    }

    @Sendable private static func bluesky(_ address: SiteAddress) -> SiteSuggestion? {
        guard address.host == "bsky.app", address.segment(0) == "search",
            let query = address.query["q"]
        else { return nil }
        return SiteSuggestion("Bluesky", recipe: "bluesky", ["query": decoded(query)])
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 18
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A value of a query or a path as people write it.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
