import Model

/// Which blocks a letter has, by what it tells.
enum LetterLayout {
    /// The body, without the reason and the signature at its end.
    static func blocks(_ wording: LetterWording) -> [LetterBlock] {
        let letter = wording.letter
        if !letter.further.isEmpty { return GatheredLayout.blocks(wording) }
        return switch letter.alert.kind {
        case .mentions, .sources: mentions(wording)
        case .surge, .drop: figure(wording)
        case .reminder: reminder(wording)
        case .digest: DigestLayout.blocks(wording)
        case .channel: channel(ChannelWording(letter))
        case .test: test(wording)
        }
    }

    /// Why the letter is sent, as small print.
    static func reasons(_ wording: LetterWording) -> [String] {
        let letter = wording.letter
        let book = letter.book
        guard letter.further.isEmpty else { return [book.note(.whyOneMail)] }
        switch letter.alert.kind {
        case .surge, .drop, .test: return [wording.urgency].compactMap { $0 }
        case .digest: return []
        case .channel where letter.channelState != nil: return []
        default:
            return [book.note(.why(wording.reason))]
                + [wording.urgency.map { book.note(.urgency($0)) }].compactMap { $0 }
        }
    }

    private static func mentions(_ wording: LetterWording) -> [LetterBlock] {
        var blocks = wording.notices.map(LetterBlock.notice)
        blocks += [wording.furtherNotices].compactMap { $0 }.map(LetterBlock.note)
        let book = wording.letter.book
        let burst = BurstWording(wording.letter.mentions, in: book)
        if wording.letter.mentions.count > 1 {
            let more = [burst.topic, burst.stars].compactMap { $0 }.joined(separator: ", ")
            let order = book.title(.oldestFirst)
            blocks.append(
                .headline(
                    burst.headline, [(more.isEmpty ? "" : more.capitalizedFirst + ". ") + order]))
        }
        return blocks + listed(wording, frame: { _ in MentionFrame() })
    }

    /// The mentions with what is left out of them.
    private static func listed(
        _ wording: LetterWording, frame: (Mention) -> MentionFrame
    ) -> [LetterBlock] {
        var blocks = wording.full.map { LetterBlock.mention($0, frame($0.mention)) }
        if !wording.lines.isEmpty { blocks.append(.lines(wording.lines)) }
        return blocks
            + [wording.restLine, wording.forgotten].compactMap { $0 }.map(LetterBlock.note)
    }

    private static func figure(_ wording: LetterWording) -> [LetterBlock] {
        let letter = wording.letter
        let book = letter.book
        let name = book.title(letter.alert.kind == .surge ? .moreThanUsual : .isDrop)
        var blocks: [LetterBlock] = [
            .headline(
                name, [period(of: letter.alert, in: letter)?.capitalizedFirst].compactMap { $0 }),
            .facts([wording.reason.capitalizedFirst]),
        ]
        if !letter.mentions.isEmpty {
            let topic = BurstWording(letter.mentions, in: book).topic
            blocks.append(
                .heading(book.title(.ofThisTime(letter.mentions.count, topic: topic))))
        }
        return blocks + listed(wording, frame: { _ in MentionFrame() })
    }

    /// `Sat 21 Nov, 09:30 to Sun 22 Nov, 09:30`.
    static func period(of alert: Alert, in letter: Letter) -> String? {
        alert.period.map {
            letter.book.time(
                .span(letter.date($0.start).dayAndTime, letter.date($0.end).dayAndTime))
        }
    }

    private static func reminder(_ wording: LetterWording) -> [LetterBlock] {
        let letter = wording.letter
        let count = letter.mentions.count
        var blocks: [LetterBlock] = []
        let longest = ReminderWording.longestWait(in: letter)
        let book = letter.book
        if count == 1 {
            blocks.append(
                .headline(book.title(.stillUnanswered(after: longest)), []))
        } else if count > 1 {
            blocks.append(
                .headline(
                    book.title(.waiting(count)),
                    longest.map { [book.title(.oldestWaits($0))] } ?? []))
        }
        blocks += listed(wording) { waiting($0, in: letter, at: letter.alert) }
        let mute = wording.full.first.map { "\($0.mention.id)" } ?? "ID"
        if count > 0 {
            blocks.append(
                .commands([
                    LetterCommand(
                        label: book.note(.noAnswerNeeded),
                        command: "repute silence add --mention \(mute) --for 90d")
                ]))
        }
        return blocks
    }

    static func waiting(_ mention: Mention, in letter: Letter, at alert: Alert) -> MentionFrame {
        MentionFrame(
            isWhole: false,
            standing: ReminderWording.standing(of: mention, in: letter, at: alert.createdAt),
            isToAnswer: mention.isOpen)
    }

    private static func channel(_ wording: ChannelWording) -> [LetterBlock] {
        var blocks: [LetterBlock] = [
            .headline(wording.headline, []), .paragraph(wording.meaning),
        ]
        if !wording.facts.isEmpty { blocks.append(.facts(wording.facts)) }
        if !wording.commands.isEmpty { blocks.append(.commands(wording.commands)) }
        return blocks
    }

    private static func test(_ wording: LetterWording) -> [LetterBlock] {
        let letter = wording.letter
        let book = letter.book
        return [
            .headline(book.note(.isTest), [book.note(.nothingHappened)]),
            .facts([
                book.note(.channelWorks(letter.delivery.channel)),
                wording.reason.capitalizedFirst,
                book.note(.askedFor(letter.time(letter.alert.createdAt))),
            ]),
        ]
    }
}
