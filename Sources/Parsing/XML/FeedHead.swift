import FoundationEssentials
import Model
import TextProcessing

/// What a document says of itself rather than of an entry.
struct FeedHead {
    let title: String?
    /// Absolute.
    let nextPage: String?
    /// In seconds.
    let timeToLive: TimeInterval?
    /// When the feed asks not to be read.
    let skips: SkippedTimes?

    /// Reads what stands outside of the entries.
    init(_ record: ElementRecord, _ context: ReadingContext) {
        title =
            record.nodes.lazy
            .filter { $0.field == .title && $0.scope < 0 && $0.vocabulary != .media }
            .compactMap { node -> String? in
                switch NodeText(node, in: record).raw {
                case .plain(let text): PlainText.line(text)
                case .html(let html): PlainText.line(HTMLText.plainText(html))
                }
            }.first
        nextPage = Self.nextPage(record, context)
        timeToLive = Self.timeToLive(record)
        skips = Self.skips(record)
    }

    private static func nextPage(_ record: ElementRecord, _ context: ReadingContext) -> String? {
        let base = context.base(record.base)
        for node in record.nodes where node.field == .link && node.scope < 0 {
            guard let rel = record.attribute("rel", of: node)?.lowercased(),
                rel == "next" || rel.hasSuffix("/next"),
                let address = record.attribute("href", of: node)
            else { continue }
            let next = CanonicalURL.absolute(address, base: base)
            // A last page may name itself.
            return next == context.options.baseURL ? nil : next
        }
        return nil
    }

    /// RSS `ttl` in minutes, else the period of the syndication module divided by its frequency.
    private static func timeToLive(_ record: ElementRecord) -> TimeInterval? {
        func number(_ field: Field) -> Double? {
            record.nodes.first { $0.field == field && $0.scope < 0 }
                .flatMap { PlainText.line(record.text(of: $0)).flatMap(Double.init) }
        }
        if let minutes = number(.timeToLive), (1...525_600).contains(minutes) {
            return minutes * 60
        }
        guard let node = record.nodes.first(where: { $0.field == .updatePeriod }),
            let period = PlainText.line(record.text(of: node)).flatMap({ periods[$0.lowercased()] })
        else { return nil }
        let frequency = number(.updateFrequency) ?? 1
        return period / (frequency.isFinite ? max(1, frequency) : 1)
    }

    /// RSS `skipHours` and `skipDays`, in GMT; older feeds count the hours from 1 to 24.
    private static func skips(_ record: ElementRecord) -> SkippedTimes? {
        func values(_ field: Field) -> [String] {
            record.nodes.filter { $0.field == field && $0.scope < 0 }
                .compactMap { PlainText.line(record.text(of: $0)) }
        }
        let hours = values(.skippedHour).compactMap { Int($0) }.map { $0 == 24 ? 0 : $0 }
        let days = values(.skippedDay).compactMap { day in
            weekdays.firstIndex(of: day.lowercased()).map { $0 + 1 }
        }
        return SkippedTimes(hours: Set(hours), weekdays: Set(days))
    }

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private static let periods: [String: TimeInterval] = [
        "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
        "yearly": 31_536_000,
    ]
}
