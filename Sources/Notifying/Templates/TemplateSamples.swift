import FoundationEssentials
import Model

/// Made-up letters of every kind, which a template is tried with when it is read.
///
/// Their words hold every character that any escape knows, so that a template that is only right for
/// tame texts is found out.
enum TemplateSamples {
    /// What each is, for an error, and the letter.
    static let letters: [(name: String, letter: Letter)] = {
        var letters: [(name: String, letter: Letter)] = []
        letters.append(("a mention", letter(.mentions, mentions: 1)))
        letters.append(("twenty mentions", letter(.mentions, mentions: 20)))
        letters.append(("mentions that were removed", letter(.mentions, mentions: 0)))
        letters.append(("a source", letter(.sources, mentions: 0)))
        letters.append(("a surge", letter(.surge, mentions: 3)))
        letters.append(("a drop", letter(.drop, mentions: 0)))
        letters.append(("a reminder", letter(.reminder, mentions: 2)))
        letters.append(("a digest", letter(.digest, mentions: 0)))
        letters.append(("a channel", letter(.channel, mentions: 0)))
        letters.append(("a test", letter(.test, mentions: 0)))
        var several = letter(.mentions, mentions: 5)
        several.further = [letter(.sources, mentions: 0).alert, letter(.surge, mentions: 0).alert]
        letters.append(("several alerts", several))
        return letters
    }()

    private static let time = Date(timeIntervalSince1970: 1_700_000_000)
    private static let source = SourceID(trusted: "town-reviews")
    private static let hostile = "\"Rude\" & <b>slow</b> \\ {it} [x](y) *z* @all\n'Cold', too."

    private static func letter(_ kind: Alert.Kind, mentions count: Int) -> Letter {
        let mentions = (0..<count).map { mention(MentionID($0 + 1), isWhole: $0 % 2 == 0) }
        let period = Alert.Period(start: time - 86_400, end: time)
        let hasPeriod = [.surge, .drop, .digest].contains(kind)
        let alert = Alert(
            id: 7, rule: RuleID(trusted: "a-rule"), severity: .warning,
            brand: kind == .mentions ? BrandID(trusted: "a-brand") : nil,
            mentions: mentions.map(\.id), notices: kind == .sources ? [notice] : [],
            reason: "a review with 1 of 5 stars, called \(hostile)", createdAt: time, kind: kind,
            weighing: count == 1 ? "warning for one star" : nil, period: hasPeriod ? period : nil,
            channel: kind == .channel ? ChannelID(trusted: "team") : nil)
        let delivery = Delivery(
            id: 11, alert: 7, channel: ChannelID(trusted: "owner"), messageID: "alert-7-abc",
            state: .pending, attempts: 0, nextAttempt: time, lastError: nil, createdAt: time,
            settledAt: nil)
        var letter = Letter(
            alert: alert, delivery: delivery, mentions: mentions, business: "Bread & \"Roses\"",
            timeZone: .gmt)
        if kind == .digest { letter.digest = digest(period) }
        if kind == .reminder {
            for mention in mentions {
                letter.reminders[mention.id] = Letter.Reminder(since: time - 86_400, count: 2)
            }
        }
        if kind == .channel {
            letter.channelState = ChannelState(
                channel: ChannelID(trusted: "team"), failures: 3, failingSince: time - 3600,
                lastError: hostile)
        }
        return letter
    }

    private static func mention(_ id: MentionID, isWhole: Bool) -> Mention {
        let text = String(repeating: hostile + " ", count: 60)
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: "\(id)"), id: "\(id)",
            url: isWhole ? "https://town.example/r?a=1&b=\(id)" : nil,
            title: isWhole ? hostile : nil, text: isWhole ? text : nil,
            author: isWhole ? "O'Neil <o@x.example>" : nil, published: time,
            rating: isWhole ? Rating(value: 1, min: 1, max: 5) : nil)
        let sentiment = Sentiment(
            score: -0.8, label: .negative, confidence: 0.9, basis: .text,
            contributions: [
                Contribution(term: "slow", span: 0..<4, valence: -2, weight: -2, rules: [])
            ], lexicon: "sample")
        return Mention(
            id: id, source: source, kind: .review, entry: entry,
            brands: [Mention.BrandMatch(brand: BrandID(trusted: "a-brand"))],
            sentiment: sentiment, firstSeen: time, occurredAt: time, version: 1, isBaseline: false)
    }

    private static var notice: SourceNotice {
        SourceNotice(
            id: 1, source: source, kind: .unreachable, detail: "It can't be reached: \(hostile)",
            at: time, since: time - 7200)
    }

    private static func digest(_ period: Alert.Period) -> Digest {
        let previous = Alert.Period(start: period.start - 86_400, end: period.start)
        var digest = Digest(
            title: "Every \"morning\"", period: period, previous: previous,
            lastDay: CalendarDay(number: 19_675))
        digest.counts = SentimentCounts(negative: 2, neutral: 1, positive: 4, rated: 5, starSum: 18)
        digest.worst = [mention(1, isWhole: true), mention(2, isWhole: false)]
        digest.best = [mention(3, isWhole: true)]
        digest.unanswered = [mention(1, isWhole: true)]
        digest.unansweredCount = 3
        digest.matches = [Digest.Matches(rule: hostile, mentions: [], count: 4)]
        digest.troubles = [
            Digest.SourceTrouble(source: source, health: .unreachable, since: period.start)
        ]
        return digest
    }
}
