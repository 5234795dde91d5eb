import FoundationEssentials
import Model

/// What a digest says, apart from how it is laid out.
struct DigestWording {
    let digest: Digest
    private let letter: Letter
    private let change: ChangeWording

    /// Nil for a letter without a digest.
    init?(_ letter: Letter) {
        guard let digest = letter.digest else { return nil }
        self.letter = letter
        self.digest = digest
        change = ChangeWording(before: Self.name(of: digest.previous) + " before")
    }

    /// `Daily digest, Sat 21 Nov: 34 mentions, 6 negative, 3 unanswered`.
    var title: String {
        let name = OneLine.text(digest.title, limit: 60)
        return "\(name), \(endDay): " + (isQuiet ? "all quiet" : summary)
    }

    /// `34 mentions, 6 negative, 3 unanswered`.
    private var summary: String {
        let counts = digest.counts
        var parts = [Self.count(counts.total, "mention")]
        if counts.negative > 0 { parts.append("\(Figures.count(counts.negative)) negative") }
        if digest.unansweredCount > 0 {
            parts.append("\(Figures.count(digest.unansweredCount)) unanswered")
        }
        return parts.joined(separator: ", ")
    }

    /// Whether there is nothing that anybody would want to know.
    var isQuiet: Bool {
        digest.counts.total == 0 && digest.unansweredCount == 0 && digest.troubles.isEmpty
            && digest.matches.isEmpty && digest.silenced == 0 && digest.alerts == 0
    }

    /// `Sat 21 Nov` or `Mon 16 Nov to Sun 22 Nov`; with the times where it does not begin at midnight.
    var periodName: String {
        let zone = letter.timeZone
        let start = MailDate(digest.period.start, in: zone)
        let end = MailDate(digest.period.end, in: zone)
        guard start.isMidnight, end.isMidnight else {
            return "\(start.dayAndTime) to \(end.dayAndTime)"
        }
        return start.dayName == endDay ? endDay : "\(start.dayName) to \(endDay)"
    }

    /// The last day that it tells of.
    private var endDay: String {
        MailDate(digest.period.end.addingTimeInterval(-1), in: letter.timeZone).dayName
    }

    /// `the day`, `the week` or `the time`.
    private static func name(of period: Alert.Period) -> String {
        switch period.end.timeIntervalSince(period.start) / 3600 {
        case 22...26: "the day"
        case 166...170: "the week"
        default: "the time"
        }
    }

    var tiles: [FigureTile] {
        let now = digest.counts
        let before = digest.countsBefore
        let total = change.count(now.total, before.total)
        let negative = change.count(now.negative, before.negative)
        let stars = change.stars(now, before)
        let share = change.share(digest.responses, digest.responsesBefore)
        return [
            FigureTile(label: "Mentions", value: Figures.count(now.total), note: total.text),
            FigureTile(
                label: "Negative", value: Figures.count(now.negative), note: negative.text,
                tone: Self.tone(negative.direction, goodIf: .down)),
            FigureTile(
                label: "Rating",
                value: now.meanStars.map { Figures.plain($0, decimals: 1) + " ★" } ?? "–",
                note: stars.text, tone: Self.tone(stars.1, goodIf: .up)),
            FigureTile(
                label: "Answered",
                value: digest.responses.rate.map { Figures.plain($0 * 100, decimals: 0) + " %" }
                    ?? "–",
                note: share.text, tone: Self.tone(share.1, goodIf: .up)),
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

    /// How fast answers were; nil where none has a time.
    var answering: String? {
        let now = digest.responses
        guard now.mentions > 0 else { return nil }
        var text =
            "\(Figures.count(now.answered)) of \(Self.count(now.mentions, "review")) answered"
        if let median = now.medianDelay {
            text +=
                now.delays.count == 1
                ? ", within \(DurationWords.text(median))"
                : ", half of them within \(DurationWords.text(median))"
        }
        if let old = digest.responsesBefore.medianDelay {
            text += "; \(change.before) within \(DurationWords.text(old))"
        }
        return text + "."
    }

    /// Aspects that people praise or blame clearly more or less than before.
    var changes: [LetterItem] {
        let before = Dictionary(digest.aspectsBefore.map { ($0.aspect, $0) }) { first, _ in first }
        let now = Dictionary(digest.aspects.map { ($0.aspect, $0) }) { first, _ in first }
        return Aspect.allCases.flatMap { aspect -> [LetterItem] in
            let name = AspectName.text(aspect)
            let new = now[aspect] ?? AspectCounts(aspect: aspect)
            let old = before[aspect] ?? AspectCounts(aspect: aspect)
            return [
                Self.shift(new.negative, old.negative, less: "Fewer", "complaints about \(name)"),
                Self.shift(new.positive, old.positive, less: "Less", "praise for \(name)"),
            ].compactMap { $0 }.map { item in
                var item = item
                item.text += " (\(change.before): \(item.detail ?? ""))"
                item.detail = nil
                return item
            }
        }
    }

    /// What is said where no aspect changed.
    var unchanged: String {
        "Nothing clearly: praise and complaints speak of what they spoke of \(change.before), or are too "
            + "few to compare."
    }

    private static func shift(
        _ now: Int, _ old: Int, less: String, _ what: String
    ) -> LetterItem? {
        switch ChangeWording.direction(now, old) {
        case .up:
            LetterItem(
                lead: "▲ More \(what):", text: Figures.count(now), detail: Figures.count(old))
        case .down:
            LetterItem(
                lead: "▼ \(less) \(what):", text: Figures.count(now), detail: Figures.count(old))
        case .unclear, .tooFew: nil
        }
    }

    /// What people spoke of most, such as `Spoken of most: delivery 9 (7 negative), staff 4`.
    var topics: String? {
        let top = digest.aspects.filter { $0.total > 0 }
            .sorted { ($0.total, $0.negative) > ($1.total, $1.negative) }.prefix(4)
        guard !top.isEmpty else { return nil }
        let parts = top.map { counts in
            "\(AspectName.text(counts.aspect)) \(Figures.count(counts.total))"
                + (counts.negative > 0 ? " (\(Figures.count(counts.negative)) negative)" : "")
        }
        return "Spoken of most: " + parts.joined(separator: ", ") + "."
    }

    /// A mention that waits for an answer, with the link to it.
    func waiting(_ mention: Mention) -> LetterItem {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let wait = DurationWords.text(
            letter.alert.createdAt.timeIntervalSince(mention.firstSeen))
        return LetterItem(
            lead: wording.starRow ?? mention.sentiment.label.rawValue.capitalizedFirst + ":",
            text: wording.quote(limit: 90) ?? "no text",
            detail: "\(wording.source), waits for \(wait)", link: wording.link,
            linkLabel: "Answer")
    }

    /// A mention in a line, with the link to it.
    func brief(_ mention: Mention, limit: Int = 160) -> LetterItem {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let byline = [wording.source, wording.author, MailDate.dayName(of: mention, in: letter)]
        return LetterItem(
            lead: wording.starRow ?? mention.sentiment.label.rawValue.capitalizedFirst + ":",
            text: wording.quote(limit: limit) ?? "no text",
            detail: byline.compactMap { $0 }.joined(separator: " · "), link: wording.link,
            linkLabel: "Read")
    }

    /// A source that does not stand well.
    func trouble(_ trouble: Digest.SourceTrouble) -> LetterItem {
        let state =
            switch trouble.health {
            case .unreachable: SourceNotice.Kind.unreachable.predicate(count: 1)
            case .unreadable: SourceNotice.Kind.unreadable.predicate(count: 1)
            case .quiet: SourceNotice.Kind.quiet.predicate(count: 1)
            case .gone: SourceNotice.Kind.gone.predicate(count: 1)
            case .waiting: "was not read so far"
            case .well: "is well again"
            }
        let since = trouble.since.map {
            " since \(MailDate($0, in: letter.timeZone).dayAndTime)"
        }
        return LetterItem(
            lead: OneLine.text(letter.title(of: trouble.source), limit: 80),
            text: state + (since ?? ""), detail: "repute source show \(trouble.source)")
    }

    /// What was told, and what was not.
    var tellings: [String] {
        var lines: [String] = []
        if digest.alerts > 0 {
            lines.append(
                "\(Self.count(digest.alerts, "alert")) in this time: repute alerts list")
        }
        if digest.silenced > 0 {
            lines.append(
                "\(Self.count(digest.silenced, "mention")) not told because of a silence: "
                    + "repute silence list")
        }
        return lines
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(Figures.count(number)) \(noun)" + (number == 1 ? "" : "s")
    }
}
