import Model

extension EnglishPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "This digest has nothing in it any more."
        case .isQuiet: "All quiet: nothing new was said, and nothing waits for you."
        case .nothingNew: "Nothing new was said."
        case .andMore(let count): "… and \(figures.count(count)) more"
        case .mentions: "Mentions"
        case .negative: "Negative"
        case .all: "All"
        case .rating: "Rating"
        case .answered: "Answered"
        case .worst: "The worst"
        case .best: "The best"
        case .whatChanged: "What changed"
        case .sources: "Sources"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) of \(counted(all, "review", "reviews")) answered"
                + (time.map { (isSingle ? ", within " : ", half of them within ") + $0 } ?? "")
                + (old.map { "; \(before(span)) within \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect): shift(isMore, isPraise, aspect)
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span)): \(figures.count(old)))"
        case .unchanged(let span):
            "Nothing clearly: praise and complaints speak of what they spoke of \(before(span)), or "
                + "are too few to compare."
        case .topics(let topics): "Spoken of most: \(topics)."
        case .waits(let source, let wait): "\(source), waits for \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " since \($0)" } ?? "")
        case .alerts(let count): "\(self.count(.alerts(count))) in this time: repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) not told because of a silence: repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(days) days: \(count(.mentions(total))), \(count(.negative(negative))); the most on "
                + "\(peak): \(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (before: \(figures.count(old))), "
                + "\(count(.negative(negative))) (before: \(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "\(figures.plain(stars, decimals: 1)) stars on average"
                + (old.map { " (before: \(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) without an answer"
        case .share(let share): "\(percent(share)) answered"
        case .matches(let rule, let count): "\(rule): \(self.count(.mentions(count)))"
        case .inTrouble(let names): "Sources in trouble: \(names)"
        case .keptBack(let count): "\(self.count(.mentions(count))) silenced"
        }
    }

    private func shift(_ isMore: Bool, _ isPraise: Bool, _ aspect: Aspect) -> String {
        let what = (isPraise ? "praise for " : "complaints about ") + self.aspect(aspect).object
        return isMore ? "▲ More \(what):" : "▼ \(isPraise ? "Less" : "Fewer") \(what):"
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "was not read so far"
        case .well: "is well again"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "the day before"
        case .week: "the week before"
        case .other: "the time before"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ more than \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ fewer than \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ up from \(figure) \(before(span))"
        case .down(let figure, let span): "▼ down from \(figure) \(before(span))"
        case .unclear(let figure, let span): "\(figure) \(before(span)): no clear change"
        case .tooFew(let figure, let span): "\(figure) \(before(span)): too few to compare"
        case .noRating(nil): "no rating"
        case .noRating(let span?): "no rating \(before(span))"
        case .nothingToAnswer(nil): "nothing to answer"
        case .nothingToAnswer(let span?): "nothing to answer \(before(span))"
        }
    }
}
