import Model
import Storage

/// Counts mentions by who wrote them, to find those who wrote at least twice in one place.
struct AuthorTally {
    private struct Author: Hashable {
        let source: String
        let name: String
    }

    private struct Mentions {
        var counts = SentimentCounts()
        var numbers: [MentionID] = []

        mutating func add(_ mention: MentionID, _ label: Sentiment.Label) {
            counts.count(label, stars: nil)
            numbers.append(mention)
        }
    }

    /// The first mention of each author; most have no other.
    private var first: [Author: (mention: MentionID, label: Sentiment.Label)] = [:]
    /// All mentions of those who have another.
    private var more: [Author: Mentions] = [:]

    /// Counts a mention; a blank name is nobody's.
    mutating func count(_ mention: MentionID, source: String, author: String, label: String) {
        guard Self.isName(author) else { return }
        let author = Author(source: source, name: author)
        let label = Sentiment.Label(rawValue: label) ?? .unscored
        guard let former = first.updateValue((mention, label), forKey: author) else { return }
        if more[author] == nil {
            more[author, default: Mentions()].add(former.mention, former.label)
        }
        more[author, default: Mentions()].add(mention, label)
    }

    private static func isName(_ author: String) -> Bool {
        // Nearly all begin with a letter of ASCII.
        if let first = author.utf8.first, first > 0x20, first < 0x7F { return true }
        return author.contains { !$0.isWhitespace }
    }

    /// Those who wrote at least twice, the most frequent first.
    var repeated: [RepeatAuthor] {
        more.map { author, mentions in
            RepeatAuthor(
                source: SourceID(trusted: author.source), author: author.name,
                counts: mentions.counts, mentions: mentions.numbers.sorted(by: >))
        }.sorted { one, other in
            (other.mentions.count, one.source.rawValue, one.author)
                < (one.mentions.count, other.source.rawValue, other.author)
        }
    }
}
