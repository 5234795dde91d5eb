/// How foreign text is kept from being mark-up, a call or a link, by each service's own rules.
enum ChatEscape {
    /// HTML text and attribute values: Matrix, Telegram, Google Chat's cards, mail.
    static func html(_ text: String) -> String {
        escaped(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }

    /// Telegram's HTML, which knows no `&#39;` by name, with usernames and addresses defused.
    static func telegram(_ text: String) -> String {
        ampersands(ChatText.defused(text), quotes: true)
    }

    /// Slack's `&`, `<` and `>`, which begin its calls and links (`<!here>`, `<@U1>`, `<url|text>`).
    static func slack(_ text: String) -> String { ampersands(text, quotes: false) }

    /// Google Chat's text, in which `<users/all>` calls everybody and `*`, `_`, `~` and backticks
    /// format: the angle brackets become ‹ and ›, the others get a character without width.
    static func googleChat(_ text: String) -> String {
        escaped(ChatText.defused(text)) { byte in
            switch byte {
            case UInt8(ascii: "<"): "‹"
            case UInt8(ascii: ">"): "›"
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
                "\u{200B}" + String(UnicodeScalar(byte))
            default: nil
            }
        }
    }

    /// Markdown with a backslash before everything that can format, as CommonMark 2.4 defines it, and
    /// names and addresses defused: Discord, Mattermost, Teams.
    static func markdown(_ text: String) -> String {
        escaped(ChatText.defused(text)) { byte in
            "\\`*_{}[]()<>#+-.!|~$".utf8.contains(byte)
                ? "\\" + String(UnicodeScalar(byte)) : nil
        }
    }

    private static func ampersands(_ text: String, quotes: Bool) -> String {
        escaped(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\"") where quotes: "&quot;"
            default: nil
            }
        }
    }

    private static func escaped(_ text: String, _ replacement: (UInt8) -> String?) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if let replacement = replacement(byte) {
                out += replacement.utf8
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
