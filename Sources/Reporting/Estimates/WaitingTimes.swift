#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How long mentions waited for their answers, those that wait still among them.
///
/// The estimate of Kaplan and Meier (1958): a mention that waits still says only that it takes longer than
/// so far.
public struct WaitingTimes: Sendable, Hashable {
    /// One point at which answers came: the time, the share that waited longer, and Greenwood's sum.
    private struct Step: Sendable, Hashable {
        var time: Double
        var share: Double
        var greenwood: Double
    }

    /// Those that were answered.
    public let answered: Int
    /// Those that wait still.
    public let waiting: Int
    private let times: [Double]
    private let steps: [Step]

    /// The waits in seconds, at least 0, in any order: until the answer, or so far.
    public init(answered: [Double], waiting: [Double]) {
        times = answered.filter(\.isFinite).map { max(0, $0) }.sorted()
        let open = waiting.filter(\.isFinite).map { max(0, $0) }.sorted()
        self.answered = times.count
        self.waiting = open.count
        var steps: [Step] = []
        var (share, greenwood) = (1.0, 0.0)
        var (done, passed) = (0, 0)
        while done < times.count {
            let time = times[done]
            // At the same time, answers come before those that wait on.
            while passed < open.count, open[passed] < time { passed += 1 }
            let atRisk = Double(times.count - done + open.count - passed)
            let first = done
            while done < times.count, times[done] == time { done += 1 }
            let events = Double(done - first)
            share *= 1 - events / atRisk
            if atRisk > events { greenwood += events / (atRisk * (atRisk - events)) }
            steps.append(Step(time: time, share: share, greenwood: greenwood))
        }
        self.steps = steps
    }

    /// All of them.
    public var count: Int { answered + waiting }

    /// The time within which half was answered; nil where that is not known yet.
    public var median: Double? { quantile(0.5) }

    /// The time within which `share` of them was answered; nil where that is not known yet.
    public func quantile(_ share: Double) -> Double? {
        steps.first { $0.share <= 1 - share + 1e-9 }?.time
    }

    /// The 95 % interval of the median; nil where its upper end is not known.
    ///
    /// If none waits any more, by order statistics: a fair coin decides for each wait whether it is on the near
    /// side of the median (Conover 1999). Else all times at which the share that still waited could be a half, by
    /// Greenwood's variance on the scale log(−log) (Brookmeyer and Crowley 1982).
    public var medianInterval: ClosedRange<Double>? {
        waiting == 0 ? orderInterval : censoredInterval
    }

    private var orderInterval: ClosedRange<Double>? {
        let n = times.count
        var tail = 0.0
        var rank = 0
        // The greatest rank below which the median lies in at most 2.5 of 100 cases.
        while rank < n {
            tail += exp(Distributions.logChoices(n, rank) - Double(n) * log(2.0))
            if tail > 0.025 { break }
            rank += 1
        }
        guard rank >= 1 else { return nil }
        return times[rank - 1]...times[n - rank]
    }

    private var censoredInterval: ClosedRange<Double>? {
        func isHalf(_ step: Step) -> Bool {
            guard step.share > 0, step.share < 1 else { return false }
            let scale = log(step.share)
            let error = step.greenwood.squareRoot() / abs(scale)
            return abs(log(-scale) - log(log(2.0))) <= Distributions.z * error
        }
        guard let median, let first = steps.first(where: isHalf),
            let beyond = steps.first(where: { $0.time >= median && $0.share < 0.5 && !isHalf($0) })
        else { return nil }
        return min(first.time, median)...max(beyond.time, median)
    }
}
