import Model

/// A JSON Feed of version 1 or 1.1 (jsonfeed.org).
///
/// Items without an `id`, with a number for it, or with an `author` where 1.1 has `authors` are
/// taken; only items that are no objects are left out.
struct JSONFeed {
    private let root: JSONNode
    private let items: [JSONNode]

    /// Takes a document that calls itself a JSON Feed, or that has a list of items and one of the
    /// addresses that only a JSON Feed has; nil for other JSON.
    init?(_ root: JSONNode) {
        let version = root["version"]?.text ?? ""
        let callsItselfSo = version.lowercased().contains("jsonfeed.org/version/")
        let looksSo = root["home_page_url"]?.text != nil || root["feed_url"]?.text != nil
        guard callsItselfSo || looksSo else { return nil }
        let items = root["items"]
        let list = items?.items
        guard list != nil || (callsItselfSo && (items?.isNull ?? true)) else { return nil }
        self.root = root
        self.items = list ?? []
    }

    /// The feed's entries, title and next page.
    func parse(options: FeedParser.Options) -> ParsedFeed {
        let base = options.baseURL ?? root["feed_url"]?.text ?? root["home_page_url"]?.text
        var builder = EntryBuilder(base: base)
        var strange = 0
        let author = Self.author(of: root)
        let language = root["language"]?.text
        for item in items {
            guard item.isObject else {
                strange += 1
                continue
            }
            let reader = JSONFeedItem(
                item: item, author: author, language: language,
                timeZone: options.timeZone)
            builder.add(reader.draft)
        }
        let result = builder.finish()
        var notes = result.notes
        if !(root["items"]?.isArray ?? false) { notes.append("The feed has no list of items.") }
        if strange > 0 {
            notes.append(
                "\(strange) \(strange == 1 ? "item is" : "items are") no objects and left out.")
        }
        return ParsedFeed(
            format: .jsonfeed, title: root["title"]?.text.flatMap { Self.title($0).line },
            entries: result.entries, nextPage: nextPage(base, options.baseURL), notes: notes)
    }

    private func nextPage(_ base: String?, _ current: String?) -> String? {
        guard !items.isEmpty,
            let next = root["next_url"]?.text.flatMap({ NextPage.absolute($0, base) }),
            next != current
        else { return nil }
        return next
    }

    /// The authors' names, of the list of version 1.1 or the single one of version 1.
    static func author(of value: JSONNode) -> String? {
        let names = (value["authors"]?.items ?? []).compactMap {
            $0["name"]?.text ?? Self.plainName($0)
        }
        if !names.isEmpty { return names.joined(separator: ", ") }
        return value["author"]?["name"]?.text ?? value["author"].flatMap(Self.plainName)
    }

    private static func plainName(_ value: JSONNode) -> String? {
        value.isString ? value.text : nil
    }

    /// A title as the specification has it, plain text; but exporters that leave numeric references
    /// in titles are common, and nobody types those by hand.
    static func title(_ text: String) -> RawText {
        hasNumericReference(text) ? .html(EscapedText.html(text)) : .plain(text)
    }

    private static func hasNumericReference(_ text: String) -> Bool {
        var isBehindSign = false
        for byte in text.utf8 {
            if isBehindSign, byte == UInt8(ascii: "#") { return true }
            isBehindSign = byte == UInt8(ascii: "&")
        }
        return false
    }
}
