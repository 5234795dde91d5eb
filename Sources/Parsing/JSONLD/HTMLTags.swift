/// Walks over the tags of an HTML page in one pass (WHATWG HTML, 13.2.5, as far as tags go).
///
/// Comments are stepped over. What stands in a script, a style or another element whose content is
/// raw text holds no tags. A tag that is not closed ends the walk. Time is linear in the page.
struct HTMLTags {
    /// One start or end tag.
    struct Tag {
        /// In lower case.
        var name: String
        var isEnd: Bool
        /// What stands between the name and the closing bracket.
        var attributes: Range<Int>
        /// Where the tag begins, and where what follows it begins.
        var start: Int
        var end: Int
        /// The raw text of a script and the like; nil for elements that hold other elements.
        var content: Range<Int>?
    }

    let page: [UInt8]
    private var index = 0

    init(_ page: [UInt8]) {
        self.page = page
    }

    private static let rawText: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]

    /// The next tag; nil at the end of the page.
    mutating func next() -> Tag? {
        while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if page.hasBytes("<!--", at: start) {
                index = page.index(of: "-->", from: start + 4).map { $0 + 3 } ?? page.count
                continue
            }
            guard index < page.count else { return nil }
            let isEnd = page[index] == UInt8(ascii: "/")
            let nameStart = isEnd ? index + 1 : index
            guard nameStart < page.count, Self.isLetter(page[nameStart]) else { continue }
            return tag(from: start, nameStart: nameStart, isEnd: isEnd)
        }
        index = page.count
        return nil
    }

    private mutating func tag(from start: Int, nameStart: Int, isEnd: Bool) -> Tag? {
        let nameEnd =
            page[nameStart...].firstIndex { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3E } ?? page.count
        guard let close = closingBracket(from: nameEnd) else {
            index = page.count
            return nil
        }
        let name = String(decoding: page[nameStart..<nameEnd].prefix(40), as: UTF8.self)
            .lowercased()
        index = close + 1
        var tag = Tag(
            name: name, isEnd: isEnd, attributes: nameEnd..<close, start: start, end: index)
        if !isEnd, Self.rawText.contains(name) {
            let content = rawContent(of: name)
            tag.content = content
            index = content.upperBound
        }
        return tag
    }

    /// The bracket that closes a tag: not one in the quoted value of an attribute.
    private func closingBracket(from start: Int) -> Int? {
        var quote: UInt8?
        var follows: UInt8 = 0
        for position in start..<page.count {
            let byte = page[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return position
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
                follows == UInt8(ascii: "=")
            {
                quote = byte
            }
            if byte > 0x20 { follows = byte }
        }
        return nil
    }

    private func rawContent(of name: String) -> Range<Int> {
        let sign = Array(name.utf8)
        var position = index
        while let end = page.index(of: "</", from: position) {
            let word = page[(end + 2)...].prefix(sign.count).map { $0 | 0x20 }
            if word == sign { return index..<end }
            position = end + 2
        }
        return index..<page.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The attributes of a tag by their lower-case names; of two that are equal the first counts, and
    /// one without a value has an empty one.
    func attributes(of tag: Tag) -> [String: String] {
        var found: [String: String] = [:]
        var rest = page[tag.attributes]
        while true {
            rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty, found.count < 100 else { return found }
            // An equals sign where a name should begin is part of it.
            let name =
                rest.prefix(1) + rest.dropFirst().prefix { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }
            rest = rest.dropFirst(name.count).drop { $0 <= 0x20 }
            var value = rest.prefix(0)
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop { $0 <= 0x20 }
                if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
                {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { $0 > 0x20 }
                    rest = rest.dropFirst(value.count)
                }
            }
            let key = String(decoding: name, as: UTF8.self).lowercased()
            if found[key] == nil { found[key] = String(decoding: value, as: UTF8.self) }
        }
    }
}
