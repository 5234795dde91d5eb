import Model

/// The layout of a letter that tells several alerts.
enum GatheredLayout {
    static func blocks(_ wording: LetterWording) -> [LetterBlock] {
        let gathered = GatheredAlerts(wording)
        var blocks: [LetterBlock] = [.headline(gathered.count, [gathered.summary])]
        var room = LetterWording.fullMentions
        var late: [MentionWording] = []
        var severity: Alert.Severity?
        for telling in gathered.tellings {
            if telling.alert.severity != severity {
                severity = telling.alert.severity
                blocks.append(
                    .heading(wording.letter.book.title(.severity(telling.alert.severity))))
            }
            blocks += about(telling, in: wording)
            for mention in telling.mentions {
                if room == 0 {
                    late.append(MentionWording(mention, in: wording.letter, textLimit: 0))
                } else {
                    room -= 1
                    blocks.append(card(mention, of: telling.alert, gathered, in: wording))
                }
            }
        }
        if !late.isEmpty {
            blocks.append(.heading(wording.letter.book.title(.furtherMentions)))
            blocks.append(.lines(Array(late.prefix(LetterWording.lineMentions))))
        }
        let rest = late.dropFirst(LetterWording.lineMentions).map(\.mention)
        let notes = [
            wording.restLine(rest), wording.furtherNotices, wording.forgotten,
        ]
        return blocks + notes.compactMap { $0 }.map(LetterBlock.note)
    }

    private static func card(
        _ mention: Mention, of alert: Alert, _ gathered: GatheredAlerts, in wording: LetterWording
    ) -> LetterBlock {
        let letter = wording.letter
        let limit = letter.mentions.count == 1 ? LetterWording.singleText : LetterWording.sharedText
        var frame =
            letter.reminders[mention.id] == nil
            ? MentionFrame() : LetterLayout.waiting(mention, in: letter, at: alert)
        frame.isWhole = false
        frame.reasons = gathered.reasons[mention.id] ?? []
        return .mention(MentionWording(mention, in: letter, textLimit: limit), frame)
    }

    /// What an alert says besides its mentions.
    private static func about(
        _ telling: GatheredAlerts.Telling, in wording: LetterWording
    ) -> [LetterBlock] {
        let alert = telling.alert
        let letter = wording.letter
        let book = letter.book
        let time = letter.date(alert.createdAt).dayAndTime
        switch alert.notices.isEmpty ? alert.kind : .sources {
        case .sources:
            let ids = Set(alert.notices.map(\.id))
            return wording.notices.filter { ids.contains($0.notice.id) }.map(LetterBlock.notice)
        case .surge, .drop, .channel, .test, .digest:
            return [
                .items([
                    LetterItem(
                        lead: book.title(.lead(alert.kind, alert.channel)),
                        text: wording.reason(of: alert).capitalizedFirst,
                        detail: LetterLayout.period(of: alert, in: letter) ?? time)
                ])
            ]
        case .mentions, .reminder:
            // What it tells stands here or above, with its reason; unless nothing of it is left.
            guard telling.mentions.isEmpty, telling.repeated == 0 else { return [] }
            return [
                .items([
                    LetterItem(
                        lead: book.title(.removedSince), text: wording.reason(of: alert),
                        detail: time)
                ])
            ]
        }
    }
}
