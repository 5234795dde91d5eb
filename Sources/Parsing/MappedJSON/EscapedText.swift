import TextProcessing

/// Makes HTML of texts whose only mark-up are entities.
enum EscapedText {
    /// `text` as HTML that shows it with its entities decoded once: tags in it are shown, not
    /// obeyed, and lines stay lines.
    static func html(_ text: String) -> String {
        var html: [UInt8] = []
        html.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): html += Array("&lt;".utf8)
            case 0x0A: html += Array("<br>".utf8)
            default: html.append(byte)
            }
        }
        return String(decoding: html, as: UTF8.self)
    }
}

extension RawText {
    /// The text in one line without mark-up; nil if nothing is left.
    var line: String? {
        switch self {
        case .plain(let text): PlainText.line(text)
        case .html(let html): PlainText.line(HTMLText.plainText(html))
        }
    }
}
