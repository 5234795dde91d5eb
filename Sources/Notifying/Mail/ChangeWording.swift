import Model

/// How a figure stands beside that of the time before, told only where chance does not explain it.
///
/// Counts of equal times are compared by the binomial test of one of them among both (Przyborowski and
/// Wilenski, Biometrika 31, 1940) in its normal approximation with continuity correction; means of stars
/// by the widest spread that their scale allows for such a mean, so that a change is rather missed than
/// made up. Both at 5 %, two-sided. Fewer than 6 events can never pass: then it says so.
struct ChangeWording {
    enum Direction { case up, down, unclear, tooFew }

    /// How long the periods are.
    let span: PeriodSpan
    let book: any PhraseBook

    /// What is said of a count and whether it rose.
    func count(_ now: Int, _ earlier: Int) -> (text: String, direction: Direction) {
        let direction = Self.direction(now, earlier)
        let figure = book.figures.count(earlier)
        let phrase: ChangePhrase =
            switch direction {
            case .up: .more(than: figure, span)
            case .down: .fewer(than: figure, span)
            case .unclear: .unclear(figure, span)
            case .tooFew: .tooFew(figure, span)
            }
        return (book.change(phrase), direction)
    }

    /// What is said of a mean rating.
    func stars(_ now: SentimentCounts, _ earlier: SentimentCounts) -> (text: String, Direction) {
        guard let mean = now.meanStars else { return (book.change(.noRating(nil)), .tooFew) }
        guard let old = earlier.meanStars else { return (book.change(.noRating(span)), .tooFew) }
        let rated = Double(now.rated + earlier.rated)
        let pooled = (now.starSum + earlier.starSum) / rated
        let variance = max((pooled - 1) * (5 - pooled), 0)
        let error = (variance * (1 / Double(now.rated) + 1 / Double(earlier.rated))).squareRoot()
        return told(
            mean - old, error: error, isEnough: now.rated >= 5 && earlier.rated >= 5,
            figure: book.figures.plain(old, decimals: 1))
    }

    /// What is said of a share of answers.
    func share(_ now: ResponseCounts, _ earlier: ResponseCounts) -> (text: String, Direction) {
        guard let rate = now.rate else { return (book.change(.nothingToAnswer(nil)), .tooFew) }
        guard let old = earlier.rate else {
            return (book.change(.nothingToAnswer(span)), .tooFew)
        }
        let total = Double(now.mentions + earlier.mentions)
        let pooled = Double(now.answered + earlier.answered) / total
        let spread = 1 / Double(now.mentions) + 1 / Double(earlier.mentions)
        let error = (pooled * (1 - pooled) * spread).squareRoot()
        return told(
            rate - old, error: error, isEnough: now.mentions >= 5 && earlier.mentions >= 5,
            figure: book.percent(old))
    }

    private func told(
        _ change: Double, error: Double, isEnough: Bool, figure: String
    ) -> (text: String, Direction) {
        guard isEnough else { return (book.change(.tooFew(figure, span)), .tooFew) }
        guard abs(change) > 1.96 * error, change != 0 else {
            return (book.change(.unclear(figure, span)), .unclear)
        }
        return change > 0
            ? (book.change(.up(from: figure, span)), .up)
            : (book.change(.down(from: figure, span)), .down)
    }

    /// Whether a count rose or fell.
    static func direction(_ now: Int, _ earlier: Int) -> Direction {
        let total = Double(max(now, 0)) + Double(max(earlier, 0))
        guard total >= 6 else { return .tooFew }
        let distance = abs(Double(now) - Double(earlier)) - 1
        guard distance / total.squareRoot() >= 1.96 else { return .unclear }
        return now > earlier ? .up : .down
    }
}
