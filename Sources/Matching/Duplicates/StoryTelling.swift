import FoundationEssentials
import Model

/// An entry as stories are compared: its words without what the site put around them.
struct StoryTelling {
    /// How many words of a text are compared.
    static let wordLimit = 400
    private static let byteLimit = 8192

    let title: StoryPassage
    let text: StoryPassage
    /// Whether it says itself that it repeats another's words.
    let isRepost: Bool
    let isReview: Bool
    let stars: Double?
    /// Folded; nil where nobody is named, or somebody unnamed is.
    let author: String?
    /// Who puts it out: the publisher that the headline names, else the host, else the source.
    let site: String

    init(_ entry: Entry, kind: Source.Kind, source: SourceID) {
        let host = entry.url.flatMap(EntryHost.host)
        let head = StoryBoilerplate.bytes(of: entry.title ?? "", limit: Self.byteLimit)
        let bareTitle = StoryBoilerplate.bare(title: head[...], url: entry.url, text: entry.text)
        let body = entry.text ?? ""
        let bytes = StoryBoilerplate.bytes(of: body, limit: Self.byteLimit)
        let bareText = StoryBoilerplate.bare(
            text: bytes[...], isWhole: bytes.count == body.utf8.count)
        title = StoryPassage(bareTitle, limit: 60)
        text = StoryPassage(bareText, limit: Self.wordLimit).without(title)
        isRepost = bareTitle.isRepost || bareText.isRepost
        isReview = kind == .review || entry.rating != nil
        stars = entry.rating?.stars
        author = Self.folded(entry.author)
        site =
            entry.title.flatMap {
                StoryBoilerplate.publisher(title: $0, url: entry.url, text: entry.text)
            } ?? host ?? source.rawValue
    }

    /// The letters of a name; nil where sites put this for people who give none.
    private static func folded(_ author: String?) -> String? {
        guard let author else { return nil }
        let words = WordScanner.words(in: String(author.prefix(100))).map(\.joined)
        let name = words.joined(separator: " ")
        return name.isEmpty || unnamed.contains(name) ? nil : name
    }

    private static let unnamed: Set<String> = [
        "anonymous", "anonym", "guest", "gast", "a google user", "google user", "user", "deleted",
        "customer", "verified customer", "amazon customer", "kunde", "anonyme", "anonimo", "admin",
        "ein google nutzer", "kindle customer", "unknown", "n a",
    ]
}

/// The words of a title or a text, with the bytes that they stand in.
struct StoryPassage {
    private(set) var words: [StoryWord]
    private let bytes: ArraySlice<UInt8>
    let isCut: Bool

    init(_ bare: StoryBoilerplate.Bare, limit: Int) {
        bytes = bare.bytes
        words = StoryScanner.words(in: bytes, limit: limit)
        isCut = bare.isCut || words.count == limit
    }

    var count: Int { words.count }

    /// The pairs of neighbouring words.
    var pairs: Set<UInt64> {
        Set(zip(words, words.dropFirst()).map { SimHash.pair($0.hash, $1.hash) })
    }

    /// The passage without a title that it begins with; nothing where it says little more.
    func without(_ title: StoryPassage) -> StoryPassage {
        let head = title.words.map(\.hash)
        guard !head.isEmpty, words.prefix(head.count).map(\.hash) == head else { return self }
        var rest = self
        rest.words.removeFirst(head.count)
        if rest.count <= 6 { rest.words = [] }
        return rest
    }

    /// The folded letters of a word of this passage.
    func letters(of word: StoryWord) -> String {
        var text = ""
        for scalar in String(decoding: bytes[word.span], as: UTF8.self).unicodeScalars {
            WordFolding.append(scalar, to: &text)
        }
        return text
    }
}
