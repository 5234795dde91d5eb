import Model

// The sections of what mentions speak of.
extension ReportComposer {
    /// How all mentions are felt.
    var sentiment: ReportSection {
        ReportSection(
            id: "sentiment", title: "Sentiment",
            blocks: [
                .measures(
                    [volume] + [.negative, .neutral, .positive].map(sentimentShare) + [rating])
            ])
    }

    /// The seven dimensions of trust, those that nobody speaks of too.
    var trustDimensions: ReportSection {
        let table = aspectTable(
            "trust", "Dimensions of trust", "Dimension",
            Aspect.allCases.filter(\.isTrustDimension))
        return ReportSection(
            id: "trust", title: "Trust", blocks: [.table(table)] + multiplicity(table))
    }

    /// The ordinary sides of a business that anybody speaks of.
    var ordinaryAspects: ReportSection? {
        let named = Aspect.allCases.filter { aspect in
            !aspect.isTrustDimension && (now.counts(of: aspect).total > 0)
        }
        guard !named.isEmpty else { return nil }
        let table = aspectTable("aspects", "What mentions are about", "Aspect", named)
        return ReportSection(id: "aspects", title: "What it is about", blocks: [.table(table)])
    }

    private func aspectTable(
        _ id: String, _ caption: String, _ title: String, _ aspects: [Aspect]
    ) -> ReportTable {
        let all = now.counts.total
        let shares = aspects.map { Proportion(now.counts(of: $0).negative, of: all) }
        let previous = before.map { before in
            aspects.map { Proportion(before.counts(of: $0).negative, of: before.counts.total) }
        }
        let findings = previous.map { Self.findings(shares, $0) }
        let rows = aspects.indices.map { index in
            let aspect = aspects[index]
            let counts = now.counts(of: aspect)
            var cells: [ReportTable.Cell] = [
                .init(aspect.rawValue), .count(counts.total),
                .count(counts.negative, tone: .negative), .count(counts.positive, tone: .positive),
                .init(words(aspect, .negative)), .init(words(aspect, .positive)),
            ]
            if let previous, let findings {
                cells.append(
                    .change(
                        shares[index], previous[index], isFinding: findings[index],
                        isMoreBetter: false))
            }
            return ReportTable.Row(
                cells, ids: now.ids { $0.aspects.contains { $0.aspect == aspect } })
        }
        var columns: [ReportTable.Column] = [
            .init("aspect", title), .init("mentions", "Mentions", isNumeric: true),
            .init("negative", "Negative", isNumeric: true),
            .init("positive", "Positive", isNumeric: true), .init("against", "Against"),
            .init("for", "For"),
        ]
        if previous != nil { columns.append(.init("change", "Negative, change")) }
        return ReportTable(
            id: id, caption: caption, columns: columns, rows: rows,
            formula: "mentions that name it; the words with the number of mentions that say so"
                + (previous == nil
                    ? ""
                    : "; change: negative ÷ \(FigureText.count(all)) mentions, before ÷ "
                        + "\(FigureText.count(before?.counts.total ?? 0))"))
    }

    /// `rude 4, ignored 2`: the three commonest words and in how many mentions.
    private func words(_ aspect: Aspect, _ label: Sentiment.Label) -> String {
        let words = now.words.filter { $0.aspect == aspect && $0.label == label }
            .sorted { ($1.count, $0.words) < ($0.count, $1.words) }
        return words.prefix(3).map { "\($0.words) \($0.count)" }.joined(separator: ", ")
    }

    /// Which shares differ from those before, many tests at once; none where there are too few.
    static func findings(_ now: [Proportion], _ before: [Proportion]) -> [Bool] {
        FalseDiscovery.findings(
            zip(now, before).map { now, before in
                min(now.total, before.total) >= ReportFigures.leastCount
                    ? now.chance(of: before) : 1
            })
    }

    private func multiplicity(_ table: ReportTable) -> [ReportBlock] {
        guard before != nil else { return [] }
        return [
            .note(
                "A change is shown where it is more than chance among \(table.rows.count) tests at once "
                    + "(Benjamini and Hochberg, 5 %).")
        ]
    }

    /// The words that come back, and which of them are said more or less often than before.
    func topics(limit: Int) -> ReportSection? {
        let topics = Topic.all(now: now, before: before)
        guard !topics.isEmpty else { return nil }
        let rows = topics.prefix(limit).map { topic in
            var cells: [ReportTable.Cell] = [
                .init(topic.word), .init(topic.aspect.rawValue), .count(topic.total),
                .count(topic.negative, tone: .negative), .count(topic.positive, tone: .positive),
            ]
            if let previous = topic.previous, let before {
                cells += [
                    .count(previous),
                    .change(
                        Proportion(topic.total, of: now.counts.total),
                        Proportion(previous, of: before.counts.total),
                        isFinding: topic.isFinding, isMoreBetter: nil),
                ]
            }
            return ReportTable.Row(
                cells,
                ids: now.ids {
                    $0.aspects.contains { $0.aspect == topic.aspect && $0.words == topic.word }
                })
        }
        var columns: [ReportTable.Column] = [
            .init("topic", "Topic"), .init("aspect", "About"),
            .init("mentions", "Mentions", isNumeric: true),
            .init("negative", "Negative", isNumeric: true),
            .init("positive", "Positive", isNumeric: true),
        ]
        if before != nil {
            columns += [.init("before", "Before", isNumeric: true), .init("change", "Change")]
        }
        let more = topics.count - rows.count
        let table = ReportTable(
            id: "topics",
            caption: more > 0
                ? "Recurring topics: \(rows.count) of \(topics.count)" : "Recurring topics",
            columns: columns, rows: Array(rows),
            formula:
                "words that at least \(Topic.leastCount) mentions name an aspect with, now or before"
                + (before == nil
                    ? ""
                    : "; changes that are more than chance (\(topics.count) tests, Benjamini and "
                        + "Hochberg) stand first"))
        return ReportSection(id: "topics", title: "Topics", blocks: [.table(table)])
    }
}

extension PeriodFigures {
    /// How an aspect was felt.
    func counts(of aspect: Aspect) -> AspectCounts {
        aspects.first { $0.aspect == aspect } ?? AspectCounts(aspect: aspect)
    }
}

/// A word that names an aspect again and again.
struct Topic: Sendable, Hashable {
    var aspect: Aspect
    var word: String
    var negative = 0
    var neutral = 0
    var positive = 0
    /// In how many mentions it was said before; nil where nothing is compared.
    var previous: Int?
    /// Whether it is said more or less often than before, by more than chance.
    var isFinding = false

    var total: Int { negative + neutral + positive }

    /// Words that are said less often are no topic.
    static let leastCount = 3

    private struct Key: Hashable {
        var aspect: Aspect
        var word: String
    }

    /// Those of the period: what changed first, then the most frequent.
    static func all(now: PeriodFigures, before: PeriodFigures?) -> [Topic] {
        var topics: [Key: Topic] = [:]
        for count in now.words where !count.words.isEmpty {
            let key = Key(aspect: count.aspect, word: count.words)
            topics[key, default: Topic(aspect: count.aspect, word: count.words)].add(
                count.label, count.count)
        }
        if let before {
            for key in topics.keys { topics[key]?.previous = 0 }
            for count in before.words where !count.words.isEmpty {
                let key = Key(aspect: count.aspect, word: count.words)
                topics[key, default: Topic(aspect: count.aspect, word: count.words)].previous =
                    (topics[key]?.previous ?? 0) + count.count
            }
        }
        var list = topics.values
            .filter { max($0.total, $0.previous ?? 0) >= leastCount }
            .sorted {
                ($1.total, $0.word, $0.aspect.rawValue) < ($0.total, $1.word, $1.aspect.rawValue)
            }
        guard let before else { return list }
        let findings = ReportComposer.findings(
            list.map { Proportion($0.total, of: now.counts.total) },
            list.map { Proportion($0.previous ?? 0, of: before.counts.total) })
        for index in list.indices { list[index].isFinding = findings[index] }
        return list.filter(\.isFinding) + list.filter { !$0.isFinding }
    }

    private mutating func add(_ label: Sentiment.Label, _ count: Int) {
        switch label {
        case .negative: negative += count
        case .neutral, .unscored: neutral += count
        case .positive: positive += count
        }
    }
}
