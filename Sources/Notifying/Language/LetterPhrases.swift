import Model

/// Times in sentences.
enum TimePhrase {
    /// `10 minutes`; German and others in the case that follows “since”, “for” and “after”.
    case duration(Int, DurationWords.Unit)
    /// `Mon 16 Nov to Sun 22 Nov`, both whole days.
    case days(String, String)
    /// `Sat 21 Nov, 09:30 to Sun 22 Nov, 09:30`.
    case span(String, String)
}

/// Things with their numbers.
enum CountPhrase {
    case mentions(Int)
    case alerts(Int)
    /// `6 negative`.
    case negative(Int)
    /// `3 unanswered`.
    case unanswered(Int)
    /// `2 critical`, `1 warning`, `3 for information`.
    case severity(Alert.Severity, Int)
    /// `12 new complaints in 10 minutes`; the time only where it is known.
    case new(Int, BurstWording.Kind, within: String?)
    /// `9 about delivery`; `all about delivery` where it is every one of them.
    case about(Int, isAll: Bool, Aspect)
    /// `1.3 ★ on average`.
    case averageStars(Double)
}

/// What is said of one mention.
enum MentionPhrase {
    case readOn(String)
    case answerOn(String)
    case read
    case readIt
    case answer
    case more
    case words
    case hasNoText
    case noText
    case about(String)
    case beforeEdit
    case saidBeforeEdit
    case hadNoTextBeforeEdit
    case hadNoText
    case moreCharacters(Int)
    case wordsThatCounted
    case weaker(Int)
    case andMore(Int)
    case editedStars(String, String)
    case editedLabels(Sentiment.Label, Sentiment.Label)
    case editedWorse
    case delisted(since: String)
    /// `2 of 5, bad`, with full stars of 1 to 5.
    case rating(String, of: String, stars: Int)
    case starsOfFive(Int)
    case storyOnThisSite(Int)
    case storyOnSites(Int)
    case unanswered(for: String, since: String)
    case answeredMeanwhile(String)
    case closedMeanwhile(String)
    case reminder(Int)
    case waits(since: String, reminder: Int)
    /// `Negative mention`, for a subject.
    case kind(Sentiment.Label)
}

/// Subjects and headlines.
enum TitlePhrase {
    /// With the first clause of why it was made.
    case surge(String)
    case drop(String)
    case digest
    case test(ChannelID)
    case mentionsRemoved
    case reminderRemoved
    /// `: “Never again” and 3 more`.
    case quoteAndMore(String, Int)
    /// `★☆☆☆☆ on Town Maps: “Never again”`; nil for a mention without text.
    case mention(kind: String, place: String, quote: String?)
    case placeAndSites(String, Int)
    case unanswered(String)
    case wait(Int, isReviews: Bool, longest: String?)
    case alertsSince(Int, String)
    case isQuiet
    case moreThanUsual
    case isDrop
    /// `3 mentions of this time, 2 about delivery`.
    case ofThisTime(Int, topic: String?)
    case stillUnanswered(after: String?)
    case waiting(Int)
    case oldestWaits(String)
    case oldestFirst
    case severity(Alert.Severity)
    case furtherMentions
    /// In front of an alert's sentence, among several alerts.
    case lead(Alert.Kind, ChannelID?)
    case removedSince
    case since(String)
}

/// Small print, and what a test says.
enum NotePhrase {
    case whyOneMail
    case why(String)
    case urgency(String)
    case alsoPart(AlertID, RuleID)
    case whyAlert(AlertID, RuleID, said: String, urgency: String?)
    case allForgotten(Int)
    case someForgotten(Int)
    case restByID(Int, MentionID, MentionID)
    case furtherNotices(Int)
    case signature(business: String, alert: AlertID, rule: RuleID, Alert.Severity)
    case digestSignature(business: String, alert: AlertID, digest: RuleID)
    case signatureOfSeveral(business: String, alerts: String)
    case idRange(AlertID, AlertID)
    case noAnswerNeeded
    case isTest
    case nothingHappened
    case channelWorks(ChannelID)
    case askedFor(String)
    /// `critical`, or `critical by the worst of 3`.
    case weighed(Alert.Severity, worstOf: Int?)
    /// `In English: …`, for what was stored in English and can't be told otherwise.
    case inEnglish(String)
    /// How the severity came about, out of the stored English text, which begins with the severity.
    case weighing(Alert.Severity, stored: String)
}
