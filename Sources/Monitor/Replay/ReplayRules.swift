public import Alerting
public import FoundationEssentials
public import Model
public import Scheduling
import Storage

/// By what a replay decides.
public struct ReplayRules: Sendable {
    /// The rules on mentions.
    public let mentionRules: [AlertRule]
    /// Whom mentions are about.
    public let brands: [Brand]
    /// The rules on more mentions than usual.
    public var surges: [SurgeRule] = []
    /// The rules on falling ratings and sentiment.
    public var drops: [DropRule] = []
    /// The rules on mentions that nobody answered.
    public var reminders: [ReminderRule] = []
    /// What is told by the day or the week.
    public var digests: [DigestPlan] = []
    /// What is polled: a digest tells of their troubles.
    public var sources: [Source] = []
    /// When somebody is there to answer; always, unless told.
    public var calendar = BusinessCalendar(hours: nil, holidays: [], timeZone: .gmt)
    /// When channels may be told something; a channel that is not named may always be.
    public var policies: [ChannelID: ChannelPolicy] = [:]
    /// The owner's zone; UTC unless told.
    public var timeZone: TimeZone = .gmt
    /// Whether a rule asks what mentions speak of.
    public var asksForAspects = true
    /// Silences that are heeded; none to see what they kept back.
    public var silences: [AlertSilence] = []

    /// What makes mentions into alerts.
    let decider: AlertDecider

    /// Rules on mentions of `brands`; the rest is nothing unless set.
    public init(mentionRules: [AlertRule], brands: [Brand]) {
        self.mentionRules = mentionRules
        self.brands = brands
        decider = AlertDecider(rules: mentionRules, brands: brands)
    }

    /// How long before the time that is asked for a replay begins, in seconds: as long as a story is
    /// remembered, or a mention that is still reminded of, or that a digest calls unanswered, can be old.
    var warmUp: TimeInterval {
        let reminded = reminders.filter(\.isEnabled).reduce(StorySearch.memory) {
            max($0, min($1.patience, 3660 * 86_400) + WatchWalk.reminderLead)
        }
        return asksForUnanswered ? max(reminded, DigestBook.unansweredSpan) : reminded
    }

    /// Whether a digest is sent only where there is something to tell, such as a review without an answer.
    private var asksForUnanswered: Bool {
        digests.contains { $0.isEnabled && !$0.sendsEmpty }
    }

    /// The mentions that a rule may have a word on, by what costs little to look at.
    ///
    /// A rule is asked again of each of them, and in full.
    var question: PastQuestion {
        var parts = mentionRules.filter(\.isEnabled).map { rule in
            PastQuestion.Part(rule.conditions, asksForAuthors: rule.urgency == .weighed)
        }
        for rule in reminders where rule.isEnabled {
            parts.append(PastQuestion.Part(rule.conditions))
        }
        for rule in surges where rule.isEnabled {
            var part = PastQuestion.Part()
            (part.labels, part.sources, part.kinds) = (rule.labels, rule.sources, rule.kinds)
            parts.append(part)
        }
        for rule in drops where rule.isEnabled { parts.append(PastQuestion.Part(rule)) }
        if asksForUnanswered {
            var part = PastQuestion.Part()
            (part.labels, part.kinds) = ([.negative], [.review])
            parts.append(part)
        }
        return PastQuestion(parts: parts, asksForAspects: asksForAspects)
    }

    /// Whether a rule may have a word on the mention, however many sites tell its story.
    func mayMatch(_ mention: Mention, author: AuthorHistory?) -> Bool {
        let isAsked = mentionRules.contains { rule in
            rule.isEnabled
                && decider.explanation(
                    of: rule, for: mention, author: author, siteCount: .max
                ).isMatch
        }
        return isAsked || !surges.isEmpty || !drops.isEmpty || !reminders.isEmpty
            || asksForUnanswered
    }
}

extension PastQuestion.Part {
    /// What has the figure of the rule.
    fileprivate init(_ rule: DropRule) {
        self.init()
        sources = rule.sources
        switch rule.figure {
        case .rating: minStars = 0
        case .sentiment: labels = [.negative, .neutral, .positive]
        }
    }

    /// What may meet the conditions.
    fileprivate init(_ conditions: MentionConditions, asksForAuthors: Bool = false) {
        self.init()
        labels = conditions.labels
        (minStars, maxStars) = (conditions.minStars, conditions.maxStars)
        (sources, kinds) = (conditions.sources, conditions.kinds)
        self.asksForAuthors = asksForAuthors || !conditions.authors.isEmpty
    }
}
