import Foundation
import Model
import TestSupport

/// The guest book as a JSON document, newest first, with the answers of the owner.
struct CafeBook {
    struct Review {
        var number: Int
        var stars: Int
        var text: String
        var author: String
        var date: Date
        var reply: Date?
    }

    private(set) var reviews: [Review] = []

    /// A guest book that got one review every other day, an old complaint among them.
    init(before now: Date) {
        for number in 1...40 {
            let isBad = number == 33
            add(
                isBad ? 1 : 5,
                isBad
                    ? "The coffee was cold and the waiter was rude."
                    : "A lovely cake and a kind word, says guest \(number).",
                at: now.addingTimeInterval(-3600 - Double(40 - number) * 2 * 86_400))
        }
    }

    /// Adds a review; returns its number.
    @discardableResult
    mutating func add(_ stars: Int, _ text: String, at date: Date) -> Int {
        let number = reviews.count + 1
        reviews.insert(
            Review(
                number: number, stars: stars, text: text, author: "Guest \(number)", date: date),
            at: 0)
        return number
    }

    mutating func edit(_ number: Int, _ stars: Int, _ text: String) {
        change(number) {
            $0.stars = stars
            $0.text = text
        }
    }

    mutating func answer(_ number: Int, at date: Date) { change(number) { $0.reply = date } }

    private mutating func change(_ number: Int, _ body: (inout Review) -> Void) {
        guard let place = reviews.firstIndex(where: { $0.number == number }) else { return }
        body(&reviews[place])
    }

    /// How the book is read.
    static let recipe = """
        name: wren-book
        title: Guest book
        summary: The guest book of a café in a test.
        kind: review
        format: json
        url: "{+site}"
        parameters:
          site:
            description: The address of the book
            example: http://127.0.0.1:8080/book
            pattern: https?://.+
        items: reviews
        fields:
          id: id
          text: text
          author: author
          rating: {path: stars, min: 1, max: 5}
          published: {path: at, time: text}
          reply: answer
          reply_date: {path: answered, time: text}
        """

    /// The document as it stands now; it lists the last 60 reviews.
    var reply: LoopbackReply {
        let items = reviews.prefix(60).map { review in
            let answer = review.reply.map {
                #", "answer": "We are sorry and have mended it.", "answered": "\#($0.rfc3339)""#
            }
            return """
                {"id": "g\(review.number)", "stars": \(review.stars), "text": "\(review.text)", \
                "author": "\(review.author)", "at": "\(review.date.rfc3339)"\(answer ?? "")}
                """
        }
        return .ok("{\"reviews\": [\(items.joined(separator: ","))]}")
    }
}
