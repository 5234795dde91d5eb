import Model

/// Adds up how urgent a mention is, in points that its sentence shows one by one.
///
/// A mention that is neither negative nor rated at 2.5 stars or less is `info`, whatever else is true of
/// it. Of all others, 4 points and more are `critical`, 1 to 3 a `warning`, and fewer `info`:
///
/// - Rating: up to 1.5 stars +2, up to 2.5 stars +1; without a rating, a negative verdict +1.
/// - Strength: the text scores −0.9 or less +1; a verdict on the text alone with a confidence below 0.6
///   −1.
/// - Reach: its story stands on 3 sites +1, on 10 +2, on 30 +3; a survey answer, which nobody else
///   reads, −1.
/// - Repetition: the author complained before, at the same source, +1.
///
/// So a very bad review in strong words is a warning, and it takes one thing more to make it critical:
/// that many read it, or that the author has complained before.
struct SeverityWeighing {
    /// What counted, in the order of the table above.
    let parts: [Weighing.Part]
    /// The verdict.
    let severity: Alert.Severity

    init(_ facts: MentionFacts) {
        let mention = facts.mention
        let stars = mention.entry.rating?.stars
        let isBad = mention.sentiment.label == .negative || stars.map { $0 <= 2.5 } ?? false
        guard isBad else {
            parts = [Weighing.Part(Self.verdict(of: mention), points: 0)]
            severity = .info
            return
        }
        parts =
            [Self.rating(of: mention)] + Self.strength(of: mention) + Self.reach(of: facts)
            + Self.repetition(of: facts.author)
        let sum = parts.reduce(0) { $0 + $1.points }
        severity = sum >= 4 ? .critical : sum >= 1 ? .warning : .info
    }

    /// The sum, which tells the worse of two mentions of the same severity.
    var points: Int { parts.reduce(0) { $0 + $1.points } }

    /// The sentence, of one mention or of the worst of several, such as `warning: 1 of 5 stars (+2), strong
    /// words (+1)`.
    func text(worstOf count: Int? = nil) -> String {
        Weighing(severity: severity, worstOf: count, parts: parts).text
    }

    private static func verdict(of mention: Mention) -> Weighing.Fact {
        mention.entry.rating.map(Figure.fact) ?? .label(mention.sentiment.label)
    }

    private static func rating(of mention: Mention) -> Weighing.Part {
        let points =
            mention.entry.rating.map { $0.stars <= 1.5 ? 2 : $0.stars <= 2.5 ? 1 : 0 } ?? 1
        return Weighing.Part(verdict(of: mention), points: points)
    }

    private static func strength(of mention: Mention) -> [Weighing.Part] {
        let sentiment = mention.sentiment
        if sentiment.basis == .text, sentiment.confidence < 0.6 {
            return [Weighing.Part(.unsure, points: -1)]
        }
        let score = sentiment.basis == .rating ? sentiment.textScore : sentiment.score
        return score.map { $0 <= -0.9 } ?? false ? [Weighing.Part(.strongWords, points: 1)] : []
    }

    private static func reach(of facts: MentionFacts) -> [Weighing.Part] {
        let sites = AlertCandidate.Story.steps.count { $0 <= facts.siteCount }
        let spread = Weighing.Part(.sites(facts.siteCount), points: sites)
        let isPrivate = facts.mention.kind == .survey
        return (sites > 0 ? [spread] : [])
            + (isPrivate ? [Weighing.Part(.survey, points: -1)] : [])
    }

    private static func repetition(of author: AuthorHistory?) -> [Weighing.Part] {
        guard let before = author?.negative, before > 0 else { return [] }
        return [Weighing.Part(.complaint(before == .max ? before : before + 1), points: 1)]
    }
}
