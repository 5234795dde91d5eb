import Testing

@testable import Model

struct `What is stored of a weighing` {
    private static let facts: [Weighing.Fact] = [
        .rating("1", of: "5", stars: nil), .rating("3", of: "10", stars: "1.89"),
        .rating("−1", of: "3", stars: "1"), .label(.negative), .label(.unscored), .strongWords,
        .unsure, .sites(1), .sites(12), .survey, .complaint(1), .complaint(10), .complaint(11),
        .complaint(112), .complaint(.max),
    ]

    @Test(arguments: facts)
    func `reads back as the same fact`(fact: Weighing.Fact) {
        for points in [-1, 0, 2] {
            for count in [nil, 3] {
                let weighing = Weighing(
                    severity: .warning, worstOf: count,
                    parts: [
                        Weighing.Part(fact, points: points), Weighing.Part(.strongWords, points: 1),
                    ])
                #expect(Weighing(parsing: weighing.text) == weighing)
            }
        }
    }

    @Test(arguments: [
        "critical: 1 of 5 stars (+2), strong words (+1), third complaint of this author (+1)",
        "critical: negative (+1), strong words (+1), on 12 sites (+2)",
        "warning by the worst of 3: 1.5 of 5 stars (+2), fifth complaint of this author (+1)",
        "info: negative (+1), not a sure verdict (−1)", "info: 4 of 5 stars (0)",
    ])
    func `is the text that it was`(text: String) {
        #expect(Weighing(parsing: text)?.text == text)
    }

    @Test(arguments: [
        "", "critical", "critical: ", "grave: 1 of 5 stars (+2)", "critical: something new (+1)",
        "critical: strong words", "critical: strong words (+99999999999999999999)",
        "critical: 2rd complaint of this author (+1)", "critical by the worst of many: survey (+1)",
        "critical: strong words (+1), ", "critical: strong words (1)",
    ])
    func `is not read where it is another text`(text: String) {
        #expect(Weighing(parsing: text) == nil)
    }
}

struct `What is stored of a surge` {
    @Test(arguments: [SurgeTelling.Window.hours(1), .hours(24), .days(7)])
    func `reads back as the same figures`(window: SurgeTelling.Window) {
        let rarities: [SurgeTelling.Rarity] = [
            .never, .years(2), .timesAYear(1), .timesAYear(4),
        ]
        for rarity in rarities {
            for name in ["Hollow Oak", "in 3 days of mentions of it; usual are 3 to 4", ""] {
                for labels in [[], [Sentiment.Label.negative], [.negative, .neutral]] {
                    let surge = SurgeTelling(
                        count: 9, labels: labels, name: name, window: window, usual: 0...3,
                        rarity: rarity)
                    #expect(SurgeTelling(parsing: surge.text) == surge)
                }
            }
        }
    }

    @Test(arguments: [
        "", "9 mentions",
        "9 mentions of X in 24 hours; usual are 4 to 3 (so many come once a year "
            + "by chance)",
        "nine mentions of X in 24 hours; usual are 3 (so many come once a year by "
            + "chance)",
        "9 mentions of X in 24 minutes; usual are 3 (so many come once a year by chance)",
    ])
    func `is not read where it is another text`(text: String) {
        #expect(SurgeTelling(parsing: text) == nil)
    }
}

struct `What is stored of a drop` {
    @Test(arguments: [DropTelling.Figure.rating, .sentiment])
    func `reads back as the same figures`(figure: DropTelling.Figure) {
        for name in ["Hollow Oak", "House of Oak fell from 3 to 4", ""] {
            for days in [1, 30] {
                let drop = DropTelling(
                    figure: figure, name: name, before: "4.5", recent: "3.9", count: 31,
                    days: days, countBefore: 188)
                #expect(DropTelling(parsing: drop.text) == drop)
            }
        }
    }

    @Test(arguments: ["", "the rating of X fell", "the rating of X fell from 4.5 to 3.9: few"])
    func `is not read where it is another text`(text: String) {
        #expect(DropTelling(parsing: text) == nil)
    }
}

struct `An English ordinal` {
    @Test(arguments: [
        (1, "first"), (2, "second"), (10, "tenth"), (11, "11th"), (13, "13th"), (21, "21st"),
        (22, "22nd"), (103, "103rd"), (111, "111th"), (Int.max, "9223372036854775807th"),
    ])
    func `counts in words`(number: Int, text: String) {
        #expect(EnglishOrdinal.text(number) == text)
        #expect(EnglishOrdinal.number(text) == number)
    }
}

struct `What was answered since a reminder was made` {
    @Test(arguments: [
        (1, "; 1 was answered meanwhile"), (12, "; 12 were answered meanwhile"),
    ])
    func `is read back`(count: Int, text: String) {
        #expect(AnsweredSince(count: count).text == text)
        #expect(AnsweredSince(endOf: "3 wait" + text)?.count == count)
    }

    @Test(arguments: [
        "", "3 wait", "; 2 was answered meanwhile", "; 0 were answered meanwhile",
        "; 1 was answered meanwhile.", "; many were answered meanwhile",
    ])
    func `is nothing where the reason doesn't say so`(reason: String) {
        #expect(AnsweredSince(endOf: reason) == nil)
    }
}
