public import Alerting
public import FoundationEssentials
public import Model

/// The code that decides, with a memory of its own in the place of a store: what it decides is not stored
/// and told to nobody.
///
/// It keeps what the store would keep from one decision to the next: when each rule last spoke, and what
/// cool-downs hold back. The caller sets the time, which must not run backwards.
public struct RuleRehearsal: Sendable {
    /// What was decided at one moment.
    public struct Step: Sendable {
        /// When.
        public var at: Date
        /// What the decider said.
        public var batch: DecisionBatch
        /// The rows of `batch.held` that were not held before.
        public var newlyHeld: [HeldMention]
    }

    private let rules: [AlertRule]
    private let decider: AlertDecider
    private let silences: [AlertSilence]
    private var shelf = ReplayShelf()
    private var lastAlert: [AlertGroup: Date] = [:]

    /// A rehearsal by `rules` on mentions of `brands`, in which these silences are heeded.
    public init(rules: [AlertRule], brands: [Brand], silences: [AlertSilence] = []) {
        self.init(
            rules: rules, decider: AlertDecider(rules: rules, brands: brands), silences: silences)
    }

    init(rules: [AlertRule], decider: AlertDecider, silences: [AlertSilence]) {
        self.rules = rules.filter(\.isEnabled)
        self.decider = decider
        self.silences = silences
    }

    /// Lets go what cool-downs hold and what is due before `end`, each at its time.
    public mutating func release(before end: Date) -> [Step] {
        var steps: [Step] = []
        while let due = shelf.nextDue, due < end {
            steps.append(step([], now: due))
            // A decider that held it on without end would be asked for ever.
            if let next = shelf.nextDue, next <= due { shelf.drop(dueAt: next) }
        }
        return steps
    }

    /// Decides on these at `now`, and on what is due by then.
    public mutating func decide(on candidates: [AlertCandidate], at now: Date) -> Step {
        step(candidates, now: now)
    }

    /// Puts the newer wording of a mention in the place of the one that is held.
    mutating func update(_ mention: Mention) { shelf.update(mention) }

    /// Says on how many sites the story of a mention stands by now, should it be held.
    mutating func update(_ mention: MentionID, siteCount: Int) {
        shelf.update(mention, siteCount: siteCount)
    }

    /// When something that is held is due; nil if nothing is.
    var nextDue: Date? { shelf.nextDue }

    private mutating func step(_ candidates: [AlertCandidate], now: Date) -> Step {
        // What can't match is not worth the decider's explanation.
        var isAsked = [Bool](repeating: false, count: rules.count)
        let candidates = candidates.filter { candidate in
            var mayMatch = false
            for place in rules.indices
            where rules[place].conditions.mayHold(for: candidate.mention) {
                isAsked[place] = true
                mayMatch = true
            }
            return mayMatch
        }
        let asked = Set(rules.indices.filter { isAsked[$0] }.map { rules[$0].id })
        let held = shelf.presented(with: candidates, now: now, isAsked: asked.contains)
        let batch = decider.decisions(
            for: candidates, held: held, lastAlert: lastAlert, silences: silences, now: now)
        for alert in batch.alerts {
            lastAlert[alert.group] = max(lastAlert[alert.group] ?? now, now)
        }
        let places =
            batch.held.isEmpty
            ? [:]
            : Dictionary(candidates.indices.map { (candidates[$0].mention.id, $0) }) { $1 }
        let new = batch.held.filter { row in
            shelf.hold(row) { places[row.mention].map { candidates[$0] } }
        }
        for row in batch.released { shelf.release(row) }
        return Step(at: now, batch: batch, newlyHeld: new)
    }
}

extension MentionConditions {
    /// False where a condition that costs nothing to ask is not met.
    fileprivate func mayHold(for mention: Mention) -> Bool {
        if !labels.isEmpty, !labels.contains(mention.sentiment.label) { return false }
        let stars = mention.entry.rating?.stars
        if let minStars, stars.map({ $0 < minStars }) ?? true { return false }
        if let maxStars, stars.map({ $0 > maxStars }) ?? true { return false }
        if !sources.isEmpty, !sources.contains(mention.source) { return false }
        return kinds.isEmpty || kinds.contains(mention.kind)
    }
}
