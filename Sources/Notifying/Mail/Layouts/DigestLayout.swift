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
        let book = wording.letter.book
        guard let digest = DigestWording(wording.letter) else {
            return [.paragraph(book.digest(.nothingLeft))]
        }
        let title = OneLine.text(digest.digest.title, limit: 80)
        var blocks: [LetterBlock] = [
            .headline(title, [digest.periodName.capitalizedFirst])
        ]
        if digest.isQuiet {
            blocks.append(.paragraph(book.digest(.isQuiet)))
            return blocks + trend(digest)
        }
        if digest.digest.counts.total == 0 {
            blocks.append(.paragraph(book.digest(.nothingNew)))
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
            blocks.append(.heading(wording.book.count(.unanswered(digest.unansweredCount))))
            if !shown.isEmpty { blocks.append(.items(shown.map(wording.waiting))) }
            let rest = digest.unansweredCount - shown.count
            if rest > 0 { blocks.append(.note(wording.book.digest(.andMore(rest)))) }
        }
        return blocks + [wording.answering].compactMap { $0 }.map(LetterBlock.note)
    }

    private static func said(_ wording: DigestWording) -> [LetterBlock] {
        var blocks: [LetterBlock] = []
        if !wording.digest.worst.isEmpty {
            blocks.append(.heading(wording.book.digest(.worst)))
            blocks.append(.items(wording.digest.worst.prefix(worst).map { wording.brief($0) }))
        }
        if !wording.digest.best.isEmpty {
            blocks.append(.heading(wording.book.digest(.best)))
            blocks.append(
                .items(wording.digest.best.prefix(best).map { wording.brief($0, limit: 100) }))
        }
        return blocks
    }

    private static func changes(_ wording: DigestWording) -> [LetterBlock] {
        guard !wording.digest.aspects.isEmpty || !wording.changes.isEmpty else { return [] }
        var blocks: [LetterBlock] = [.heading(wording.book.digest(.whatChanged))]
        if wording.changes.isEmpty {
            blocks.append(.paragraph(wording.unchanged))
        } else {
            blocks.append(.items(wording.changes))
        }
        return blocks + [wording.topics].compactMap { $0 }.map(LetterBlock.note)
    }

    private static func trend(_ wording: DigestWording) -> [LetterBlock] {
        guard let chart = TrendChart(wording.digest, in: wording.book) else { return [] }
        return [.trend(chart)]
    }

    private static func matches(_ wording: DigestWording) -> [LetterBlock] {
        wording.digest.matches.flatMap { found -> [LetterBlock] in
            let name = OneLine.text(found.rule, limit: 80)
            let shown = found.mentions.prefix(matches)
            var blocks: [LetterBlock] = [
                .heading(name + wording.book.colon + wording.book.figures.count(found.count)),
                .items(shown.map { wording.brief($0, limit: 100) }),
            ]
            if found.count > shown.count {
                let rest = found.count - shown.count
                blocks.append(.note(wording.book.digest(.andMore(rest))))
            }
            return blocks
        }
    }

    private static func troubles(_ wording: DigestWording) -> [LetterBlock] {
        guard !wording.digest.troubles.isEmpty else { return [] }
        return [
            .heading(wording.book.digest(.sources)),
            .items(wording.digest.troubles.map(wording.trouble)),
        ]
    }
}
