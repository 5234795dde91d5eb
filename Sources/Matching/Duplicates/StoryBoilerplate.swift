/// What sites put around a story, taken off so that copies look alike.
enum StoryBoilerplate {
    /// A text without its frame.
    struct Bare {
        /// What is left.
        var bytes: ArraySlice<UInt8>
        /// Whether the site cut the text short.
        var isCut = false
        /// Whether it says itself that it repeats another's words.
        var isRepost = false
    }

    /// The first `limit` bytes of a text at most.
    static func bytes(of text: String, limit: Int) -> [UInt8] {
        var text = text
        return text.withUTF8 { Array($0.prefix(limit)) }
    }

    /// A body without repost marks, link lines, “read more” and the marks of a cut.
    static func bare(text: ArraySlice<UInt8>, isWhole: Bool) -> Bare {
        var bare = Bare(bytes: trimmed(text), isCut: !isWhole)
        dropRepostMark(&bare)
        guard isWhole else { return bare }
        while let start = tails.lastStart(in: bare.bytes, within: 400) {
            if bare.bytes[start] == UInt8(ascii: "T"),
                appeared.lastStart(in: bare.bytes[start...], within: 400) == nil
            {
                break
            }
            bare.bytes = trimmed(bare.bytes[..<start])
        }
        dropVia(&bare)
        dropEllipsis(&bare)
        return bare
    }

    /// A headline without repost mark, publisher and the marks of a cut.
    ///
    /// What stands behind the last ` - ` or ` | ` is the publisher where the address's host is called
    /// so, where it has the word for one, or where the body only repeats headline and publisher.
    static func bare(title: ArraySlice<UInt8>, url: String?, text: String?) -> Bare {
        var bare = Bare(bytes: trimmed(title))
        dropRepostMark(&bare)
        if let start = publisherStart(in: bare.bytes) {
            let name = trimmed(bare.bytes[start.name...])
            if isPublisher(name, url: url, text: text) {
                bare.bytes = trimmed(bare.bytes[..<start.separator])
            }
        }
        dropVia(&bare)
        dropEllipsis(&bare)
        return bare
    }

    /// The publisher that the headline ends in, folded; nil if it names none.
    static func publisher(title: String, url: String?, text: String?) -> String? {
        let bytes = bytes(of: title, limit: 1000)
        guard let start = publisherStart(in: bytes[...]) else { return nil }
        let name = trimmed(bytes[start.name...])
        guard isPublisher(name, url: url, text: text) else { return nil }
        return letters(name)
    }

    /// What begins the tail of a text that is not part of it.
    private static let tails = ByteMarks([
        "submitted by /u/", "submitted by u/", "Article URL:", "Comments URL:", "The post ",
        "Continue reading", "Read more", "Read full ", "Weiterlesen", "Mehr lesen", "Lire la suite",
        "Leer más", "Continua a leggere", "Lees meer", "Leia mais",
    ])

    /// What begins the naming of whoever said it before.
    private static let credits = ByteMarks([" via @", "(via ", " h/t @", "(h/t "])

    private static let appeared = ByteMarks([" appeared first on "])

    /// The marks of a cut, the longer before those that they end in.
    private static let ellipses: [[UInt8]] = ["[…]", "[...]", "(…)", "(...)", "…", "..."].map {
        Array($0.utf8)
    }

    private static func dropRepostMark(_ bare: inout Bare) {
        for mark in ["RT @", "MT @", "RT: @"] where bare.bytes.starts(with: mark.utf8) {
            let rest = bare.bytes.dropFirst(mark.utf8.count)
            guard let end = rest.firstIndex(where: { $0 == 0x3A || $0 <= 0x20 }) else { return }
            bare.bytes = trimmed(rest[(end + 1)...])
            bare.isRepost = true
        }
    }

    /// Takes off a final ` via @handle`, `(via Name)` or `h/t @handle`.
    private static func dropVia(_ bare: inout Bare) {
        guard let start = credits.lastStart(in: bare.bytes, within: 60) else { return }
        bare.bytes = trimmed(bare.bytes[..<start])
        bare.isRepost = true
    }

    private static func dropEllipsis(_ bare: inout Bare) {
        // `.`, `)`, `]` or the last byte of the ellipsis.
        guard let last = bare.bytes.last, [0x2E, 0x29, 0x5D, 0xA6].contains(last) else { return }
        for mark in ellipses where bare.bytes.suffix(mark.count).elementsEqual(mark) {
            bare.bytes = trimmed(bare.bytes.dropLast(mark.count))
            bare.isCut = true
            return
        }
    }

    /// Where the last ` - `, ` | `, ` – `, ` — ` or ` · ` stands and what follows it, if that has a
    /// name's length and enough stands before it.
    private static func publisherStart(in bytes: ArraySlice<UInt8>) -> (separator: Int, name: Int)?
    {
        var end = bytes.endIndex
        let first = max(bytes.startIndex + 12, bytes.endIndex - 60)
        while end > first {
            end -= 1
            guard bytes[end] == 0x20 else { continue }
            let width =
                switch bytes[end - 1] {
                case UInt8(ascii: "-"), UInt8(ascii: "|"): 1
                case 0xB7 where bytes[end - 2] == 0xC2: 2
                case 0x93, 0x94: bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2 ? 3 : 0
                default: 0
                }
            guard width > 0, bytes[end - width - 1] == 0x20 else { continue }
            return (end - width - 1, end + 1)
        }
        return nil
    }

    private static func isPublisher(
        _ name: ArraySlice<UInt8>, url: String?, text: String?
    ) -> Bool {
        guard !name.isEmpty, name.count <= 48 else { return false }
        if name.contains(UInt8(ascii: ".")), !name.contains(0x20) { return true }
        let words = String(decoding: name, as: UTF8.self).lowercased().split { !$0.isLetter }
        if words.contains(where: { pressWords.contains(String($0)) }) { return true }
        if let host = url.flatMap(EntryHost.host),
            words.contains(where: { $0.utf8.count >= 3 && host.contains($0) })
        {
            return true
        }
        guard let text, text.utf8.count < 600 else { return false }
        return trimmed(bytes(of: text, limit: 600)[...]).suffix(name.count).elementsEqual(name)
    }

    /// Words by which publishers call themselves.
    private static let pressWords: Set<String> = [
        "news", "times", "post", "herald", "gazette", "tribune", "daily", "journal", "chronicle",
        "observer", "telegraph", "courier", "magazine", "blog", "radio", "press", "zeitung",
        "nachrichten", "anzeiger", "tageblatt", "kurier", "rundschau", "presse", "journaal",
        "diario",
        "noticias", "gazzetta", "corriere", "courrier", "nieuws", "dagblad", "jornal", "online",
    ]

    private static func letters(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
            let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return bytes.prefix(0) }
        return bytes[first...last]
    }
}
