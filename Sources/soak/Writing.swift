import Foundation

/// One thing that somebody wrote, with all that will become of it.
struct Writing: Sendable {
    /// What happens to a text after it was published.
    enum Edit: Sendable {
        case none
        /// Other words, the same opinion.
        case mended
        /// Five stars become one.
        case soured
    }

    var number: Int
    /// Times in seconds since the beginning; infinity for never.
    var at: TimeInterval
    var editedAt = TimeInterval.infinity
    var answeredAt = TimeInterval.infinity
    var removedAt = TimeInterval.infinity
    var edit = Edit.none
    var stars: Int
    var seed: UInt64
    /// Whether it names the brand.
    var isNaming: Bool
    /// When it was first handed out; nil if it never was.
    var shownAt: TimeInterval?
    /// Whether it was handed out as it is after its edit.
    var isEditShown = false

    /// The next thing that is written at a source.
    init(_ number: Int, at time: TimeInterval, form: Town.Form, _ chance: inout Chance) {
        self.number = number
        at = time
        seed = chance.next()
        let lot = chance.share()
        stars = lot < 0.08 ? 1 : lot < 0.12 ? 2 : lot < 0.22 ? 3 : lot < 0.5 ? 4 : 5
        isNaming = form.isReviews || chance.share() < 0.7
        let day = 86_400.0
        let fate = chance.share()
        if fate < 0.04 {
            editedAt = time + chance.number(0.2, 4) * day
            edit = form.isReviews && stars == 5 ? .soured : .mended
        } else if fate < 0.06 {
            removedAt = time + chance.number(1, 30) * day
        }
        if form == .book, chance.share() < (stars <= 2 ? 0.85 : 0.3) {
            answeredAt = time + chance.number(0.3, 6) * day
        }
    }

    /// The stars that it has at a time.
    func stars(at time: TimeInterval) -> Int {
        edit == .soured && editedAt <= time ? 1 : stars
    }

    // MARK: Words

    private static let things = [
        "soup", "bread", "room", "coffee", "cake", "table", "bill", "window", "garden", "menu",
        "parcel", "waiter", "door", "music", "tea", "lamp", "chair", "shelf", "counter", "terrace",
        "salad", "bathroom", "lift", "parking", "breakfast", "pillow", "novel", "map", "till",
        "queue",
    ]
    private static let good = [
        "lovely", "friendly", "delicious", "charming", "excellent", "wonderful", "perfect", "cosy",
    ]
    private static let bad = [
        "awful", "rude", "dirty", "terrible", "horrible", "disgusting", "cold", "broken",
    ]
    private static let plain = [
        "blue", "round", "tall", "wooden", "narrow", "old", "heavy", "square", "striped", "grey",
    ]
    private static let places = [
        "station", "river", "church", "bridge", "school", "square", "tower", "harbour wall",
        "library", "market", "theatre", "park", "museum", "mill", "lighthouse", "post office",
    ]
    private static let people = [
        "my sister", "an old friend", "two colleagues", "the children", "our neighbour", "my uncle",
        "a cousin", "the choir", "my landlord", "a student", "the team", "our guests",
    ]
    private static let times = [
        "in the morning", "at noon", "late at night", "on a Tuesday", "after the concert",
        "before the rain", "during the fair", "on the way home", "last spring", "at the weekend",
    ]

    /// The text at a time, about a brand; as many words as people write, no two alike.
    func text(at time: TimeInterval, brand: String) -> String {
        let isEdited = editedAt <= time
        var chance = Chance(seed, isEdited ? 1 : 0)
        let felt =
            switch stars(at: time) {
            case 1, 2: Self.bad
            case 3: Self.plain
            default: Self.good
            }
        func word(_ words: [String]) -> String { words[chance.place(words.count)] }
        func name() -> String { Self.name(&chance) }
        var parts: [String] = []
        parts.append(
            isNaming
                ? "We met \(word(Self.people)) at \(brand) \(word(Self.times))."
                : "We met \(word(Self.people)) near the \(word(Self.places)) \(word(Self.times)).")
        for _ in 0..<2 + chance.place(5) {
            let place = "the \(name()) \(word(Self.places))"
            parts.append(
                chance.place(2) == 0
                    ? "The \(name()) \(word(Self.things)) was \(word(felt)), as \(name()) told us."
                    : "\(name()) found a \(word(felt)) \(word(Self.things)) next to \(place).")
            parts.append(
                chance.place(2) == 0
                    ? "Then \(word(Self.people)) from \(name()) came by \(word(Self.times))."
                    : "\(name()) and \(name()) live behind \(place), \(word(Self.people)) said.")
        }
        return parts.joined(separator: " ")
    }

    var title: String {
        var chance = Chance(seed, 7)
        func word(_ words: [String]) -> String { words[chance.place(words.count)] }
        return """
            \(Self.name(&chance)), \(Self.name(&chance)) and the \(Self.name(&chance)) \
            \(word(Self.places)) \(word(Self.times))
            """
    }

    private static let syllables = [
        "ba", "cor", "del", "fin", "gar", "hol", "jas", "kel", "lin", "mar", "nor", "pel", "quin",
        "ros", "sil", "tam", "ul", "ven", "wick", "yor",
    ]

    /// A name that nobody else has.
    private static func name(_ chance: inout Chance) -> String {
        (0..<3).map { _ in syllables[chance.place(syllables.count)] }.joined().capitalized
    }

    var author: String { "Guest \(seed % 90_000)" }
}
