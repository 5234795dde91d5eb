import FoundationEssentials
import Model
import TextProcessing

/// Collects the drafts of one document and makes entries of them, each with an identity.
///
/// Identities are given at the end, when repeated ids are known (`IdentityLadder`).
struct EntryBuilder {
    private let base: String?
    private var entries: [Entry] = []
    private var ownsURL: [Bool] = []
    private var bareRatings: [(index: Int, value: Double)] = []
    private var blank = 0

    /// A builder for a document that came from, or declares, the address `base`.
    init(base: String?) {
        self.base = base
    }

    /// Adds the entry that `draft` describes; one that is not sure and has neither id, link, title,
    /// text nor rating is counted and left out.
    mutating func add(_ draft: EntryDraft) {
        let entry = Self.entry(draft, base: draft.base ?? base)
        let isBlank =
            !draft.isSure && entry.id == nil && entry.url == nil && entry.title == nil
            && entry.text == nil && entry.rating == nil && draft.bareRating == nil
        if isBlank {
            blank += 1
            return
        }
        if let value = draft.bareRating { bareRatings.append((entries.count, value)) }
        entries.append(entry)
        ownsURL.append(draft.ownsURL)
    }

    /// The entries in the order they were added, and what to tell the owner about them.
    mutating func finish() -> (entries: [Entry], notes: [String]) {
        let scaleNote = rateBare()
        // Taken out, so that the ladder has the only copy.
        let collected = entries
        entries = []
        var ladder = IdentityLadder(entries: collected, ownsURL: ownsURL)
        let identified = ladder.identified()
        var notes = ladder.notes + [scaleNote].compactMap(\.self)
        if blank > 0 {
            notes.append(
                "\(blank) \(blank == 1 ? "entry has" : "entries have") neither id, link, title, "
                    + "text nor rating and \(blank == 1 ? "was" : "were") left out.")
        }
        return (identified, notes)
    }

    /// Puts the ratings without a scale on the smallest usual one that holds them all, and tells
    /// which; one that fits none is left out.
    private mutating func rateBare() -> String? {
        let values = bareRatings.map(\.value).filter { $0 <= 100 }
        guard let highest = values.max() else { return nil }
        let scale: ClosedRange<Double> =
            highest <= 5 ? (1...5) : highest <= 10 ? (0...10) : (0...100)
        for (index, value) in bareRatings {
            let low = Swift.min(scale.lowerBound, value < 1 ? 0 : 1)
            entries[index].rating = Rating(value: value, min: low, max: scale.upperBound)
        }
        return
            "The ratings do not tell their scale; \(Int(scale.upperBound)) was taken for the best."
    }

    private static func entry(_ draft: EntryDraft, base: String?) -> Entry {
        let title = draft.title.flatMap(Self.title)
        let text = draft.text.flatMap(Self.text)
        var rating = draft.rating
        if rating == nil, draft.readsRatingFromText {
            rating =
                title.flatMap(RatingText.rating(inProse:))
                ?? text.flatMap(RatingText.rating(inProse:))
        }
        return Entry(
            identity: EntryIdentity(rung: .contentHash, key: ""),
            id: draft.id.flatMap { PlainText.line($0) },
            url: draft.url.flatMap { CanonicalURL.canonical($0, base: base) }, title: title,
            text: text, author: draft.author.flatMap { PlainText.line($0) },
            published: draft.published, updated: draft.updated, rating: rating,
            language: draft.language.flatMap(LanguageTag.normalized), ownerReply: reply(draft),
            // Nothing is stripped: what looks like tracking may say which entry is meant.
            reportURL: draft.reportURL.flatMap { CanonicalURL.absolute($0, base: base) })
    }

    private static func reply(_ draft: EntryDraft) -> Entry.OwnerReply? {
        if draft.replyText == nil, draft.replyDate == nil { return nil }
        return Entry.OwnerReply(text: draft.replyText.flatMap(Self.text), date: draft.replyDate)
    }

    private static func title(_ raw: RawText) -> String? {
        switch raw {
        case .plain(let text): PlainText.line(text)
        case .html(let html): PlainText.readableLine(html)
        }
    }

    private static func text(_ raw: RawText) -> String? {
        switch raw {
        case .plain(let text): PlainText.paragraphs(text)
        case .html(let html):
            PlainText.readableParagraphs(html).flatMap(ListingFooter.stripped)
        }
    }
}
