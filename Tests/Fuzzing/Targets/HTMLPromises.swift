import TextProcessing

@testable import Parsing

/// HTML and its smaller sisters: what a reader sees, and the pages that hold reviews or name feeds.
enum HTMLPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let html = String(decoding: bytes, as: UTF8.self)
        try checkText(html)
        for text in [PlainText.readableLine(html), PlainText.line(html)] {
            try TextPromises.checkPlain(text, "a line", isLine: true)
        }
        for text in [PlainText.readableParagraphs(html), PlainText.paragraphs(html)] {
            try TextPromises.checkPlain(text, "a text")
        }
        _ = MarkdownText.plainText(html)
        _ = BBCodeText.plainText(html)
        try FeedPromises.read(bytes, options: .init(baseURL: FeedPromises.address))
        let links = PageLinks(page: bytes, url: FeedPromises.address)
        try promise(links.feeds.count <= 20, "\(links.feeds.count) feeds of one page")
        for feed in links.feeds { try TextPromises.checkAddress(feed.url, "a feed's address") }
        try TextPromises.checkPlain(links.title, "a page's title", isLine: true)
    }

    /// The text has no tags or references left that stood for themselves: read as HTML that says the
    /// same, it is the same.
    private static func checkText(_ html: String) throws(BrokenPromise) {
        let text = HTMLText.plainText(html)
        // The white space of HTML, and no-break spaces.
        let spaces = "\t\n\u{B}\u{C}\r \u{A0}".unicodeScalars
        try promise(
            ![text.unicodeScalars.first, text.unicodeScalars.last].contains { end in
                end.map(spaces.contains) == true
            }, "white space at an end: \(text.debugDescription)")
        let again = HTMLText.plainText(escaped(text, lineEnd: "<br>"))
        try promise(
            again == text,
            "read again it is \(again.debugDescription), not \(text.debugDescription)")
        let decoded = HTMLEntities.decoded(escaped(html, lineEnd: "\n"))
        try promise(decoded == html, "escaped and decoded it is \(decoded.debugDescription)")
    }

    private static func escaped(_ text: String, lineEnd: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\n": result += lineEnd
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
