import FoundationEssentials
import Model
import TestSupport

/// A shop's list of reviews as an Atom document, newest first.
struct ReviewShop {
    struct Review {
        var id: String
        var text: String
        var author = "Ada"
        var date: Date
    }

    /// Newest first.
    var reviews: [Review] = []
    /// How many of them the document lists.
    var window = 20
    /// What is put in front of every id.
    var prefix = ""

    /// A shop that got one review every `days` days before `now`, the newest one an hour ago.
    init(count: Int = 20, every days: Double = 2, before now: Date) {
        for number in 0..<count {
            reviews.append(
                Review(
                    id: "r\(count - number)", text: Self.text(count - number),
                    date: now.addingTimeInterval(-3600 - Double(number) * days * 86_400)))
        }
    }

    mutating func add(_ text: String, id: String? = nil, at date: Date) {
        reviews.insert(Review(id: id ?? "r\(reviews.count + 1)", text: text, date: date), at: 0)
    }

    static func text(_ number: Int) -> String {
        "A good visit to the kettle shop by the harbour, number \(number)."
    }

    var document: String {
        let entries = reviews.prefix(window).map { review in
            """
            <entry><id>urn:\(prefix)\(review.id)</id><title>Visit</title>
            <author><name>\(review.author)</name></author>
            <published>\(review.date.rfc3339)</published><updated>\(review.date.rfc3339)</updated>
            <content type="text">\(review.text)</content></entry>
            """
        }
        return #"<feed xmlns="http://www.w3.org/2005/Atom"><title>Visits</title>"#
            + entries.joined() + "</feed>"
    }

    var reply: LoopbackReply { .ok(document) }
}
