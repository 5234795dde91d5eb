import FoundationEssentials
import Model

/// The mentions of the last weeks, a bar a day.
struct TrendChart {
    struct Bar {
        var total: Int
        var negative: Int
    }

    /// Oldest first; one for each day, also for days without mentions.
    let bars: [Bar]
    let firstDay: String
    let lastDay: String
    /// The most mentions of one day.
    let most: Int
    /// What the chart shows, in words.
    let sentence: String

    /// Nil where no day has a mention.
    init?(_ digest: Digest, in book: any PhraseBook) {
        let length = min(max(digest.dayCount, 1), 92)
        let first = digest.lastDay.number - length + 1
        var bars = [Bar](repeating: Bar(total: 0, negative: 0), count: length)
        for day in digest.days where bars.indices.contains(day.day.number - first) {
            bars[day.day.number - first].total += day.counts.total
            bars[day.day.number - first].negative += day.counts.negative
        }
        let most = bars.map(\.total).max() ?? 0
        guard most > 0, let peak = bars.lastIndex(where: { $0.total == most }) else { return nil }
        self.bars = bars
        self.most = most
        let words = book.calendar
        firstDay = MailDate.dayName(CalendarDay(number: first), words: words)
        lastDay = MailDate.dayName(digest.lastDay, words: words)
        sentence =
            book.digest(
                .trend(
                    days: length, total: bars.reduce(0) { $0 + $1.total },
                    negative: bars.reduce(0) { $0 + $1.negative },
                    peak: MailDate.dayName(CalendarDay(number: first + peak), words: words),
                    most: most))
    }

    /// `▁` to `█` by the share of `most`, a character a day; a dot for none.
    static func row(_ values: [Int], most: Int) -> String {
        let levels = Array("▁▂▃▄▅▆▇█")
        return String(
            values.map { value in
                guard value > 0, most > 0 else { return "·" }
                let share = min(Double(value) / Double(most), 1)
                let level = Int((share * Double(levels.count)).rounded(.up)) - 1
                return levels[min(max(level, 0), levels.count - 1)]
            })
    }
}
