/// The line that Reddit puts under every post of its feeds: "submitted by /u/someone to r/some
/// [link] [comments]".
enum ListingFooter {
    /// `text` without that line; nil if nothing else stands in it.
    static func stripped(_ text: String) -> String? {
        guard text.utf8.suffix(10).elementsEqual("[comments]".utf8), let start = start(in: text)
        else { return text }
        return PlainText.paragraphs(String(decoding: text.utf8.prefix(start), as: UTF8.self))
    }

    /// The UTF-8 offset at which the line begins; it is looked for in the last 200 bytes.
    private static func start(in text: String) -> Int? {
        let tail = Array(text.utf8.suffix(200))
        var start: Int?
        while let next = tail.index(of: "submitted by", from: start.map { $0 + 1 } ?? 0) {
            start = next
        }
        guard let start, tail.index(of: "/u/", from: start) != nil,
            tail.index(of: "[link]", from: start) != nil
        else { return nil }
        return text.utf8.count - tail.count + start
    }
}
