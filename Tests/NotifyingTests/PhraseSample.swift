import Model

@testable import Notifying

/// Every phrase of a language, with names that are no words.
enum PhraseSample {
    static let numbers = [0, 1, 2, 5, 21, 1234, 12_345, 1_000_000]
    static let channel = ChannelID(trusted: "zq")
    static let rule = RuleID(trusted: "zq")
    static let spans: [PeriodSpan] = [.day, .week, .other]

    static func all(_ book: any PhraseBook) -> [String] {
        times(book) + counts(book) + mentions(book) + titles(book) + notes(book) + digests(book)
            + changes(book) + troubles(book) + chats(book) + reasons(book) + verdicts(book)
    }

    static func times(_ book: any PhraseBook) -> [String] {
        DurationWords.Unit.allCases.flatMap { unit in
            numbers.map { book.time(.duration($0, unit)) }
        } + [book.time(.days("zq", "zq")), book.time(.span("zq", "zq"))] + book.calendar.months
            + book.calendar.weekdays
    }

    static func counts(_ book: any PhraseBook) -> [String] {
        let kinds: [BurstWording.Kind] = [
            .complaints, .negative, .positive, .mixed(negative: 0), .mixed(negative: 1),
            .mixed(negative: 3),
        ]
        let phrases = numbers.flatMap { number -> [CountPhrase] in
            [.mentions(number), .alerts(number), .negative(number), .unanswered(number)]
                + Alert.Severity.allCases.map { .severity($0, number) }
                + kinds.flatMap { kind -> [CountPhrase] in
                    [.new(number, kind, within: nil), .new(number, kind, within: "zq")]
                }
                + Aspect.allCases.flatMap { aspect -> [CountPhrase] in
                    [.about(number, isAll: false, aspect), .about(number, isAll: true, aspect)]
                }
        }
        return (phrases + [.averageStars(1.25)]).map(book.count)
            + Aspect.allCases.map { book.aspect($0).name }
            + Sentiment.Label.allCases.map(book.label) + Alert.Severity.allCases.map(book.severity)
    }

    static func mentions(_ book: any PhraseBook) -> [String] {
        var phrases: [MentionPhrase] = [
            .readOn("Zq"), .answerOn("Zq"), .read, .readIt, .answer, .more, .words, .hasNoText,
            .noText, .about("Zq"), .beforeEdit, .saidBeforeEdit, .hadNoTextBeforeEdit, .hadNoText,
            .wordsThatCounted, .editedStars("★", "☆"), .editedLabels(.positive, .negative),
            .editedWorse, .delisted(since: "zq"), .unanswered(for: "zq", since: "zq"),
            .answeredMeanwhile("zq"), .closedMeanwhile("zq"), .waits(since: "zq", reminder: 2),
        ]
        phrases += (1...5).map { .rating("\($0)", of: "5", stars: $0) }
        phrases += (1...5).map { .starsOfFive($0) }
        phrases += Sentiment.Label.allCases.map { .kind($0) }
        for number in numbers {
            phrases += [
                .moreCharacters(number), .weaker(number), .andMore(number), .reminder(number),
                .storyOnThisSite(number), .storyOnSites(number),
            ]
        }
        return phrases.map(book.mention)
    }

    static func titles(_ book: any PhraseBook) -> [String] {
        var phrases: [TitlePhrase] = [
            .surge("zq"), .drop("zq"), .digest, .test(channel), .mentionsRemoved, .reminderRemoved,
            .mention(kind: "★", place: "Zq", quote: nil),
            .mention(kind: "★", place: "Zq", quote: "zq"), .unanswered("zq"), .isQuiet,
            .moreThanUsual, .isDrop, .stillUnanswered(after: nil), .stillUnanswered(after: "zq"),
            .oldestWaits("zq"), .oldestFirst, .furtherMentions, .removedSince, .since("zq"),
        ]
        phrases += Alert.Severity.allCases.map { .severity($0) }
        phrases += [.surge, .drop, .channel, .test, .digest].map { .lead($0, channel) }
        for number in numbers {
            phrases += [
                .quoteAndMore("zq", number), .placeAndSites("Zq", number),
                .wait(number, isReviews: true, longest: nil),
                .wait(number, isReviews: false, longest: "zq"), .alertsSince(number, "zq"),
                .ofThisTime(number, topic: nil), .ofThisTime(number, topic: "zq"),
                .waiting(number),
            ]
        }
        return phrases.map(book.title)
    }

    static func notes(_ book: any PhraseBook) -> [String] {
        var phrases: [NotePhrase] = [
            .whyOneMail, .why("zq"), .urgency("zq"), .alsoPart(7, rule),
            .whyAlert(7, rule, said: "zq", urgency: "zq"),
            .digestSignature(business: "Zq", alert: 7, digest: rule),
            .signatureOfSeveral(business: "Zq", alerts: "7"), .idRange(7, 9), .noAnswerNeeded,
            .isTest, .nothingHappened, .channelWorks(channel), .askedFor("zq"),
        ]
        for severity in Alert.Severity.allCases {
            phrases += [
                .signature(business: "Zq", alert: 7, rule: rule, severity),
                .weighed(severity, worstOf: nil), .weighed(severity, worstOf: 3),
            ]
        }
        for number in numbers {
            phrases += [
                .allForgotten(number), .someForgotten(number), .restByID(number, 7, 9),
                .furtherNotices(number),
            ]
        }
        return phrases.map(book.note)
    }

    static func digests(_ book: any PhraseBook) -> [String] {
        var phrases: [DigestPhrase] = [
            .nothingLeft, .isQuiet, .nothingNew, .mentions, .negative, .all, .rating, .answered,
            .worst, .best, .whatChanged, .sources, .topics("zq"), .waits("Zq", for: "zq"),
            .stars(3.9, before: nil), .stars(3.9, before: 4.5), .share(0.8), .inTrouble("zq"),
        ]
        for span in spans {
            phrases += [
                .answering(1, of: 1, within: "zq", isSingle: true, before: nil, span),
                .answering(2, of: 9, within: "zq", isSingle: false, before: "zq", span),
                .compared(3, 1, span), .unchanged(span),
            ]
        }
        for aspect in Aspect.allCases {
            for isMore in [true, false] {
                phrases += [true, false].map { .shift(isMore: isMore, isPraise: $0, aspect) }
            }
        }
        for health in [SourceHealth.waiting, .well, .quiet, .unreachable, .unreadable, .gone] {
            phrases += [.trouble(health, since: nil), .trouble(health, since: "zq")]
        }
        for number in numbers {
            phrases += [
                .andMore(number), .alerts(number), .silenced(number), .withoutAnswer(number),
                .keptBack(number), .matches("Zq", number),
                .trend(days: number, total: number, negative: number, peak: "zq", most: number),
                .figures(number, before: number, negative: number, negativeBefore: number),
            ]
        }
        return phrases.map(book.digest)
    }

    static func changes(_ book: any PhraseBook) -> [String] {
        let phrases = spans.flatMap { span -> [ChangePhrase] in
            [
                .more(than: "3", span), .fewer(than: "3", span), .up(from: "3", span),
                .down(from: "3", span), .unclear("3", span), .tooFew("3", span), .noRating(span),
                .nothingToAnswer(span),
            ]
        }
        return (phrases + [.noRating(nil), .nothingToAnswer(nil)]).map(book.change)
    }

    static func troubles(_ book: any PhraseBook) -> [String] {
        let sources: [SourcePhrase] = [
            .since("zq"), .noticed("zq"), .lastRead("zq"), .neverRead, .serverSaid("zq"),
        ]
        var channels: [ChannelPhrase] = [
            .deliversAgain("zq"), .couldNotDeliver("zq"), .takesNoMore("zq"),
            .cantDeliver("zq", since: nil), .cantDeliver("zq", since: "zq"), .worksMeanwhile,
            .switchedOffMeaning, .waitMeaning, .failingSince("zq"), .switchedOff("zq"),
            .lastError("zq"), .lastDelivered("zq"), .neverDelivered, .nextTry("zq"), .tryIt,
            .sendNow,
        ]
        for number in numbers {
            channels += [.nothingLost(waiting: number), .failedAttempts(number), .waitFor(number)]
        }
        let kinds = SourceNotice.Kind.allCases.flatMap { kind in
            numbers.dropFirst().map { book.predicate(kind, count: $0) }
                + [book.meaning(of: kind, detail: "Zq.")]
        }
        let findings = NoticeSample.all.map { book.meaning(of: $0.0, detail: $0.1) }
        return sources.map(book.source) + channels.map(book.channel) + kinds + findings
    }

    static func chats(_ book: any PhraseBook) -> [String] {
        var phrases: [ChatPhrase] = [
            .surge(brand: nil), .surge(brand: "Zq"), .drop(brand: nil), .drop(brand: "Zq"),
            .verdictOn("★", source: "Zq"), .channelTrouble(nil), .channelTrouble(channel),
            .channelTakesNoMore(channel), .channelFails(channel), .channelWorks(channel), .test,
            .channelHeading(channel), .channelSince("zq"), .lastAttempt("zq"),
            .lastDelivered("zq"), .footer(7, rule: rule, .warning),
            .footerOfSeveral(7, count: 3, .critical),
        ]
        let advice: [ChatAdvice] = [
            .worstFirst, .nothing, .lookAtSource, .surge, .drop, .answerOrMark, .digest, .test,
            .answer, .decide, .thank, .mendChannel("zq"), .readdressChannel("zq"),
        ]
        phrases += advice.map { .advice($0) }
        for number in numbers {
            phrases += [
                .alerts(number, mentions: number), .waiting(number), .labelled(number, .negative),
                .labelled(number, .positive), .mixed(number, negative: 0),
                .mixed(number, negative: number), .lettersWait(number),
                .more(number, command: "zq"), .removed(number), .moreCharacters(number, 7),
            ]
        }
        return phrases.map(book.chat)
    }

    static func reasons(_ book: any PhraseBook) -> [String] {
        var events: [AlertFacts.Event] = [
            .mentions(0, worst: nil), .mentions(1, worst: "zq"), .mentions(3, worst: "zq"),
            .surge(nil, brand: "Zq"), .drop(nil, brand: nil), .digest("Zq"), .channel("zq"),
            .test(channel),
        ]
        for kind in SourceNotice.Kind.allCases {
            events += [
                .sources(kind, names: ["Zq"]), .sources(kind, names: ["Zq", "Zq"]),
                .sources(kind, names: ["Zq", "Zq", "Zq", "Zq", "Zq"]),
            ]
        }
        for count in [1, 3] {
            for isReviews in [true, false] {
                events += [
                    .reminder(count, isReviews: isReviews, oldest: nil, answered: 0),
                    .reminder(count, isReviews: isReviews, oldest: "zq", answered: 0),
                ]
            }
        }
        for telling in surges { events.append(.surge(telling, brand: nil)) }
        for figure in [DropTelling.Figure.rating, .sentiment] {
            events.append(
                .drop(
                    DropTelling(
                        figure: figure, name: "Zq", before: "4.5", recent: "3.9", count: 1,
                        days: 7, countBefore: 20), brand: nil))
        }
        return events.map { book.why(AlertFacts(stored: "Zq zq.", rule: rule, event: $0)) }
            + facts.map(book.fact)
    }

    private static var surges: [SurgeTelling] {
        let rarities: [SurgeTelling.Rarity] = [
            .never, .years(2), .years(40), .timesAYear(1), .timesAYear(4),
        ]
        let windows: [SurgeTelling.Window] = [.hours(1), .hours(24), .days(7)]
        let labels: [[Sentiment.Label]] = [[], [.negative], [.negative, .neutral, .positive]]
        return rarities.flatMap { rarity in
            windows.flatMap { window in
                labels.map {
                    SurgeTelling(
                        count: 12_345, labels: $0, name: "Zq", window: window, usual: 0...3,
                        rarity: rarity)
                }
            }
        }
    }

    static let facts: [Weighing.Fact] = [
        .rating("1", of: "5", stars: nil), .rating("3.5", of: "10", stars: "1"),
        .rating("3.5", of: "10", stars: "2.11"), .label(.negative), .label(.unscored),
        .strongWords, .unsure, .sites(1), .sites(12), .survey, .complaint(1), .complaint(3),
        .complaint(12),
    ]

    static func verdicts(_ book: any PhraseBook) -> [String] {
        var phrases: [VerdictPhrase] = [
            .noText, .judged(.negative), .unknownLanguage, .unreadLanguage("zq"), .tooLittleText,
            .rated("1", of: "5"),
            .textAlone(.negative, score: "1"), .textAlone(.neutral, score: "1"),
            .textAlone(.positive, score: "1"), .textAloneSaysNothing, .nothingCounts,
            .balance("zq"), .statement("zq"), .tooLittle("zq"), .fromOwnList, .and, .disagreement,
        ]
        phrases += numbers.map { .weakerWords($0) }
        for sureness in Sureness.allCases {
            phrases += Sentiment.Label.allCases.map { .verdict($0, score: "1", sureness) }
        }
        let clauses: [ScoringClause] = [
            .negated(by: "zq"), .stronger(by: "zq"), .weaker(by: "zq"), .excessive(by: "zq"),
            .before("zq"), .after("zq"), .conceded(by: "zq"), .about("zq"), .capitals,
            .exclamation, .longLetters,
        ]
        return phrases.map(book.verdict) + clauses.map(book.rule)
    }
}
