import Foundation

/// What stands at one source: the last things that were written there, and when it may be asked.
struct Feed: Sendable {
    /// How many entries a document lists.
    static let length = 20

    let source: Int
    private let form: Town.Form
    private let rate: Double
    private var chance: Chance
    private(set) var writings: [Writing] = []
    private var nextAt: TimeInterval
    private var count = 0

    /// How often it failed in a row.
    var failures = 0
    /// Whether it was read as it should be.
    var isKnown = false
    /// When it was asked last, in seconds since the beginning.
    var lastAsked: TimeInterval?
    /// When it is to be asked next.
    var due: ClosedRange<TimeInterval> = 0...0
    /// How often it was asked since time was last disturbed.
    var calmAsks = 0

    /// A source with some history.
    init(_ source: Int, of town: Town) {
        self.source = source
        form = town.form(of: source)
        rate = town.rate(of: source)
        chance = Chance(town.options.seed, 5, source)
        nextAt = -14 / rate * 86_400
    }

    /// Lets be written what is written up to a time; returns how much slid off the list without
    /// having been handed out.
    mutating func write(until time: TimeInterval) -> Int {
        var missed = 0
        while nextAt <= time {
            count += 1
            writings.append(Writing(count, at: nextAt, form: form, &chance))
            if writings.count > Self.length {
                missed += writings.removeFirst().shownAt == nil ? 1 : 0
            }
            nextAt += -log(1 - chance.share()) / rate * 86_400
        }
        return missed
    }

    /// The places of what is listed at a time, the oldest first.
    func listed(at time: TimeInterval) -> [Int] {
        writings.indices.filter { writings[$0].removedAt > time }
    }

    /// A text that is another one whenever the document is.
    func version(at time: TimeInterval) -> String {
        var sum = Chance.mixed(UInt64(source))
        for place in listed(at: time) {
            let writing = writings[place]
            sum = Chance.mixed(
                sum
                    ^ UInt64(
                        writing.number * 4 + (writing.editedAt <= time ? 1 : 0)
                            + (writing.answeredAt <= time ? 2 : 0)))
        }
        return "\"" + String(sum, radix: 36) + "\""
    }

    /// Takes note that what is listed was handed out; returns what is new in it: first sights, and edits
    /// of what was seen in its former wording.
    mutating func show(at time: TimeInterval) -> (first: [Writing], edited: [Writing]) {
        var (first, edited): ([Writing], [Writing]) = ([], [])
        for place in listed(at: time) {
            let isEdited = writings[place].editedAt <= time
            if writings[place].shownAt == nil {
                writings[place].shownAt = time
                first.append(writings[place])
            } else if isEdited, !writings[place].isEditShown {
                edited.append(writings[place])
            }
            writings[place].isEditShown = isEdited
        }
        return (first, edited)
    }
}
