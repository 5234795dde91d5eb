import TextProcessing

/// Reads the items of a page's microdata (WHATWG HTML, 5) as objects in the form of JSON-LD.
///
/// `itemref` is not followed. Items are nested at most `depthLimit` deep, open elements
/// `elementLimit`; what goes beyond is left out.
struct MicrodataReader {
    /// An element that is open.
    private struct Element {
        var name: String
        /// The properties that its text is, of the item at `owner`.
        var properties: [Substring] = []
        var owner: Int?
        /// Where its content begins.
        var content = 0
        /// The item that it makes.
        var item: Int?
    }

    /// An item that is open.
    private struct Item {
        /// Its properties in the order of the page, each with all its values.
        var values: [(key: String, values: [JSONValue])] = []
        /// The property of another item that it is, at the item's place in the stack.
        var properties: [Substring] = []
        var owner: Int?
    }

    private static let depthLimit = 100
    private static let elementLimit = 500
    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ]

    private let page: [UInt8]
    private var tags: HTMLTags
    private var elements: [Element] = []
    /// How often each name is open, so that an end tag without a start is found out at once.
    private var openNames: [String: Int] = [:]
    private var items: [Item] = []
    private var found: [JSONValue] = []
    /// Bytes of text that may still be taken, so that properties in each other cost linear time.
    private var textBudget: Int

    /// The items of the page that are not properties of others.
    static func items(in page: [UInt8]) -> [JSONValue] {
        guard page.index(of: "itemprop") != nil || page.index(of: "itemProp") != nil else {
            return []
        }
        var reader = MicrodataReader(page)
        return reader.read()
    }

    private init(_ page: [UInt8]) {
        self.page = page
        tags = HTMLTags(page)
        textBudget = 4 * page.count
    }

    private mutating func read() -> [JSONValue] {
        while let tag = tags.next() {
            if tag.isEnd { close(tag) } else { open(tag) }
        }
        while !elements.isEmpty { closeLast(at: page.count) }
        return found
    }

    private mutating func open(_ tag: HTMLTags.Tag) {
        let attributes = tags.attributes(of: tag)
        let isVoid = Self.voidElements.contains(tag.name) || tag.content != nil
        let properties = (attributes["itemprop"] ?? "").split(whereSeparator: \.isWhitespace)
            .prefix(10).map(LinkedGraph.property)
        var element = Element(name: tag.name, content: tag.end)
        if attributes["itemscope"] != nil, !isVoid, items.count < Self.depthLimit {
            element.item = begin(attributes, properties)
        } else if !properties.isEmpty, let owner = items.indices.last {
            if let value = Self.value(of: tag.name, attributes) {
                put(.string(value), as: properties, into: owner)
            } else if !isVoid {
                element.properties = properties
                element.owner = owner
            }
        }
        guard !isVoid, elements.count < Self.elementLimit else {
            if element.item != nil { end(items.count - 1) }
            return
        }
        elements.append(element)
        openNames[tag.name, default: 0] += 1
    }

    /// Opens an item; its place in the stack.
    private mutating func begin(_ attributes: [String: String], _ properties: [Substring]) -> Int {
        var item = Item(
            properties: properties, owner: properties.isEmpty ? nil : items.indices.last)
        let types = (attributes["itemtype"] ?? "").split(whereSeparator: \.isWhitespace).prefix(5)
        if !types.isEmpty {
            item.values.append((key: "@type", values: types.map { .string(String($0)) }))
        }
        if let id = attributes["itemid"], !id.isEmpty {
            item.values.append((key: "@id", values: [.string(id)]))
        }
        items.append(item)
        return items.count - 1
    }

    /// What an element states by an attribute; nil where its text is the value.
    private static func value(of name: String, _ attributes: [String: String]) -> String? {
        let value: String? =
            switch name {
            case "a", "area", "link": attributes["href"] ?? attributes["content"]
            case "img", "audio", "embed", "iframe", "source", "track", "video": attributes["src"]
            case "object": attributes["data"]
            case "data", "meter": attributes["value"]
            case "time": attributes["datetime"]
            default: nil
            }
        return (value ?? attributes["content"]).map(HTMLEntities.decoded)
    }

    private mutating func put(_ value: JSONValue, as properties: [Substring], into owner: Int) {
        for property in properties {
            let key = String(property)
            if let index = items[owner].values.firstIndex(where: { $0.key == key }) {
                items[owner].values[index].values.append(value)
            } else if items[owner].values.count < 100 {
                items[owner].values.append((key: key, values: [value]))
            }
        }
    }

    private mutating func close(_ tag: HTMLTags.Tag) {
        guard openNames[tag.name, default: 0] > 0 else { return }
        while let last = elements.last {
            closeLast(at: tag.start)
            if last.name == tag.name { return }
        }
    }

    private mutating func closeLast(at end: Int) {
        let element = elements.removeLast()
        openNames[element.name, default: 1] -= 1
        if let owner = element.owner, items.indices.contains(owner) {
            let length = Swift.max(0, end - element.content)
            textBudget -= length
            guard textBudget >= 0 else { return }
            let html = String(
                decoding: page[element.content..<(element.content + length)], as: UTF8.self)
            put(.string(HTMLText.plainText(html)), as: element.properties, into: owner)
        }
        if let item = element.item { self.end(item) }
    }

    /// Closes the item on top of the stack.
    private mutating func end(_ index: Int) {
        guard index == items.count - 1 else { return }
        let item = items.removeLast()
        let members = item.values.map { property in
            JSONObject.Member(
                key: property.key,
                value: property.values.count == 1 ? property.values[0] : .array(property.values))
        }
        let value = JSONValue.object(JSONObject(members: members))
        if let owner = item.owner, items.indices.contains(owner) {
            put(value, as: item.properties, into: owner)
        } else {
            found.append(value)
        }
    }
}

extension LinkedGraph {
    /// The name of a property without the address of the vocabulary.
    static func property(_ name: Substring) -> Substring { term(String(name))[...] }
}
