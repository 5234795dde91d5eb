import FoundationEssentials

/// The text of an element, plain or HTML as its vocabulary and attributes tell.
struct NodeText {
    let raw: RawText

    /// Reads `type` and `mode` as Atom 1.0 (RFC 4287, 3.1 and 4.1.3) and 0.3 mean them; for RSS, where
    /// nothing tells, see `LooseText`.
    init(_ node: ElementNode, in record: ElementRecord) {
        let written = record.text(of: node)
        let type = record.attribute("type", of: node)?.lowercased()
        if node.isMarkup {
            raw = .html(written)
        } else if type == Self.bytes || record.attribute("mode", of: node)?.lowercased() == "base64"
        {
            raw = LooseText.raw(Self.base64Decoded(written) ?? written)
        } else if type.map({ $0 == "html" || $0 == "xhtml" || $0.hasSuffix("/html") }) == true {
            raw = .html(written)
        } else if type.map({ $0.hasSuffix("xml") }) == true {
            raw = LooseText.raw(written)
        } else if Self.isPlain(type: type), type != nil {
            raw = .plain(written)
        } else {
            raw = LooseText.raw(written)
        }
    }

    /// Whether a type says that the text is text and nothing more.
    static func isPlain(type: String?) -> Bool {
        type == "text" || type == "text/plain" || type == "plain"
    }

    /// Whether what has this type can be read; an image can't.
    static func isText(type: String?) -> Bool {
        guard let type = type?.lowercased() else { return true }
        let binary = ["image/", "audio/", "video/", "font/"]
        return !binary.contains(where: type.hasPrefix) && type != "application/pdf"
    }

    /// The type of content that is Base64 of who knows what (RFC 4287, 4.1.3.3), perhaps of text.
    static let bytes = "application/octet-stream"

    /// The text that `text` is Base64 of, empty where those bytes are no text; nil if it is none.
    private static func base64Decoded(_ text: String) -> String? {
        let compact = text.filter { !$0.isWhitespace }
        guard let data = Data(base64Encoded: compact) else { return nil }
        return String(validating: data, as: UTF8.self) ?? ""
    }
}
