import Fetching
import FoundationEssentials
import Model

/// A short name of an entry's wording: equal where `Entry.saysTheSame(as:)` is true.
enum EntryDigest {
    static func digest(of entry: Entry) -> String {
        let rating = entry.rating.map { "\($0.value) \($0.min) \($0.max)" }
        let replied = entry.ownerReply?.date.map { "\($0.timeIntervalSince1970)" }
        let fields = [
            entry.title, entry.text, rating, entry.ownerReply.map { $0.text ?? "" }, replied,
        ]
        // No field holds U+001F, and a field that is absent is not an empty one.
        let wording = fields.map { $0.map { "+" + $0 } ?? "-" }.joined(separator: "\u{1F}")
        return BodyDigest.of(wording.utf8)
    }
}
