import Model
import Scoring
import Testing

struct `An English text` {
    private static let scorer = SentimentScorer(lexicon: .embedded)

    static let complaints = [
        "- The staff was [rude:-] to everybody.",
        "- [Waste of money:-], I [want a refund:-].",
        "- [Never again:-].",
        "- I [would not recommend:-] this place to anyone.",
        "- It [stopped working:-] after two days.",
        "- [Still waiting:-] and [no response:-] from anybody.",
        "- Completely [overpriced:-].",
        "- What a [rip-off:-], [avoid:-].",
        "- They [charged me twice:-] and [hung up on me:-].",
        "- [No longer works:-] since the update.",
        "- They [never called me back:-].",
        "- The app [keeps crashing:-] on my phone.",
        "- The parcel [never arrived:-].",
        "- The second visit [left a lot to be desired:-].",
        "- [Buyer beware:-], this is a [scam:-].",
        "- We found [bed bugs:-] in the room.",
        "- [Not worth the money:-].",
        "- The line was [too slow:-].",
        "- [WORST service:-] EVER",
        "- [One star:-] because zero is not possible.",
        "- Everybody in that office is [clueless:-] and [unhelpful:-].",
        "- [Could not care less:-] about their customers.",
        "- [Nowhere to be seen:-] when we needed them.",
    ]

    static let praise = [
        "+ [Great:+] place, [friendly:+] people.",
        "+ They [went above and beyond:+] for us.",
        "+ [Highly recommended:+]!",
        "+ [Worth every penny:+].",
        "+ A [hidden gem:+] behind the station.",
        "+ Our waiter was [lovely:+] and [attentive:+].",
        "+ [Second to none:+].",
        "+ I [love:+] this shop.",
        "+ [Will be back:+] next summer.",
        "+ [Thank you so much:+] for the [quick delivery:+].",
        "+ [Can't fault:+] it.",
        "+ [Exceeded our expectations:+].",
    ]

    static let negation = [
        "- It was [not good:-].",
        "- The driver wasn't [friendly:-].",
        "- I don't think it is [good:-].",
        "- Nobody there was [friendly:-].",
        "- It never felt [comfortable:-].",
        "- hardly a [pleasant:-] stay",
        "- The bread used to be [delicious:-].",
        "- Anything but [professional:-].",
        "- It isn’t [beautiful:-] there.",
        "+ [No problems:+], [no complaints:+].",
        "+ There was [nothing to worry about:+].",
        "+ It [couldn't be better:+].",
        "+ [Can't wait to:+] go there again.",
        "+ It was [not bad at all:+].",
        "+ It is [not the worst:+] of them.",
        "+ We [never had a problem:+] with them.",
        "+ [Without any issues:+] from start to end.",
        "+ Without a doubt [the best:+] soup in town.",
        "+ Not only [friendly:+], but also [helpful:+].",
        "+ Never without a [smile:+].",
        "+ No, it is [great:+].",
    ]

    static let contrast = [
        "- The room was [clean:+] but the staff was [rude:-].",
        "- [Great:+] view, however the waiter was [horrible:-].",
        "+ The queue was [annoying:-], but the show was [fantastic:+].",
        "+ Although the lift was [broken:-], the hosts were [wonderful:+].",
        "- [Good:+] but [not great:-].",
        "+ Last but not least the cake was [delicious:+].",
    ]

    static let emphasis = [
        "- sooo [baaad:-]",
        "- The soup was [terrible:-]!!!",
        "+ [Goooood:+] soup",
        "- The soup was [AWFUL:-] today",
        "+ The show was terribly [good:+].",
        "+ [Thanks:+] 😀",
        "- Three hours on the phone [😡:-]",
        "+ Our dinner [:-):+]",
        "- Our dinner [:(:-]",
        "+ [👍🏽:+]",
        "- [🤬:-][🤬:-]",
        "- My order, well [🤦🏼‍♀️:-] again",
    ]

    static let idioms = [
        "- [Good luck getting:-] an answer.",
        "- [Thanks for nothing:-].",
        "- It sounded [too good to be true:-].",
        "- It all [went downhill:-] after the new owner came.",
        "- We were sent from [pillar to post:-].",
        "+ The cake is [to die for:+].",
        "+ They [made us feel welcome:+].",
        "+ Everything arrived [without a hitch:+].",
        "+ You [can't go wrong:+] with the soup.",
    ]

    @Test(arguments: complaints + praise + negation + contrast + emphasis + idioms)
    func `is felt as marked`(_ marked: String) {
        let text = MarkedText(marked)
        let sentiment = Self.scorer.score(text: text.plain, language: "en")
        #expect(sentiment.label.rawValue == text.label, "\(sentiment)")
        for mark in text.marks {
            let met = sentiment.contributions.first { $0.span.overlaps(mark.span) }
            #expect(met != nil, "nothing counted at \(mark.span): \(sentiment.contributions)")
            #expect(((met?.weight ?? 0) > 0) == mark.isPositive, "\(sentiment.contributions)")
        }
    }

    @Test(arguments: [
        ("It was not lovely.", "negated by \"not\""),
        ("It was very rude of them.", "stronger: \"very\""),
        ("It was slightly rude of them.", "weaker: \"slightly\""),
        ("Clean but rude to everybody.", "before \"but\""),
        ("Clean but rude to everybody.", "after \"but\""),
        ("Although it was dirty, we had a great time.", "conceded by \"although\""),
        ("The soup was AWFUL today.", "emphasis: capitals"),
        ("The soup was awful!", "emphasis: \"!\""),
        ("The soup was awwwful", "emphasis: long letters"),
        ("They are too friendly.", "too much: \"too\""),
    ])
    func `names the rule that changed a term`(_ text: String, _ rule: String) {
        let rules = Self.scorer.score(text: text, language: "en").contributions.flatMap(\.rules)
        #expect(rules.contains(rule), "\(rules)")
    }

    @Test(arguments: [
        ("It was very grumly of them.", "It was grumly of them."),
        ("It was grumly of them!!!", "It was grumly of them."),
        ("It was GRUMLY of them.", "It was grumly of them."),
        ("It was grumly of them.", "It was slightly grumly of them."),
        ("It was grumly of them.", "It was not grumly of them."),
        ("Zingy but grumly of them.", "Grumly but zingy of them."),
    ])
    func `is worse with more emphasis and better with less`(
        _ worse: String, _ better: String
    ) throws {
        // words that no phrase of the lexicon holds
        let overlay = try LexiconOverlay(parsing: "grumly\t-2\nzingy\t2\n", file: "own.tsv")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        let low = scorer.score(text: worse, language: "en").score
        let high = scorer.score(text: better, language: "en").score
        #expect(low < high)
    }

    @Test func `of capitals alone is not louder for them`() {
        let loud = Self.scorer.score(text: "THE SOUP WAS AWFUL", language: "en")
        let plain = Self.scorer.score(text: "the soup was awful", language: "en")
        #expect(loud.score == plain.score)
    }

    @Test func `is read in its hyphened, apostrophised and decomposed spellings alike`() {
        let score = { Self.scorer.score(text: $0, language: "en").score }
        #expect(score("a rip-off here") == score("a rip off here"))
        #expect(score("it isn’t good") == score("it isn't good"))
        let french = { Self.scorer.score(text: $0, language: "fr").score }
        #expect(french("Nous sommes d\u{E9}\u{E7}us") == french("Nous sommes de\u{301}c\u{327}us"))
        #expect(french("Nous sommes d\u{E9}\u{E7}us") < 0)
    }
}
