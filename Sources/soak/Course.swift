import Foundation

/// Leads the daemon through the years: from one half of an hour to the next, and from one thing that
/// happens to the next.
final class Course {
    /// How far the clock goes at once when all walks rest, in seconds.
    ///
    /// The daemon looks at its work every half minute. Here it does so when the clock gets there, so
    /// that everything happens up to one step late, as on a busy machine.
    static let step: TimeInterval = 1800
    /// Walks that ask for less than this have not ended, and get their time, in seconds.
    private static let breath: TimeInterval = 0.2
    /// How often in a row they get it before something spins.
    private static let breaths = 2000
    /// The owner reads the configuration anew every week, and starts the daemon anew every month.
    private static let reload: TimeInterval = 7 * 86_400
    private static let restart: TimeInterval = 31 * 86_400

    let town: Town
    let clock: SimulatedClock
    let web: Web
    let post: Post
    let daemon: WatchingDaemon
    let storePath: String
    /// Hears of each sample.
    let tell: (Sample) -> Void
    private let began = ContinuousClock.now
    private var largestJournal = 0
    private(set) var samples: [Sample] = []
    /// What was found wrong on the way, in words.
    private(set) var problems: [String] = []

    init(
        town: Town, clock: SimulatedClock, web: Web, post: Post, daemon: WatchingDaemon,
        storePath: String, tell: @escaping (Sample) -> Void
    ) {
        self.town = town
        self.clock = clock
        self.web = web
        self.post = post
        self.daemon = daemon
        self.storePath = storePath
        self.tell = tell
    }

    private var end: TimeInterval { Double(town.options.days) * 86_400 }

    /// All of it.
    func run() async throws {
        samples.reserveCapacity(town.options.days / 7 + 2)
        try await daemon.start()
        var breaths = 0
        while true {
            await settle()
            let wake = clock.nextWake ?? 0
            if wake - clock.elapsed < Self.breath {
                breaths += 1
                guard breaths < Self.breaths else { throw SoakError(spinning) }
                clock.pass(to: wake)
                continue
            }
            breaths = 0
            if clock.elapsed >= end { break }
            try await happen()
            clock.pass(to: nextStep())
        }
        try await look()
        try await daemon.stop()
    }

    private var spinning: String {
        "the walks do not come to rest on day \(clock.elapsed / 86_400): something is always due"
    }

    /// Returns when every loop of the daemon sleeps, and none was just woken by a bell.
    private func settle() async {
        while true {
            await clock.whenAsleep(WatchingDaemon.loops)
            let before = clock.rest
            for _ in 0..<8 { await Task.yield() }
            let after = clock.rest
            if before == after, after.sleepers == WatchingDaemon.loops { return }
        }
    }

    /// The next half of an hour, or the end of a suspend that begins now.
    private func nextStep() -> TimeInterval {
        let next = ((clock.elapsed / Self.step).rounded(.down) + 1) * Self.step
        let sleep = town.disturbances.first { $0.kind == .suspend && $0.start == clock.elapsed }
        return sleep?.end ?? next
    }

    // MARK: What happens

    private func happen() async throws {
        let time = clock.elapsed
        measureJournal()
        for disturbance in town.disturbances {
            // The walks were asked for what was due before time went wrong.
            if time == disturbance.start { clock.setError(disturbance.error) }
            if time == disturbance.end { clock.setError(0) }
            if time == disturbance.start || time == disturbance.end { web.disturb() }
        }
        guard time > 0 else { return }
        if time.truncatingRemainder(dividingBy: Self.restart) == 0 {
            try await daemon.stop()
            try await daemon.start()
            await settle()
        }
        if time.truncatingRemainder(dividingBy: Self.reload) == 0 {
            try await daemon.reload()
            await settle()
            try await look()
        }
    }

    private func measureJournal() {
        let attributes = try? FileManager.default.attributesOfItem(atPath: storePath + "-wal")
        largestJournal = max(largestJournal, (attributes?[.size] as? Int ?? 0) / 1024)
    }

    // MARK: What is looked at

    /// Takes a sample, and looks whether all is as it has to be at any time.
    private func look() async throws {
        measureJournal()
        let eyes = try StoreEyes(storePath)
        web.findForgotten()
        problems += try RetentionCheck(town: town, clock: clock, eyes: eyes).problems()
        checkRetentionTime()
        let daemon = daemon.figures
        let post = post.figures
        let sample = Sample(
            day: clock.elapsed / 86_400, date: String(clock.now.ISO8601Format().prefix(10)),
            seconds: (ContinuousClock.now - began) / .seconds(1),
            resident: ProcessMemory.kibibytes("VmRSS"),
            anonymous: ProcessMemory.kibibytes("RssAnon"),
            pages: try eyes.number("PRAGMA page_count"),
            freePages: try eyes.number("PRAGMA freelist_count"),
            journal: Self.size(storePath + "-wal") / 1024, largestJournal: largestJournal,
            mentions: try eyes.number("SELECT count(*) FROM mention"),
            identities: try eyes.number("SELECT count(*) FROM entry"),
            figures: try SizeForecast.figureTables.reduce(0) {
                $0 + (try eyes.number("SELECT count(*) FROM \($1)"))
            },
            alerts: try eyes.number("SELECT count(*) FROM alert"),
            letters: try eyes.number("SELECT count(*) FROM delivery"),
            removedMentions: daemon.removedMentions, polls: daemon.polls,
            failedPolls: daemon.failedPolls, takenLetters: post.taken, refusedLetters: post.refused)
        samples.append(sample)
        tell(sample)
    }

    static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }

    private func checkRetentionTime() {
        guard let last = daemon.lastRetention else { return }
        let age = clock.now.timeIntervalSince(last)
        if age > 6 * 3600 + 2 * Self.step, !town.isDisturbed(clock.elapsed, within: 86_400) {
            problems.append("retention was last seen to \(Int(age / 3600)) hours ago")
        }
    }
}
