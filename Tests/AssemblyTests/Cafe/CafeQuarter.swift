import Foundation
import Model
import Monitor
import Storage
import TestSupport

/// What happens to the café in the last quarter of 2026, and the daemon's walks through it.
struct CafeQuarter {
    /// Something that happens outside at a time of the owner's clock.
    private struct Event {
        var at: Date
        var happens: (inout CafeQuarter) -> Void
    }

    let cafe: WatchedCafe
    private var book: CafeBook
    private var events: [Event] = []
    private let days: Range<Date>

    /// The quarter, or some days of it.
    init(_ days: Range<Date> = CafeClock.start..<CafeClock.at(12, 29, 12)) throws {
        self.days = days
        cafe = try WatchedCafe()
        cafe.clock.set(days.lowerBound)
        book = CafeBook(before: cafe.clock.now)
        cafe.serve("/book", book.reply)
        for paper in CafePapers.names {
            cafe.serve("/" + paper, CafePapers.page(paper, tellsStory: false))
        }
        plan()
        events.removeAll { !days.contains($0.at) }
        events.sort { $0.at < $1.at }
    }

    private mutating func at(
        _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0,
        _ happens: @escaping (inout CafeQuarter) -> Void
    ) {
        events.append(Event(at: CafeClock.at(month, day, hour, minute), happens: happens))
    }

    private mutating func add(_ stars: Int, _ text: String) {
        book.add(stars, text, at: cafe.clock.now)
        cafe.serve("/book", book.reply)
    }

    private mutating func answer(_ numbers: [Int]) {
        for number in numbers { book.answer(number, at: cafe.clock.now) }
        cafe.serve("/book", book.reply)
    }

    // MARK: The script

    private mutating func plan() {
        planPraise()
        planComplaints()
        planPress()
        planOutages()
    }

    /// Praise comes every other day at noon, all quarter long.
    private mutating func planPraise() {
        var day = CafeClock.at(9, 29, 12, 10)
        while day < days.upperBound {
            events.append(Event(at: day) { $0.add(5, "Warm bread and a friendly smile.") })
            day = CafeClock.calendar.date(byAdding: .day, value: 2, to: day) ?? days.upperBound
        }
    }

    private mutating func planComplaints() {
        // A complaint that is answered the next morning.
        at(10, 1, 11, 20) { $0.add(1, "The soup was cold and the waiter was rude.") }
        at(10, 2, 9) { $0.answerLatest() }
        // A bad weekend: nine complaints in two days, two of them at night, answered on Monday.
        for (day, hour) in [(17, 10), (17, 12), (17, 13), (17, 16), (17, 23), (18, 2), (18, 9)] {
            at(10, day, hour, 30) { $0.add(2, "We waited an hour and the food was awful.") }
        }
        at(10, 18, 11, 30) { $0.add(1, "A terrible mess, dirty tables and rude staff.") }
        at(10, 18, 14, 30) { $0.add(1, "Dirty cups, cold coffee and a rude answer.") }
        at(10, 19, 9) { $0.answerAll() }
        // A guest thinks better of the praise that was given.
        at(11, 3, 15) { quarter in
            quarter.book.edit(41, 1, "They charged us twice and were rude on the phone.")
            quarter.cafe.serve("/book", quarter.book.reply)
        }
        at(11, 3, 17) { $0.answer([41]) }
        // A complaint late in the evening, and a worse one; both are answered in the morning.
        at(12, 2, 22, 40) { $0.add(2, "The cake was stale and the service slow.") }
        at(12, 2, 23, 40) { $0.add(1, "Horrible, we got sick from the awful eggs.") }
        at(12, 3, 8, 30) { $0.answerAll() }
        // One that nobody ever answers.
        at(12, 7, 10, 20) { $0.add(2, "The bill was wrong and nobody cared.") }
        // One before the holidays.
        at(12, 24, 16, 20) { $0.add(2, "The table was dirty and it was too loud.") }
    }

    /// A story goes through five papers in three days.
    private mutating func planPress() {
        for (index, paper) in CafePapers.names.enumerated() {
            at(11, 10 + index / 2, 7 + index % 2) {
                $0.cafe.serve("/" + paper, CafePapers.page(paper, tellsStory: true))
            }
        }
    }

    private mutating func planOutages() {
        // A paper can't be reached for three days.
        at(11, 16, 6) { $0.cafe.serve("/courier", .status(500)) }
        at(11, 19, 6) {
            $0.cafe.serve("/courier", CafePapers.page("courier", tellsStory: true))
        }
        // Mail is broken for two days, in which there are complaints; they are answered quickly.
        at(11, 24, 9) { $0.cafe.post.breakDown(ChannelID(trusted: "mail")) }
        at(11, 24, 10, 20) { $0.add(1, "Rude staff, we will never come again.") }
        at(11, 24, 12, 20) { $0.add(2, "A cold and bitter coffee, so sad.") }
        at(11, 25, 10, 20) { $0.add(2, "The toilet was dirty and smelled terrible.") }
        at(11, 25, 12) { $0.answerAll() }
        at(11, 26, 9) { $0.cafe.post.mend(ChannelID(trusted: "mail")) }
    }

    private mutating func answerLatest() {
        if let latest = book.reviews.first(where: { $0.stars < 3 }) { answer([latest.number]) }
    }

    private mutating func answerAll() {
        answer(book.reviews.filter { $0.stars < 3 && $0.reply == nil }.map(\.number))
    }

    // MARK: The walks

    /// Lets everything happen in its order, with a walk of the daemon after every event and at every
    /// hour.
    ///
    /// `walk` runs one walk, in which the daemon may die.
    mutating func play(_ walk: () async throws -> Void) async throws {
        try await walk()
        var next = days.lowerBound
        while next < days.upperBound {
            next = next.addingTimeInterval(3600)
            while let event = events.first, event.at <= next {
                events.removeFirst()
                cafe.clock.set(event.at)
                event.happens(&self)
                try await walk()
            }
            cafe.clock.set(next)
            try await walk()
        }
    }
}
