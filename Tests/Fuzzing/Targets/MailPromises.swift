import FoundationEssentials

@testable import Notifying

/// Mail: a letter of foreign words, whose sender has a foreign name, as the message that leaves.
enum MailPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let letter = FuzzLetter(input: input)
        guard let owner = try? EmailAddress(parsing: "owner@shop.example"),
            let sender = try? EmailAddress(parsing: "repute@shop.example")
        else { throw BrokenPromise("a plain address is refused") }
        var settings = SendmailSettings(sender: sender, recipients: [owner])
        settings.senderName = input.text(9)
        settings.language = letter.language
        try check(MailMessage(letter.letter, settings: settings), senderName: input.text(9))
        try checkAddress(input.text(3))
    }

    private static func check(_ message: MailMessage, senderName: String) throws(BrokenPromise) {
        let source = message.source
        try promise(
            source.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A },
            "a byte that is no printable ASCII")
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        try promise(lines.allSatisfy { $0.utf8.count <= 998 }, "a line of more than 998 characters")
        guard let mail = MailReading(lines) else { throw BrokenPromise("no mail of two parts") }
        try promise(
            Set(mail.headers.map(\.name)).isSubset(of: Self.headers)
                && Set(mail.headers.map(\.name)).count == mail.headers.count,
            "other headers: \(mail.headers.map(\.name))")
        for line in mail.headerLines where line.utf8.count > 78 {
            try promise(!line.dropFirst().contains(" "), "a line that could be folded: \(line)")
        }
        try promise(
            mail.subject == message.subject, "the subject is read as \(mail.subject ?? "nothing")")
        try promise(mail.text == message.text, "the text is read as another")
        try promise(mail.html == message.html, "the HTML is read as another")
        try promise(
            mail.senderName == OneLine.text(senderName, limit: 200),
            "the sender is read as \(mail.senderName ?? "nothing")")
        try checkPage(message.html)
    }

    private static let headers: Set<String> = [
        "Date", "From", "To", "Message-ID", "In-Reply-To", "References", "Subject", "Importance",
        "Precedence", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Id", "Content-Language",
        "MIME-Version", "Content-Type",
    ]

    /// The page has no element but ours, and loads nothing.
    private static func checkPage(_ html: String) throws(BrokenPromise) {
        for piece in Array(html.utf8).split(separator: UInt8(ascii: "<")).dropFirst() {
            let tag = String(decoding: piece.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
            let name = tag.drop { $0 == "/" || $0 == "!" }.prefix { $0.isLetter || $0.isNumber }
            try promise(elements.contains(name.lowercased()), "an element <\(tag)> in the page")
            guard tag.utf8.contains(UInt8(ascii: "=")) else { continue }
            for word in [" src=", "url(", "javascript:", " onload", " onerror", "@import"] {
                try promise(!tag.contains(word), "\(word) in <\(tag)>")
            }
        }
    }

    private static let elements: Set<String> = [
        "doctype", "html", "head", "meta", "title", "style", "body", "div", "p", "span", "b", "i",
        "a", "br", "table", "tbody", "tr", "td", "th", "h1", "h2", "h3", "ul", "li", "ol", "hr",
        "strong", "em", "small", "blockquote", "code", "mark", "del", "ins", "u", "s", "section",
        "thead",
    ]

    private static func checkAddress(_ text: String) throws(BrokenPromise) {
        let address: EmailAddress
        do throws(EmailAddressError) {
            address = try EmailAddress(parsing: text)
        } catch {
            try TextPromises.checkSentence(error.detail, "why an address is refused")
            return
        }
        try promise(
            address.description == text && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) },
            "\(text.debugDescription) is taken for an address")
    }
}

/// A mail taken apart again, by rules of its own.
private struct MailReading {
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var headerLines: [Substring] = []
    private(set) var text: String?
    private(set) var html: String?

    init?(_ lines: [Substring]) {
        guard let end = lines.firstIndex(of: "") else { return nil }
        headerLines = Array(lines[..<end])
        headers = Self.fields(headerLines)
        guard let type = headers.first(where: { $0.name == "Content-Type" })?.value,
            let mark = type.firstRange(of: "boundary=\"")
        else { return nil }
        let boundary = "--" + type[mark.upperBound...].prefix { $0 != "\"" }
        let parts = lines[(end + 1)...].split(
            separator: Substring(boundary), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty,
            parts[2].last == "", parts[2].dropLast().last == Substring(boundary + "--")
        else { return nil }
        text = Self.content(parts[1])
        html = Self.content(parts[2].dropLast(2))
    }

    var subject: String? {
        headers.first { $0.name == "Subject" }.flatMap { Self.decoded($0.value) }
    }

    var senderName: String? {
        guard let from = headers.first(where: { $0.name == "From" })?.value,
            let open = from.lastIndex(of: "<")
        else { return nil }
        var name = from[..<open]
        if name.last == " " { name.removeLast() }
        guard name.first == "\"" else { return Self.decoded(String(name)) }
        var text = ""
        var rest = name.dropFirst().dropLast()
        while let character = rest.popFirst() {
            text.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
        }
        return text
    }

    private static func fields(_ lines: [Substring]) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for line in lines {
            if line.hasPrefix(" "), let last = fields.indices.last {
                fields[last].value += line
            } else {
                let name = line.prefix { $0 != ":" }
                fields.append((String(name), String(line.dropFirst(name.count + 2))))
            }
        }
        return fields
    }

    /// The text of a part behind its own head.
    private static func content(_ lines: ArraySlice<Substring>) -> String? {
        guard let end = lines.firstIndex(of: "") else { return nil }
        let body = lines[(end + 1)...].joined(separator: "\n")
        let isBase64 = lines[..<end].contains("Content-Transfer-Encoding: base64")
        return isBase64 ? base64(body.filter { $0 != "\n" }) : quotedPrintable(body)
    }

    /// The value of a field of text: encoded words (RFC 2047) or text that stands for itself.
    private static func decoded(_ value: String) -> String? {
        guard value.hasPrefix("=?") else { return value }
        var text = ""
        for word in value.split(separator: " ") {
            let parts = word.split(separator: "?", omittingEmptySubsequences: false)
            guard word.utf8.count <= 75, parts.count == 5, parts[1] == "UTF-8" else { return nil }
            let spaced = String(parts[3].map { $0 == "_" ? " " : $0 })
            guard let piece = parts[2] == "B" ? base64(String(parts[3])) : quotedPrintable(spaced)
            else { return nil }
            text += piece
        }
        return text
    }

    private static func base64(_ text: String) -> String? {
        Data(base64Encoded: text).flatMap { String(validating: Array($0), as: UTF8.self) }
    }

    private static func quotedPrintable(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if rest.first == 0x0A {
                rest.removeFirst()
                continue
            }
            guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                return nil
            }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
