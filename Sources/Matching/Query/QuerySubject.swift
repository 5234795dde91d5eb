public import Model

/// An entry made ready to be asked by queries; made once, asked by all.
///
/// Making it takes time and memory linear in the entry's text.
public struct QuerySubject: Sendable {
    let body: WordIndex
    let title: WordIndex
    let author: WordIndex
    let host: String?
    let language: String?
    let rating: Rating?

    /// Indexes `entry`; `language` is what was found in its text, a BCP 47 tag, and holds where the
    /// entry declares none.
    public init(entry: Entry, language: String? = nil) {
        let body = entry.body
        let titleLength = entry.title?.utf8.count ?? 0
        let isTitleApart = titleLength > 0 && titleLength < body.utf8.count && body != entry.text
        self.body = WordIndex(body, gap: isTitleApart ? titleLength : nil)
        title = WordIndex(entry.title ?? "")
        author = WordIndex(entry.author ?? "")
        host = entry.url.flatMap(EntryHost.host)
        self.language = (entry.language ?? language).map(LanguageTag.folded)
        rating = entry.rating
    }

    func index(of scope: QueryTerm.Scope) -> WordIndex {
        switch scope {
        case .body: body
        case .title: title
        case .author: author
        }
    }
}
