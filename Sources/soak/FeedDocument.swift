import Foundation
import Model

/// The document that a source hands out.
struct FeedDocument {
    let town: Town
    let source: Int
    /// The oldest first.
    let writings: [Writing]
    /// In seconds since the beginning, which was at `start`.
    let time: TimeInterval
    let start: Date

    /// How reviews with answers are read.
    static let recipe = """
        name: soak-book
        title: Guest book
        summary: The guest book of a town that does not exist.
        kind: review
        format: json
        url: "{+site}"
        parameters:
          site:
            description: The address of the book
            example: https://site1.example/1
            pattern: https?://.+
        items: reviews
        fields:
          id: id
          text: text
          author: author
          rating: {path: stars, min: 1, max: 5}
          published: {path: at, time: text}
          reply: answer
          reply_date: {path: answered, time: text}
        """

    var mediaType: String {
        switch town.form(of: source) {
        case .book: "application/json"
        case .jsonPosts: "application/feed+json"
        case .atomPosts: "application/atom+xml"
        case .rssReviews, .rssPosts: "application/rss+xml"
        }
    }

    var text: String {
        let items = writings.reversed()
        switch town.form(of: source) {
        case .book:
            return #"{"reviews": ["# + items.map(review).joined(separator: ",") + "]}"
        case .jsonPosts:
            return #"{"version": "https://jsonfeed.org/version/1.1", "title": "Posts", "items": ["#
                + items.map(post).joined(separator: ",") + "]}"
        case .atomPosts:
            return #"<feed xmlns="http://www.w3.org/2005/Atom"><title>Posts</title>"#
                + "<id>urn:soak:\(source)</id>" + items.map(atomEntry).joined() + "</feed>"
        case .rssReviews, .rssPosts:
            return "<rss version=\"2.0\"><channel><title>Source \(source)</title>"
                + items.map(item).joined() + "</channel></rss>"
        }
    }

    private var brand: String { Town.brands[town.brand(of: source)].1 }

    private func words(_ writing: Writing) -> String { writing.text(at: time, brand: brand) }

    private func date(_ time: TimeInterval) -> String { start.addingTimeInterval(time).rfc3339 }

    private func key(_ writing: Writing) -> String { "\(town.id(of: source))-\(writing.number)" }

    private func review(_ writing: Writing) -> String {
        let answer =
            writing.answeredAt <= time
            ? #", "answer": "Thank you, we have heard you.", "answered": ""#
                + date(writing.answeredAt) + "\"" : ""
        return """
            {"id": "\(key(writing))", "stars": \(writing.stars(at: time)), \
            "text": "\(words(writing))", "author": "\(writing.author)", \
            "at": "\(date(writing.at))"\(answer)}
            """
    }

    private func post(_ writing: Writing) -> String {
        """
        {"id": "\(key(writing))", "url": "\(town.url(of: source))/\(writing.number)", \
        "title": "\(writing.title)", "content_text": "\(words(writing))", \
        "date_published": "\(date(writing.at))", "authors": [{"name": "\(writing.author)"}]}
        """
    }

    private func atomEntry(_ writing: Writing) -> String {
        """
        <entry><id>\(key(writing))</id><link href="\(town.url(of: source))/\(writing.number)"/>\
        <title>\(writing.title)</title><published>\(date(writing.at))</published>\
        <author><name>\(writing.author)</name></author><content>\(words(writing))</content></entry>
        """
    }

    private func item(_ writing: Writing) -> String {
        let rating =
            town.form(of: source).isReviews ? "<rating>\(writing.stars(at: time))</rating>" : ""
        return """
            <item><guid isPermaLink="false">\(key(writing))</guid>\
            <link>\(town.url(of: source))/\(writing.number)</link><title>\(writing.title)</title>\
            \(rating)<pubDate>\(date(writing.at))</pubDate><description>\(words(writing))\
            </description></item>
            """
    }
}
