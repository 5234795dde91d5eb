import Model

/// How a figure stands beside that of the time before, told only where chance does not explain it.
///
/// Counts of equal times are compared by the binomial test of one of them among both (Przyborowski and
/// Wilenski, Biometrika 31, 1940) in its normal approximation with continuity correction; means of stars
/// by the widest spread that their scale allows for such a mean, so that a change is rather missed than
/// made up. Both at 5 %, two-sided. Fewer than 6 events can never pass: then it says so.
struct ChangeWording {
    enum Direction { case up, down, unclear, tooFew }

    /// The times before, such as `the week before`.
    let before: String

    /// What is said of a count and whether it rose.
    func count(_ now: Int, _ earlier: Int) -> (text: String, direction: Direction) {
        let direction = Self.direction(now, earlier)
        let figure = "\(Figures.count(earlier)) \(before)"
        return switch direction {
        case .up: ("▲ more than \(before) (\(Figures.count(earlier)))", .up)
        case .down: ("▼ fewer than \(before) (\(Figures.count(earlier)))", .down)
        case .unclear: ("\(figure): no clear change", .unclear)
        case .tooFew: ("\(figure): too few to compare", .tooFew)
        }
    }

    /// What is said of a mean rating.
    func stars(_ now: SentimentCounts, _ earlier: SentimentCounts) -> (text: String, Direction) {
        guard let mean = now.meanStars else { return ("no rating", .tooFew) }
        guard let old = earlier.meanStars else { return ("no rating \(before)", .tooFew) }
        let figure = Figures.plain(old, decimals: 1)
        guard now.rated >= 5, earlier.rated >= 5 else {
            return ("\(figure) \(before): too few to compare", .tooFew)
        }
        let rated = Double(now.rated + earlier.rated)
        let pooled = (now.starSum + earlier.starSum) / rated
        let variance = max((pooled - 1) * (5 - pooled), 0)
        let error = (variance * (1 / Double(now.rated) + 1 / Double(earlier.rated))).squareRoot()
        guard abs(mean - old) > 1.96 * error, mean != old else {
            return ("\(figure) \(before): no clear change", .unclear)
        }
        return mean > old
            ? ("▲ up from \(figure) \(before)", .up) : ("▼ down from \(figure) \(before)", .down)
    }

    /// What is said of a share of answers.
    func share(_ now: ResponseCounts, _ earlier: ResponseCounts) -> (text: String, Direction) {
        guard let rate = now.rate else { return ("nothing to answer", .tooFew) }
        guard let old = earlier.rate else { return ("nothing to answer \(before)", .tooFew) }
        let figure = "\(Figures.plain(old * 100, decimals: 0)) % \(before)"
        guard now.mentions >= 5, earlier.mentions >= 5 else {
            return ("\(figure): too few to compare", .tooFew)
        }
        let total = Double(now.mentions + earlier.mentions)
        let pooled = Double(now.answered + earlier.answered) / total
        let spread = 1 / Double(now.mentions) + 1 / Double(earlier.mentions)
        let error = (pooled * (1 - pooled) * spread).squareRoot()
        guard abs(rate - old) > 1.96 * error, rate != old else {
            return ("\(figure): no clear change", .unclear)
        }
        return rate > old ? ("▲ up from \(figure)", .up) : ("▼ down from \(figure)", .down)
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
