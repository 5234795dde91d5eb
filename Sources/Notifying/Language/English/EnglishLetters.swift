import Model

extension EnglishPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Read it on \(source)"
        case .answerOn(let source): "Answer it on \(source)"
        case .read: "Read"
        case .readIt: "Read it"
        case .answer: "Answer"
        case .more: "More:"
        case .words: "Words:"
        case .hasNoText: "It has no text."
        case .noText: "no text"
        case .about(let names): "About \(names)"
        case .beforeEdit: "Before the edit"
        case .saidBeforeEdit: "Before the edit it said:"
        case .hadNoTextBeforeEdit: "Before the edit it had no text."
        case .hadNoText: "It had no text."
        case .moreCharacters(let count): "\(figures.count(count)) more characters"
        case .wordsThatCounted: "The words that counted:"
        case .weaker(let count): "… and \(count) weaker"
        case .andMore(let count): "… and \(figures.count(count)) more"
        case .editedStars(let before, let now): "Edited from \(before) to \(now)"
        case .editedLabels(let before, let now):
            "Edited from \(before.rawValue) to \(now.rawValue)"
        case .editedWorse: "Edited and worse"
        case .delisted(let time): "No longer listed since \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) of \(scale), "
                + ["very bad", "bad", "mixed", "good", "very good"][min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) of 5 stars"
        case .storyOnThisSite(let count):
            "The same story \(figures.count(count)) times on this site"
        case .storyOnSites(let count): "The same story on \(figures.count(count)) sites"
        case .unanswered(let wait, let since): "Unanswered for \(wait), since \(since)."
        case .answeredMeanwhile(let wait): "Answered meanwhile; it had waited for \(wait)."
        case .closedMeanwhile(let wait): "Closed meanwhile; it had waited for \(wait)."
        case .reminder(let count): count <= 1 ? "First reminder." : "Reminder \(count)."
        case .waits(let since, let count):
            "Waits since \(since); reminder \(figures.count(count))."
        case .kind(.negative): "Negative mention"
        case .kind(.positive): "Positive mention"
        case .kind(.neutral), .kind(.unscored): "Mention"
        }
    }

    func label(_ label: Sentiment.Label) -> String { label.rawValue }
    func severity(_ severity: Alert.Severity) -> String { severity.rawValue }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Surge: \(gist)"
        case .drop(let gist): "Drop: \(gist)"
        case .digest: "Digest"
        case .test(let channel): "Test of channel \(channel)"
        case .mentionsRemoved: "An alert whose mentions were removed"
        case .reminderRemoved: "A reminder whose mentions were removed"
        case .quoteAndMore(let quote, let count): ": \(quote) and \(count) more"
        case .mention(let kind, let place, let quote):
            "\(kind) on \(place)\(quote.map { ": \($0)" } ?? ", without text")"
        case .placeAndSites(let source, let count):
            "\(source) and \(counted(count, "more site", "more sites"))"
        case .unanswered(let mention): "Unanswered: \(mention)"
        case .wait(let count, let isReviews, let longest):
            "\(figures.count(count)) \(isReviews ? "reviews" : "mentions") wait for an answer"
                + (longest.map { ", the oldest for \($0)" } ?? "")
        case .alertsSince(let count, let time): "\(figures.count(count)) alerts since \(time)"
        case .isQuiet: "all quiet"
        case .moreThanUsual: "More than usual"
        case .isDrop: "A drop"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) of this time" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            "Still without an answer" + (wait.map { " after \($0)" } ?? "")
        case .waiting(let count): "\(figures.count(count)) wait for an answer"
        case .oldestWaits(let wait): "The oldest for \(wait)."
        case .oldestFirst: "Oldest first."
        case .severity(let severity): heading(severity)
        case .furtherMentions: "Further mentions"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Removed since:"
        case .since(let time): "since \(time)"
        }
    }

    private func heading(_ severity: Alert.Severity) -> String {
        switch severity {
        case .critical: "Critical"
        case .warning: "Warnings"
        case .info: "For information"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        switch kind {
        case .surge: "More than usual:"
        case .drop: "A drop:"
        case .channel: "Channel \(channel?.rawValue ?? "?"):"
        case .test: "A test:"
        case .digest: "A digest:"
        case .mentions, .sources, .reminder: ""
        }
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Why one mail: these alerts came at once, or had to wait (quiet hours, an hourly limit, "
                + "an outage), and so are told together."
        case .why(let reason): "Why this mail: \(reason)"
        case .urgency(let urgency): "How urgent: \(urgency)"
        case .alsoPart(let alert, let rule): "Also part of alert \(alert), rule \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Why (alert \(alert), rule \(rule)): \(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            "The \(count == 1 ? "mention" : "\(figures.count(count)) mentions") that this alert told "
                + "of \(count == 1 ? "was" : "were") removed since."
        case .someForgotten(let count):
            "\(figures.count(count)) further \(count == 1 ? "mention was" : "mentions were") removed "
                + "since."
        case .restByID(let count, let low, let high):
            "… and \(figures.count(count)) more, with ids from \(low) to \(high): repute mentions"
        case .furtherNotices(let count): "… and \(figures.count(count)) more: repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, watching for \(business). Alert \(alert), rule \(rule), \(severity.rawValue)."
        case .digestSignature(let business, let alert, let digest):
            "Repute, watching for \(business). Alert \(alert), digest \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, watching for \(business). Alerts \(alerts)."
        case .idRange(let low, let high): "\(low) to \(high)"
        case .noAnswerNeeded: "No answer needed"
        case .isTest: "This is a test"
        case .nothingHappened: "Nothing has happened, and there is nothing to do."
        case .channelWorks(let channel):
            "Channel \(channel) works: this letter went the way of every alert, through the outbox "
                + "and the channel's own settings."
        case .askedFor(let time): "Asked for \(time)"
        case .weighed(let severity, let count):
            severity.rawValue + (count.map { " by the worst of \($0)" } ?? "")
        case .inEnglish(let text): text
        case .weighing(_, let stored): stored
        }
    }

    func why(_ alert: AlertFacts) -> String { alert.stored }

    func fact(_ fact: Weighing.Fact) -> String { fact.text }
}
