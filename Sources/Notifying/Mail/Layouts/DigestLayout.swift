import Model

/// The layout of a digest: figures first, then what needs a person, then the rest.
enum DigestLayout {
    /// How many of the worst mentions are shown, and how many of the best.
    static let worst = 5
    static let best = 3
    /// How many that wait for an answer are shown, and how many of one rule's matches.
    static let waiting = 8
    static let matches = 10

    static func blocks(_ wording: LetterWording) -> [LetterBlock] {
        guard let digest = DigestWording(wording.letter) else {
            return [.paragraph("This digest has nothing in it any more.")]
        }
        let title = OneLine.text(digest.digest.title, limit: 80)
        var blocks: [LetterBlock] = [.headline(title, [digest.periodName])]
        if digest.isQuiet {
            blocks.append(.paragraph("All quiet: nothing new was said, and nothing waits for you."))
            return blocks + trend(digest)
        }
        if digest.digest.counts.total == 0 {
            blocks.append(.paragraph("Nothing new was said."))
        } else {
            blocks.append(.tiles(digest.tiles))
        }
        blocks += trend(digest) + unanswered(digest) + said(digest) + changes(digest)
        blocks += matches(digest) + troubles(digest)
        return blocks + digest.tellings.map(LetterBlock.note)
    }

    private static func unanswered(_ wording: DigestWording) -> [LetterBlock] {
        let digest = wording.digest
        var blocks: [LetterBlock] = []
        if digest.unansweredCount > 0 {
            let shown = digest.unanswered.prefix(waiting)
            let count = Figures.count(digest.unansweredCount)
            blocks.append(.heading("\(count) unanswered"))
            if !shown.isEmpty { blocks.append(.items(shown.map(wording.waiting))) }
            let rest = digest.unansweredCount - shown.count
            if rest > 0 { blocks.append(.note("… and \(Figures.count(rest)) more")) }
        }
        return blocks + [wording.answering].compactMap { $0 }.map(LetterBlock.note)
    }

    private static func said(_ wording: DigestWording) -> [LetterBlock] {
        var blocks: [LetterBlock] = []
        if !wording.digest.worst.isEmpty {
            blocks.append(.heading("The worst"))
            blocks.append(.items(wording.digest.worst.prefix(worst).map { wording.brief($0) }))
        }
        if !wording.digest.best.isEmpty {
            blocks.append(.heading("The best"))
            blocks.append(
                .items(wording.digest.best.prefix(best).map { wording.brief($0, limit: 100) }))
        }
        return blocks
    }

    private static func changes(_ wording: DigestWording) -> [LetterBlock] {
        guard !wording.digest.aspects.isEmpty || !wording.changes.isEmpty else { return [] }
        var blocks: [LetterBlock] = [.heading("What changed")]
        if wording.changes.isEmpty {
            blocks.append(.paragraph(wording.unchanged))
        } else {
            blocks.append(.items(wording.changes))
        }
        return blocks + [wording.topics].compactMap { $0 }.map(LetterBlock.note)
    }

    private static func trend(_ wording: DigestWording) -> [LetterBlock] {
        guard let chart = TrendChart(wording.digest) else { return [] }
        return [.trend(chart)]
    }

    private static func matches(_ wording: DigestWording) -> [LetterBlock] {
        wording.digest.matches.flatMap { found -> [LetterBlock] in
            let name = OneLine.text(found.rule, limit: 80)
            let shown = found.mentions.prefix(matches)
            var blocks: [LetterBlock] = [
                .heading("\(name): \(Figures.count(found.count))"),
                .items(shown.map { wording.brief($0, limit: 100) }),
            ]
            if found.count > shown.count {
                blocks.append(.note("… and \(Figures.count(found.count - shown.count)) more"))
            }
            return blocks
        }
    }

    private static func troubles(_ wording: DigestWording) -> [LetterBlock] {
        guard !wording.digest.troubles.isEmpty else { return [] }
        return [
            .heading("Sources"), .items(wording.digest.troubles.map(wording.trouble)),
        ]
    }
}
