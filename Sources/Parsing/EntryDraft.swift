import FoundationEssentials
import Model

/// Text as a document gives it, before it is made plain.
enum RawText: Sendable, Hashable {
    case plain(String)
    case html(String)
}

/// The raw pieces of one entry, in the words of its document.
///
/// Every piece may be absent or blank. `EntryBuilder` makes an `Entry` of them.
struct EntryDraft: Sendable, Hashable {
    var id: String?
    /// As given; relative addresses are resolved against `base`.
    var url: String?
    /// Whether `url` is the page of this entry alone; false for a page that all entries share, which
    /// is shown but never identifies.
    var ownsURL = true
    /// The base of this entry's addresses; nil where it is that of the document.
    var base: String?
    var title: RawText?
    var text: RawText?
    var author: String?
    var published: Date?
    var updated: Date?
    /// From a field made for ratings; where it is nil, title and text are searched for one.
    var rating: Rating?
    /// The number of a rating whose scale nothing tells; it is guessed from all such of the document.
    var bareRating: Double?
    /// Whether title and text may hold the rating; false where the source has a field for it.
    var readsRatingFromText = true
    var language: String?
    /// Whether it is an entry even if nothing readable stands in it.
    var isSure = false
    /// The owner's answer: the fact alone is told by an empty text.
    var replyText: RawText?
    var replyDate: Date?
    /// Where the site takes reports on the entry; relative addresses are resolved against `base`.
    var reportURL: String?
}
