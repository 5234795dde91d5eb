import FoundationEssentials
import Model

/// What a digest says, apart from how it is laid out.
struct DigestWording {
    let digest: Digest
    private let letter: Letter
    let book: any PhraseBook
    private let change: ChangeWording

    /// Nil for a letter without a digest.
    init?(_ letter: Letter) {
        guard let digest = letter.digest else { return nil }
        self.letter = letter
        self.digest = digest
        book = letter.book
        change = ChangeWording(span: Self.span(of: digest.previous), book: letter.book)
    }

    /// `Daily digest, Sat 21 Nov: 34 mentions, 6 negative, 3 unanswered`.
    var title: String {
        let name = OneLine.text(digest.title, limit: 60)
        return "\(name), \(endDay)" + book.colon + (isQuiet ? book.title(.isQuiet) : summary)
    }

    /// `34 mentions, 6 negative, 3 unanswered`.
    private var summary: String {
        let counts = digest.counts
        var parts: [CountPhrase] = [.mentions(counts.total)]
        if counts.negative > 0 { parts.append(.negative(counts.negative)) }
        if digest.unansweredCount > 0 { parts.append(.unanswered(digest.unansweredCount)) }
        return parts.map(book.count).joined(separator: ", ")
    }

    /// Whether there is nothing that anybody would want to know.
    var isQuiet: Bool {
        digest.counts.total == 0 && digest.unansweredCount == 0 && digest.troubles.isEmpty
            && digest.matches.isEmpty && digest.silenced == 0 && digest.alerts == 0
    }

    /// `Sat 21 Nov` or `Mon 16 Nov to Sun 22 Nov`; with the times where it does not begin at midnight.
    var periodName: String {
        let start = letter.date(digest.period.start)
        let end = letter.date(digest.period.end)
        guard start.isMidnight, end.isMidnight else {
            return book.time(.span(start.dayAndTime, end.dayAndTime))
        }
        return start.dayName == endDay ? endDay : book.time(.days(start.dayName, endDay))
    }

    /// The last day that it tells of.
    private var endDay: String {
        letter.date(digest.period.end.addingTimeInterval(-1)).dayName
    }

    private static func span(of period: Alert.Period) -> PeriodSpan {
        switch period.end.timeIntervalSince(period.start) / 3600 {
        case 22...26: .day
        case 166...170: .week
        default: .other
        }
    }

    var tiles: [FigureTile] {
        let now = digest.counts
        let before = digest.countsBefore
        let total = change.count(now.total, before.total)
        let negative = change.count(now.negative, before.negative)
        let stars = change.stars(now, before)
        let share = change.share(digest.responses, digest.responsesBefore)
        let figures = book.figures
        let rating = now.meanStars.map { figures.plain($0, decimals: 1) + " ★" }
        return [
            FigureTile(
                label: book.digest(.mentions), value: figures.count(now.total), note: total.text),
            FigureTile(
                label: book.digest(.negative), value: figures.count(now.negative),
                note: negative.text, tone: Self.tone(negative.direction, goodIf: .down)),
            FigureTile(
                label: book.digest(.rating), value: rating ?? "–", note: stars.text,
                tone: Self.tone(stars.1, goodIf: .up)),
            FigureTile(
                label: book.digest(.answered),
                value: digest.responses.rate.map(book.percent) ?? "–", note: share.text,
                tone: Self.tone(share.1, goodIf: .up)),
        ]
    }

    private static func tone(
        _ direction: ChangeWording.Direction, goodIf good: ChangeWording.Direction
    ) -> FigureTile.Tone {
        switch direction {
        case .unclear, .tooFew: .plain
        default: direction == good ? .better : .worse
        }
    }

    /// How fast answers were; nil where there was nothing to answer.
    var answering: String? {
        let now = digest.responses
        guard now.mentions > 0 else { return nil }
        return book.digest(
            .answering(
                now.answered, of: now.mentions, within: now.medianDelay.map(book.duration),
                isSingle: now.delays.count == 1,
                before: digest.responsesBefore.medianDelay.map(book.duration), change.span))
    }

    /// Aspects that people praise or blame clearly more or less than before.
    var changes: [LetterItem] {
        let before = Dictionary(digest.aspectsBefore.map { ($0.aspect, $0) }) { first, _ in first }
        let now = Dictionary(digest.aspects.map { ($0.aspect, $0) }) { first, _ in first }
        return Aspect.allCases.flatMap { aspect -> [LetterItem] in
            let new = now[aspect] ?? AspectCounts(aspect: aspect)
            let old = before[aspect] ?? AspectCounts(aspect: aspect)
            return [
                shift(new.negative, old.negative, isPraise: false, aspect),
                shift(new.positive, old.positive, isPraise: true, aspect),
            ].compactMap { $0 }
        }
    }

    /// What is said where no aspect changed.
    var unchanged: String { book.digest(.unchanged(change.span)) }

    private func shift(_ now: Int, _ old: Int, isPraise: Bool, _ aspect: Aspect) -> LetterItem? {
        let direction = ChangeWording.direction(now, old)
        guard direction == .up || direction == .down else { return nil }
        return LetterItem(
            lead: book.digest(.shift(isMore: direction == .up, isPraise: isPraise, aspect)),
            text: book.digest(.compared(now, old, change.span)))
    }

    /// What people spoke of most, such as `Spoken of most: delivery 9 (7 negative), staff 4`.
    var topics: String? {
        let top = digest.aspects.filter { $0.total > 0 }
            .sorted { ($0.total, $0.negative) > ($1.total, $1.negative) }.prefix(4)
        guard !top.isEmpty else { return nil }
        let parts = top.map { counts in
            "\(book.aspect(counts.aspect).name) \(book.figures.count(counts.total))"
                + (counts.negative > 0 ? " (\(book.count(.negative(counts.negative))))" : "")
        }
        return book.digest(.topics(parts.joined(separator: ", ")))
    }

    /// A mention that waits for an answer, with the link to it.
    func waiting(_ mention: Mention) -> LetterItem {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let wait = book.duration(letter.alert.createdAt.timeIntervalSince(mention.firstSeen))
        return LetterItem(
            lead: wording.lead, text: wording.quote(limit: 90) ?? book.mention(.noText),
            detail: book.digest(.waits(wording.source, for: wait)), link: wording.link,
            linkLabel: book.mention(.answer))
    }

    /// A mention in a line, with the link to it.
    func brief(_ mention: Mention, limit: Int = 160) -> LetterItem {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let byline = [wording.source, wording.author, letter.dayName(of: mention)]
        return LetterItem(
            lead: wording.lead, text: wording.quote(limit: limit) ?? book.mention(.noText),
            detail: byline.compactMap { $0 }.joined(separator: " · "), link: wording.link,
            linkLabel: book.mention(.read))
    }

    /// A source that does not stand well.
    func trouble(_ trouble: Digest.SourceTrouble) -> LetterItem {
        let since = trouble.since.map { letter.date($0).dayAndTime }
        return LetterItem(
            lead: OneLine.text(letter.title(of: trouble.source), limit: 80),
            text: book.digest(.trouble(trouble.health, since: since)),
            detail: "repute source show \(trouble.source)")
    }

    /// What was told, and what was not.
    var tellings: [String] {
        var lines: [DigestPhrase] = []
        if digest.alerts > 0 { lines.append(.alerts(digest.alerts)) }
        if digest.silenced > 0 { lines.append(.silenced(digest.silenced)) }
        return lines.map(book.digest)
    }
}
