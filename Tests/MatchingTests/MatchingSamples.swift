import Matching
import Model

/// An entry with this text, for queries to be asked of.
func entry(
    _ text: String?, title: String? = nil, author: String? = nil, url: String? = nil,
    language: String? = nil, rating: Rating? = nil
) -> Entry {
    Entry(
        identity: EntryIdentity(rung: .stableID, key: "1"), url: url, title: title, text: text,
        author: author, rating: rating, language: language)
}

/// The same, indexed.
func subject(_ text: String?, title: String? = nil, author: String? = nil) -> QuerySubject {
    QuerySubject(entry: entry(text, title: title, author: author))
}

/// What `query` finds in `text`; nil where it does not match.
func terms(_ query: String, in text: String) throws -> [String]? {
    try BrandQuery(parsing: query).matchedTerms(in: subject(text))
}

/// Whether `query` matches `text`.
func matches(_ query: String, _ text: String) throws -> Bool {
    try terms(query, in: text) != nil
}
