public import FoundationEssentials

/// The times at which a business was open in a span of time, made once to measure many waits.
///
/// A question costs the logarithm of the number of openings. What lies outside the span, and what
/// `BusinessCalendar` gives up on, counts as open all the time, so that no wait is measured too short.
public struct OpeningTimes: Sendable, Hashable {
    private let span: ClosedRange<TimeInterval>
    /// Seconds since 1970, in order.
    private var openings: [TimeInterval] = []
    private var closings: [TimeInterval] = []
    /// How long it had been open in the span by each opening.
    private var sums: [TimeInterval] = []

    /// The times at which a business with this calendar is open from `start` to `end`.
    public init(_ calendar: BusinessCalendar, from start: Date, to end: Date) {
        let (first, last) = (start.timeIntervalSince1970, end.timeIntervalSince1970)
        guard first.isFinite, last.isFinite, first < last else {
            span = 0...0
            return
        }
        var reached = first
        var lists: (openings: [TimeInterval], closings: [TimeInterval]) = ([], [])
        let stop = calendar.walk(from: start) { opening, closing in
            reached = closing.timeIntervalSince1970
            let from = opening.timeIntervalSince1970
            if from < last {
                lists.openings.append(from)
                lists.closings.append(min(reached, last))
            }
            return reached >= last
        }
        span = first...max(first, min(last, max(reached, stop.timeIntervalSince1970)))
        (openings, closings) = lists
        var sum = 0.0
        for (opening, closing) in zip(openings, closings) {
            sums.append(sum)
            sum += closing - opening
        }
    }

    /// For how many seconds it was open between two moments; 0 where the second is not the later one.
    public func seconds(from start: Date, to end: Date) -> TimeInterval {
        let (from, to) = (start.timeIntervalSince1970, end.timeIntervalSince1970)
        guard from.isFinite, to.isFinite, from < to else { return 0 }
        return total(before: to) - total(before: from)
    }

    /// How long it was open before `moment`, counted from the beginning of the span; negative before that.
    private func total(before moment: TimeInterval) -> TimeInterval {
        if moment < span.lowerBound { return moment - span.lowerBound }
        let within = min(moment, span.upperBound)
        // The number of openings at or before the moment.
        var (low, high) = (0, openings.count)
        while low < high {
            let middle = (low + high) / 2
            if openings[middle] <= within { low = middle + 1 } else { high = middle }
        }
        let past = max(0, moment - span.upperBound)
        guard low > 0 else { return past }
        let index = low - 1
        return sums[index] + min(within, closings[index]) - openings[index] + past
    }
}
