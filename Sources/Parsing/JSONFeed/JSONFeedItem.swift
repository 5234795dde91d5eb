import FoundationEssentials
import Model

/// One item of a JSON Feed.
struct JSONFeedItem {
    let item: JSONNode
    /// The author and the language of the whole feed, for items that name none.
    let author: String?
    let language: String?
    let timeZone: TimeZone?

    var draft: EntryDraft {
        var draft = EntryDraft()
        draft.id = item["id"]?.text
        draft.url = item["url"]?.text ?? permalink ?? item["external_url"]?.text
        draft.title = item["title"]?.text.map(JSONFeed.title)
        draft.text = text
        draft.author = JSONFeed.author(of: item) ?? author
        draft.published = date("date_published") ?? date("date_modified")
        draft.updated = date("date_modified")
        draft.language = item["language"]?.text ?? language
        draft.rating = rating
        draft.readsRatingFromText = rating == nil
        return draft
    }

    /// An id that is an address is the item's permalink (JSON Feed 1.1, `id`).
    private var permalink: String? {
        guard let id = item["id"]?.text else { return nil }
        return id.hasPrefix("https://") || id.hasPrefix("http://") ? id : nil
    }

    private var text: RawText? {
        if let text = item["content_text"]?.text { return .plain(text) }
        if let html = item["content_html"]?.text { return .html(html) }
        return item["summary"]?.text.map { .plain($0) }
    }

    private func date(_ key: String) -> Date? {
        item[key]?.text.flatMap { FeedDate.parse($0, timeZone: timeZone) }
    }

    /// The rating of an extension: `_rating`, or `rating` in an object such as `_review`.
    private var rating: Rating? {
        if let rating = (item["_rating"] ?? item["rating"]).flatMap(Self.rating) {
            return rating
        }
        for member in item.members where member.key.startsWithUnderscore {
            let found = member.value["rating"] ?? member.value["stars"]
            if let rating = found.flatMap(Self.rating) { return rating }
        }
        return nil
    }

    /// A number or text of 1 to 5 stars, or an object with a value and its scale in the words of
    /// schema.org or plain ones.
    private static func rating(_ value: JSONNode) -> Rating? {
        if let text = value.text { return RatingText.rating(inField: text) }
        guard let number = (value["value"] ?? value["ratingValue"])?.double else { return nil }
        let lowest = (value["min"] ?? value["worst"] ?? value["worstRating"])?.double ?? 1
        let highest = (value["max"] ?? value["best"] ?? value["bestRating"])?.double ?? 5
        return Rating(value: number, min: lowest, max: highest)
    }
}

extension JSONNode {
    /// Whether a key is that of an extension.
    fileprivate var startsWithUnderscore: Bool {
        document.withText(at: place) { $0.first == UInt8(ascii: "_") }
    }
}
