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
        guard letter.further.isEmpty else {
            return [
                "Why one mail: these alerts came at once, or had to wait (quiet hours, an hourly limit, "
                    + "an outage), and so are told together."
            ]
        }
        switch letter.alert.kind {
        case .surge, .drop, .test: return [wording.urgency].compactMap { $0 }
        case .digest: return []
        case .channel where letter.channelState != nil: return []
        default:
            return ["Why this mail: \(wording.reason)"]
                + [wording.urgency.map { "How urgent: \($0)" }].compactMap { $0 }
        }
    }

    private static func mentions(_ wording: LetterWording) -> [LetterBlock] {
        var blocks = wording.notices.map(LetterBlock.notice)
        blocks += [wording.furtherNotices].compactMap { $0 }.map(LetterBlock.note)
        let burst = BurstWording(wording.letter.mentions)
        if wording.letter.mentions.count > 1 {
            let more = [burst.topic, burst.stars].compactMap { $0 }.joined(separator: ", ")
            blocks.append(
                .headline(burst.headline, [(more.isEmpty ? "" : more + ". ") + "Oldest first."]))
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
        let name = letter.alert.kind == .surge ? "More than usual" : "A drop"
        var blocks: [LetterBlock] = [
            .headline(name, [period(of: letter.alert, in: letter)].compactMap { $0 }),
            .facts([wording.reason.capitalizedFirst]),
        ]
        if !letter.mentions.isEmpty {
            let topic = BurstWording(letter.mentions).topic.map { ", " + $0 } ?? ""
            let count = DigestWording.count(letter.mentions.count, "mention")
            blocks.append(.heading("\(count) of this time\(topic)"))
        }
        return blocks + listed(wording, frame: { _ in MentionFrame() })
    }

    /// `Sat 21 Nov, 09:30 to Sun 22 Nov, 09:30`.
    static func period(of alert: Alert, in letter: Letter) -> String? {
        alert.period.map {
            "\(MailDate($0.start, in: letter.timeZone).dayAndTime) to "
                + MailDate($0.end, in: letter.timeZone).dayAndTime
        }
    }

    private static func reminder(_ wording: LetterWording) -> [LetterBlock] {
        let letter = wording.letter
        let count = letter.mentions.count
        var blocks: [LetterBlock] = []
        let longest = ReminderWording.longestWait(in: letter)
        if count == 1 {
            blocks.append(
                .headline("Still without an answer" + (longest.map { " after \($0)" } ?? ""), []))
        } else if count > 1 {
            blocks.append(
                .headline(
                    "\(Figures.count(count)) wait for an answer",
                    longest.map { ["The oldest for \($0)."] } ?? []))
        }
        blocks += listed(wording) { waiting($0, in: letter, at: letter.alert) }
        let mute = wording.full.first.map { "\($0.mention.id)" } ?? "ID"
        if count > 0 {
            blocks.append(
                .commands([
                    LetterCommand(
                        label: "No answer needed",
                        command: "repute silence add --mention \(mute) --for 90d")
                ]))
        }
        return blocks
    }

    static func waiting(_ mention: Mention, in letter: Letter, at alert: Alert) -> MentionFrame {
        MentionFrame(
            isWhole: false,
            standing: ReminderWording.standing(of: mention, in: letter, at: alert.createdAt),
            linkVerb: mention.isOpen ? "Answer it on" : "Read it on")
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
        let time = MailDate(letter.alert.createdAt, in: letter.timeZone).readable
        return [
            .headline("This is a test", ["Nothing has happened, and there is nothing to do."]),
            .facts([
                "Channel \(letter.delivery.channel) works: this letter went the way of every alert, "
                    + "through the outbox and the channel's own settings.",
                wording.reason.capitalizedFirst, "Asked for \(time)",
            ]),
        ]
    }
}
