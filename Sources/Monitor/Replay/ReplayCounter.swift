import FoundationEssentials

/// When mentions occurred, to be counted by spans of time, however disordered they come.
struct ReplayCounter {
    /// Counted by the store before the replay began: the middle of an hour, and how many.
    private let before: [(time: TimeInterval, count: Int)]
    /// In order.
    private var sorted: [TimeInterval] = []
    /// As they came; few enough to be looked through.
    private var fresh: [TimeInterval] = []

    private static let freshLimit = 2048

    /// A counter that knows how many there were in each of the hours from `start` on.
    init(hours: [Int] = [], from start: Date = .distantPast) {
        before = hours.enumerated().compactMap { hour, count in
            count > 0 ? (start.timeIntervalSince1970 + (Double(hour) + 0.5) * 3600, count) : nil
        }
    }

    mutating func add(_ date: Date) {
        let time = date.timeIntervalSince1970
        if fresh.isEmpty, sorted.last.map({ $0 <= time }) ?? true {
            sorted.append(time)
            return
        }
        fresh.append(time)
        if fresh.count > Self.freshLimit { merge() }
    }

    /// Takes back one that was added; nothing where there is none.
    mutating func remove(_ date: Date) {
        merge()
        let time = date.timeIntervalSince1970
        let place = count(below: time)
        if place < sorted.count, sorted[place] == time { sorted.remove(at: place) }
    }

    /// How many occurred in each of the spans of `width` seconds that follow each other from `start` on.
    func counts(from start: Date, width: TimeInterval, count: Int) -> [Int] {
        let start = start.timeIntervalSince1970
        var counts: [Int] = []
        counts.reserveCapacity(count)
        var last = self.count(below: start)
        for span in 0..<max(0, count) {
            let next = self.count(below: start + Double(span + 1) * width)
            counts.append(next - last)
            last = next
        }
        func add(_ time: TimeInterval, _ number: Int) {
            let span = ((time - start) / width).rounded(.down)
            if span >= 0, span < Double(counts.count) { counts[Int(span)] += number }
        }
        for time in fresh { add(time, 1) }
        for hour in before { add(hour.time, hour.count) }
        return counts
    }

    /// How many of the sorted ones are earlier.
    private func count(below time: TimeInterval) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func merge() {
        guard !fresh.isEmpty else { return }
        fresh.sort()
        var merged: [TimeInterval] = []
        merged.reserveCapacity(sorted.count + fresh.count)
        var place = 0
        for time in sorted {
            while place < fresh.count, fresh[place] < time {
                merged.append(fresh[place])
                place += 1
            }
            merged.append(time)
        }
        sorted = merged + fresh[place...]
        fresh = []
    }
}
