import Foundation
import Model

/// What came of the run: every promise that is looked at when it is over.
struct Verdict {
    let town: Town
    let course: Course
    let letters: LetterCheck
    let logLines: [Substring]
    /// What is wrong, in words that say what and where; empty where all is well.
    private(set) var problems: [String]

    init(
        town: Town, course: Course, letters: LetterCheck, logLines: [Substring]
    ) throws {
        self.town = town
        self.course = course
        self.letters = letters
        self.logLines = logLines
        problems = course.problems + letters.problems
        checkSchedules()
        checkLog()
        checkMemory()
        checkSize()
        try checkStore()
        try checkDays()
    }

    private mutating func expect(_ condition: Bool, _ problem: @autoclosure () -> String) {
        if !condition { problems.append(problem()) }
    }

    private mutating func checkSchedules() {
        let figures = course.web.figures
        expect(
            figures.wrongCount == 0,
            "schedules: \(figures.wrongCount) polls at the wrong time: "
                + figures.wrongs.joined(separator: "; "))
    }

    private mutating func checkLog() {
        // A line begins with its priority: 3 is an error.
        let errors = logLines.filter { ["<0>", "<1>", "<2>", "<3>"].contains($0.prefix(3)) }
        expect(
            errors.isEmpty,
            "log: \(errors.count) errors: " + errors.prefix(3).joined(separator: "; "))
    }

    // MARK: What must not grow

    /// The samples after everything was stored once that is ever stored at the same time.
    private var steady: [Sample] {
        let begin = Double(town.options.keptDays) * 1.2
        return course.samples.filter { $0.day >= begin }
    }

    /// How memory stood in the first and in the second half of the steady time, in KiB.
    var memory: (resident: (Int, Int), anonymous: (Int, Int)) {
        let half = steady.count / 2
        func medians(_ figure: (Sample) -> Int) -> (Int, Int) {
            (
                Self.median(steady.prefix(half).map(figure)),
                Self.median(steady.suffix(half).map(figure))
            )
        }
        return (medians(\.resident), medians(\.anonymous))
    }

    private static func median(_ numbers: [Int]) -> Int {
        numbers.isEmpty ? 0 : numbers.sorted()[numbers.count / 2]
    }

    private mutating func checkMemory() {
        let memory = memory
        for (what, (first, second), slack) in [
            ("resident", memory.resident, 6144), ("anonymous", memory.anonymous, 6144),
        ] {
            expect(
                second - first <= slack,
                "memory: \(what) grew from \(first) to \(second) KiB in the second half")
        }
    }

    private mutating func checkSize() {
        // Retention leaves an eighth and 256 pages; more comes up until its next look.
        for sample in steady where sample.freePages > sample.pages / 6 + 512 {
            problems.append(
                "store: \(sample.freePages) of \(sample.pages) pages are free on day \(Int(sample.day))"
            )
            break
        }
        let journal = course.samples.map(\.largestJournal).max() ?? 0
        expect(journal <= 32 * 1024, "store: its journal had \(journal) KiB")
        for size in sizes where !SizeForecast.isMet(size.bytes, predicted: size.predicted) {
            problems.append("store: it has \(Int(size.bytes)) bytes, not \(Int(size.predicted))")
            break
        }
    }

    /// How large the store was, free pages left out, and how large it was to be, week by week.
    var sizes: [(bytes: Double, predicted: Double)] {
        let figures = course.web.figures
        let text = Double(figures.textBytes) / Double(max(figures.mentions, 1))
        return steady.map { sample in
            (
                Double(sample.pages - sample.freePages) * 4096,
                SizeForecast.bytes(of: sample, textBytes: text, sources: town.sourceCount)
            )
        }
    }

    // MARK: What must be there

    private mutating func checkStore() throws {
        let eyes = try StoreEyes(course.storePath)
        let figures = course.web.figures
        let daemon = course.daemon.figures
        func sequence(_ table: String) -> String {
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '\(table)'"
        }
        let questions = [
            ("mentions ever stored", sequence("mention"), figures.mentions),
            ("identities", "SELECT count(*) FROM entry", figures.entries),
            (
                "mentions that count in the figures by day",
                """
                SELECT coalesce(sum(negative + neutral + positive + unscored), 0)
                FROM dayCount WHERE brandId = ''
                """, figures.mentions
            ),
            ("undecided mentions", "SELECT count(*) FROM mention WHERE isDecided = 0", 0),
            ("decisions held back", "SELECT count(*) FROM decision WHERE outcome = 'held'", 0),
            ("undecided notices", "SELECT count(*) FROM sourceNotice WHERE isDecided = 0", 0),
            (
                "letters that were not delivered",
                "SELECT count(*) FROM delivery WHERE state IN ('pending', 'given-up')", 0
            ),
            (
                "entries stored twice",
                """
                SELECT count(*) - count(DISTINCT sourceId || ' ' || coalesce(entryId, identityKey))
                FROM mention
                """, 0
            ),
            ("leases", "SELECT count(*) FROM source WHERE leaseOwner IS NOT NULL", 0),
        ]
        for (what, sql, expected) in questions {
            let found = try eyes.number(sql)
            expect(found == expected, "store: \(found) \(what), not \(expected)")
        }
        for (rule, channels) in [
            ("complaints", 2), ("source-health", 2), ("storm", 1), ("fall", 1), ("daily", 2),
            ("night", 1), ("weekly", 1),
        ] {
            let made = daemon.alerts[RuleID(trusted: rule)] ?? 0
            let told = letters.told[rule] ?? 0
            expect(
                told == made * channels,
                "letters: \(told) alerts of \(rule) were told, of \(made) by \(channels) channels")
        }
        expect(daemon.givenUpLetters == 0, "letters: \(daemon.givenUpLetters) were given up")
        expect(
            daemon.newMentions == figures.mentions,
            "polls: \(daemon.newMentions) mentions were new, of \(figures.mentions) published")
    }

    /// Of each day within the retention every mention is there, and of the others none.
    private mutating func checkDays() throws {
        let eyes = try StoreEyes(course.storePath)
        let byDay = course.web.figures.byDay
        var stored = byDay.map { _ in [Int: Int]() }
        let start = course.clock.start.timeIntervalSince1970
        try eyes.each(
            """
            SELECT sourceId GLOB 'b*', CAST((firstSeen - \(start)) / 86400 AS INTEGER), count(*)
            FROM mention GROUP BY 1, 2
            """
        ) { stored[$0[0]][$0[1]] = $0[2] }
        let kept = [town.options.keptDays, town.options.keptDaysOfBrief]
        for (form, days) in kept.enumerated() {
            let first = town.options.days - days
            for (day, count) in byDay[form].enumerated() {
                let found = stored[form][day] ?? 0
                // What is about as old as that may be gone or not.
                if abs(day - first) <= 2 { continue }
                expect(
                    found == (day < first ? 0 : count),
                    "retention: \(found) of the \(count) mentions of day \(day) are stored, which are "
                        + "kept for \(days) days")
            }
        }
    }
}
