import CXML

/// Takes the outlines of a document as the XML reader tells of them.
final class OutlineCollector {
    private(set) var isOPML = false
    private(set) var title: String?
    private(set) var feeds: [SubscriptionList.Feed] = []
    private(set) var linesWithoutAddress: [Int] = []
    private var lines: OutlineLines
    /// What is open: the name of an element, and of an outline its text.
    private var open: [(name: String, folder: String?)] = []

    init(lines: OutlineLines) { self.lines = lines }

    static func handler(for collector: OutlineCollector) -> cxml_handler {
        cxml_handler(
            context: Unmanaged.passUnretained(collector).toOpaque(),
            start: { context, name, _, attributes, count in
                outlines(context)?.start(
                    String(cString: name), UnsafeBufferPointer(start: attributes, count: count))
                    ?? false
            },
            end: { context in
                outlines(context)?.end()
                return true
            },
            text: { context, bytes, count in
                outlines(context)?.text(UnsafeBufferPointer(start: bytes, count: count))
                return true
            })
    }

    /// Takes an opening tag; false ends the reading of what is no OPML.
    private func start(_ name: String, _ attributes: UnsafeBufferPointer<cxml_attribute>) -> Bool {
        let name = name.lowercased()
        if open.isEmpty {
            isOPML = name == "opml"
            guard isOPML else { return false }
        }
        guard name == "outline" else {
            open.append((name, nil))
            return true
        }
        let line = lines.next()
        var values: [String: String] = [:]
        for attribute in attributes.prefix(100) {
            let text = UnsafeRawBufferPointer(
                start: UnsafeRawPointer(attribute.value), count: attribute.value_length)
            values[String(cString: attribute.name).lowercased()] = String(
                decoding: text.prefix(8192), as: UTF8.self)
        }
        let text = (values["title"] ?? values["text"]).flatMap(PlainText.line)
        if let url = values["xmlurl"]?.trimmed {
            feeds.append(
                SubscriptionList.Feed(
                    title: text, url: url, page: values["htmlurl"]?.trimmed,
                    folders: open.compactMap(\.folder), line: line))
        } else if ["rss", "atom", "feed"].contains(values["type"]?.lowercased() ?? "") {
            linesWithoutAddress.append(line)
        }
        open.append((name, text ?? ""))
        return true
    }

    private func end() { _ = open.popLast() }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard title == nil, open.count == 3, open[1].name == "head", open[2].name == "title" else {
            return
        }
        title = PlainText.line(String(decoding: bytes.prefix(400), as: UTF8.self))
    }
}

/// The collector that a callback's context stands for.
private func outlines(_ context: UnsafeMutableRawPointer?) -> OutlineCollector? {
    context.map { Unmanaged<OutlineCollector>.fromOpaque($0).takeUnretainedValue() }
}

/// The lines on which the outlines of a document begin, one after the other.
///
/// The XML reader tells no places; tags in comments and CDATA sections are stepped over here as there.
struct OutlineLines {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line of the next outline; the last one there is if there are no more.
    mutating func next() -> Int {
        while position < bytes.count {
            if bytes[position] == 0x0A { line += 1 }
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            if bytes.hasBytes("<!--", at: position) {
                skip(to: "-->")
            } else if bytes.hasBytes("<![CDATA[", at: position) {
                skip(to: "]]>")
            } else if isOutline {
                position += 1
                return line
            } else {
                position += 1
            }
        }
        return line
    }

    private var isOutline: Bool {
        let word = bytes[(position + 1)...].prefix(7).map { $0 | 0x20 }
        return word == Array("outline".utf8)
    }

    private mutating func skip(to sign: String) {
        let end = bytes.index(of: sign, from: position + 1) ?? bytes.count
        line += bytes[position..<end].count { $0 == 0x0A }
        position = end
    }
}
