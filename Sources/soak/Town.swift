import Foundation

/// What the town is like that is watched: who writes where, how often, and what goes wrong when.
///
/// All of it follows from the seed; nothing here depends on when somebody asks.
struct Town: Sendable {
    /// What a source gives.
    enum Form: Sendable {
        /// Reviews by a recipe, with the answers of the owner.
        case book
        /// Reviews as RSS with stars.
        case rssReviews
        /// Posts, some of which name a brand.
        case atomPosts
        case jsonPosts
        case rssPosts

        var isReviews: Bool { self == .book || self == .rssReviews }
    }

    static let brands = [
        ("wren", "Café Wren"), ("anchor", "Anchor Bakery"), ("lantern", "Lantern Books"),
        ("harbour", "Harbour Hotel"), ("mill", "Mill Street Market"),
    ]

    let options: Options
    /// When the clock is set wrong or everything stands still, with hours before and after.
    let disturbances: [Disturbance]

    init(_ options: Options) {
        self.options = options
        disturbances = Disturbance.plan(days: options.days)
    }

    var sourceCount: Int { options.sources }

    // MARK: Sources

    func form(of source: Int) -> Form {
        switch source % 10 {
        case 0...3: .book
        case 4, 5: .rssReviews
        case 6, 7: .atomPosts
        case 8: .jsonPosts
        default: .rssPosts
        }
    }

    /// Whether its mentions are kept for a shorter time than those of others.
    func isBrief(_ source: Int) -> Bool { source % 7 == 3 }

    /// The name in the settings; `b` keeps its mentions for a shorter time.
    func id(of source: Int) -> String {
        (isBrief(source) ? "b" : "s") + String(10_000 + source).dropFirst()
    }

    func brand(of source: Int) -> Int { (source / 10) % Self.brands.count }

    /// Twenty sources share a host.
    func host(of source: Int) -> Int { source % max(1, sourceCount / 20) }

    func url(of source: Int) -> String { "https://site\(host(of: source)).example/\(source)" }

    /// Seconds between two polls.
    func interval(of source: Int) -> TimeInterval {
        [12, 8, 12, 24, 11, 12, 6, 13, 24][source % 9] * 3600
    }

    /// The longest time between two polls, where it follows the source; else the interval.
    func longestInterval(of source: Int) -> TimeInterval {
        form(of: source) == .rssPosts ? max(interval(of: source), 86_400) : interval(of: source)
    }

    /// How many entries it brings a day.
    func rate(of source: Int) -> Double {
        [0.04, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 1.0][Int(Chance.mixed(UInt64(source)) % 8)]
    }

    /// Whether it ever says what its document's version is.
    func hasValidators(_ source: Int) -> Bool { source % 5 != 2 }

    // MARK: Troubles

    /// How an answer is spoiled.
    enum Trouble: Sendable {
        case serverError
        case busy
        case notFound
        case gone
        case page
        case timeout
    }

    private static let week: TimeInterval = 7 * 86_400

    /// When the last thing happens: after it the daemon has two days to get everything done.
    var lastScene: TimeInterval { Double(options.days - 2) * 86_400 }

    /// Whether something can be wrong: not at the beginning, when everything is read for the first
    /// time, and not at the end.
    private func isTroubled(_ time: TimeInterval) -> Bool {
        (2 * 86_400..<lastScene - 86_400).contains(time)
    }

    /// What is wrong with a source at a time, in seconds since the beginning.
    func trouble(of source: Int, at time: TimeInterval) -> Trouble? {
        guard isTroubled(time) else { return nil }
        if let death = death(of: source), death.contains(time) {
            return source % 2 == 0 ? .gone : .serverError
        }
        let week = (time / Self.week).rounded(.down)
        var chance = Chance(options.seed, 1, source, Int(week))
        guard chance.share() < 0.015 else { return nil }
        let kinds: [Trouble] = [.serverError, .busy, .notFound, .gone, .page, .timeout]
        let kind = kinds[chance.place(kinds.count)]
        let start = (week + chance.number(0, 0.7)) * Self.week
        let end = min(start + chance.number(3, 100) * 3600, (week + 1) * Self.week)
        return (start..<end).contains(time) ? kind : nil
    }

    /// One source in twenty is away for weeks, once.
    private func death(of source: Int) -> Range<TimeInterval>? {
        guard source % 20 == 11 else { return nil }
        var chance = Chance(options.seed, 2, source)
        let start = chance.number(0.1, 0.6) * Double(options.days) * 86_400
        return start..<start + chance.number(0.03, 0.1) * Double(options.days) * 86_400
    }

    /// Whether a host wants to be left alone at a time.
    func isHostBusy(_ host: Int, at time: TimeInterval) -> Bool {
        guard isTroubled(time) else { return false }
        let week = (time / Self.week).rounded(.down)
        var chance = Chance(options.seed, 3, host, Int(week))
        guard chance.share() < 0.1 else { return false }
        let start = (week + chance.number(0, 0.9)) * Self.week
        return (start..<start + 3 * 3600).contains(time)
    }

    /// Whether a channel takes no letters at a time.
    ///
    /// Never near a disturbance: a letter must not be given up only because the time for it went by.
    func isChannelDown(_ channel: Int, at time: TimeInterval) -> Bool {
        guard isTroubled(time) else { return false }
        let week = (time / Self.week).rounded(.down)
        var chance = Chance(options.seed, 4, channel, Int(week))
        guard chance.share() < 0.1 else { return false }
        let start = (week + chance.number(0.1, 0.6)) * Self.week
        guard (start..<start + chance.number(1, 40) * 3600).contains(time) else { return false }
        return !disturbances.contains {
            $0.start - 5 * 86_400 < time && time < $0.end + 5 * 86_400
        }
    }
}

/// Something that happens to the machine's time.
struct Disturbance: Sendable {
    enum Kind: String, Sendable {
        /// The machine sleeps; time goes on.
        case suspend
        /// The wall clock is a day ahead.
        case ahead
        /// The wall clock is an hour behind.
        case behind
    }

    var kind: Kind
    /// In seconds since the beginning.
    var start: TimeInterval
    var end: TimeInterval

    /// How far the wall clock is off meanwhile, in seconds.
    var error: TimeInterval {
        switch kind {
        case .suspend: 0
        case .ahead: 86_400
        case .behind: -3600
        }
    }

    /// One every eleven days at first and then every two months.
    static func plan(days: Int) -> [Disturbance] {
        let kinds: [(Kind, hours: Double)] = [(.behind, 5), (.suspend, 60), (.ahead, 7)]
        var found: [Disturbance] = []
        var day = 11.0
        while day < Double(days - 10) {
            let kind = kinds[found.count % kinds.count]
            let start = day * 86_400 + 3600
            found.append(Disturbance(kind: kind.0, start: start, end: start + kind.hours * 3600))
            day += found.count < 3 ? 11 : 61
        }
        return found
    }
}

extension Town {
    /// Whether the time is, or was within so many seconds, disturbed.
    func isDisturbed(_ time: TimeInterval, within seconds: TimeInterval) -> Bool {
        disturbances.contains { $0.start <= time && time < $0.end + seconds }
    }
}
