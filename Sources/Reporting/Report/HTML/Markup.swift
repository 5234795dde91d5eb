import TextProcessing

/// The pieces that HTML is put together from; whatever goes through here is harmless.
enum Markup {
    /// Attributes by name; one that is nil is left out.
    typealias Attributes = KeyValuePairs<String, String?>

    /// An element with its end tag; `content` is HTML already.
    static func element(
        _ name: String, _ attributes: Attributes = [:], _ content: String = ""
    ) -> String {
        start(name, attributes) + content + "</\(name)>"
    }

    /// The start tag alone, for elements without an end.
    static func start(_ name: String, _ attributes: Attributes = [:]) -> String {
        var tag = "<" + name
        for (key, value) in attributes {
            if let value { tag += " \(key)=\"\(text(value))\"" }
        }
        return tag + ">"
    }

    /// Elements one below the other.
    static func lines(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Text of anybody on one line, for content and for attribute values in double quotes.
    ///
    /// Controls and bidirectional marks are shown as `TerminalText` shows them, and the five characters
    /// that mean something in HTML are escaped.
    static func text(_ text: String) -> String { escaped(TerminalText.sanitized(text)) }

    /// Text of strangers as a run of its own, so that its direction turns nothing around it.
    static func foreign(_ text: String) -> String { "<bdi>\(self.text(text))</bdi>" }

    /// Text of strangers in paragraphs, one for each line that is not empty.
    static func paragraphs(_ text: String) -> String {
        lines(
            TerminalText.sanitizedLines(text).split(separator: "\n").map { line in
                line.allSatisfy(\.isWhitespace)
                    ? "" : element("p", ["dir": "auto"], escaped(String(line)))
            })
    }

    /// The address if a reader may be led there: `http` or `https`, with a host and no user, without
    /// anything that could be more than an address; nil for all else.
    static func address(_ url: String?) -> String? {
        guard let url, url == TerminalText.sanitized(url) else { return nil }
        let lowered = url.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else {
            return nil
        }
        let isClean = url.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && !"\"'<>\\^`{|}".unicodeScalars.contains(scalar)
                && !scalar.properties.isWhitespace
        }
        let authority = url.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return isClean && !authority.isEmpty && !authority.contains("@") ? url : nil
    }

    /// A language tag as BCP 47 shapes it; nil for all else.
    static func language(_ tag: String?) -> String? {
        guard let tag, (2...35).contains(tag.utf8.count), tag.first?.isLetter == true,
            tag.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x2D
            })
        else { return nil }
        return tag
    }

    /// A name for anchors: what is not `a–z`, `0–9` or `-` becomes `-`.
    static func anchor(_ id: String) -> String {
        String(
            id.lowercased().map { character in
                ("a"..."z").contains(character) || ("0"..."9").contains(character)
                    ? character : "-"
            })
    }

    private static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte != 0x22 && byte != 0x26 && byte != 0x27 && byte != 0x3C && byte != 0x3E
        }
        if isPlain { return text }
        var safe = ""
        safe.reserveCapacity(text.utf8.count + 32)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

extension ReportTone {
    /// The sign that repeats the colour; empty where there is nothing to feel.
    var sign: String {
        switch self {
        case .negative: "▼"
        case .neutral: "◆"
        case .positive: "▲"
        case .plain: ""
        }
    }
}
