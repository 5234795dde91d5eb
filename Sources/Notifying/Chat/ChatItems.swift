import FoundationEssentials
import Model

/// The parts of a letter that a chat is told one by one.
struct ChatItems {
    let items: [ChatMessage.Item]
    /// How many more there are, and where to see them; nil where all are told.
    let rest: String?

    init(_ letter: Letter, _ extent: ChatMessage.Extent) {
        var items: [ChatMessage.Item] = []
        var command = "repute mentions"
        var total = 0
        if let digest = letter.digest {
            let told = DigestItems(digest, letter, extent)
            items += told.items
            total += told.items.count
        }
        if letter.alert.kind == .channel { items += Self.channel(letter, extent) }
        total = max(total, items.count)
        let notices = letter.alerts.flatMap(\.notices)
        items += notices.prefix(extent.items).map { Self.notice($0, letter, extent) }
        total += notices.count
        if !notices.isEmpty { command = "repute status" }
        let room = max(0, extent.items - items.count)
        let isDigest = letter.digest != nil && letter.further.isEmpty
        let mentions = isDigest ? [] : letter.mentions
        let limit = mentions.count == 1 ? extent.single : extent.shared
        items += Self.worstFirst(mentions).prefix(room).map {
            Self.mention($0, letter, limit: limit, fact: extent.fact, isAlone: mentions.count == 1)
        }
        total += mentions.count
        self.items = items
        let forgotten = letter.forgottenMentions
        let more = total - items.count
        rest =
            more > 0
            ? letter.book.chat(.more(more, command: command))
            : forgotten > 0 && letter.further.isEmpty
                ? letter.book.chat(.removed(forgotten)) : nil
    }

    /// The most negative ones first, as the store has them otherwise.
    private static func worstFirst(_ mentions: [Mention]) -> [Mention] {
        mentions.enumerated().sorted {
            ($0.element.sentiment.score, $0.offset) < ($1.element.sentiment.score, $1.offset)
        }.map(\.element)
    }

    /// A mention with the first words of it.
    static func mention(
        _ mention: Mention, _ letter: Letter, limit: Int, fact: Int, isAlone: Bool
    ) -> ChatMessage.Item {
        let wording = MentionWording(mention, in: letter, textLimit: 0)
        let parts = [
            wording.starRow ?? wording.labelName.capitalizedFirst, wording.source,
            wording.author, wording.time,
        ]
        let book = letter.book
        let words = ChatText.words(of: mention, limit: limit)
        var facts: [String] = []
        if let words, words.omitted > 0 {
            facts.append(book.chat(.moreCharacters(words.omitted, mention.id)))
        }
        if words == nil { facts.append(book.mention(.hasNoText)) }
        facts += [wording.editLine.map { "\($0)." }, wording.story.map { "\($0.headline)." }]
            .compactMap { $0 }
        if let reminder = letter.reminders[mention.id] {
            let since = letter.time(reminder.since)
            facts.append(book.mention(.waits(since: since, reminder: reminder.count)))
        }
        if isAlone { facts.append(wording.verdict) }
        return ChatMessage.Item(
            heading: ChatText.line(parts.compactMap { $0 }.joined(separator: " · "), 180),
            quote: words?.text, facts: facts.map { ChatText.line($0, fact) }, link: wording.link)
    }

    private static func notice(
        _ notice: SourceNotice, _ letter: Letter, _ extent: ChatMessage.Extent
    ) -> ChatMessage.Item {
        let wording = NoticeWording(notice, in: letter)
        return ChatMessage.Item(
            heading: ChatText.line(wording.headlineSince, 180), quote: nil,
            facts: [
                ChatText.line(wording.detail, 2 * extent.fact),
                "\(letter.book.mention(.more)) \(wording.command)",
            ], link: nil)
    }

    private static func channel(
        _ letter: Letter, _ extent: ChatMessage.Extent
    ) -> [ChatMessage.Item] {
        guard let state = letter.channelState else { return [] }
        let book = letter.book
        var facts: [ChatPhrase] = []
        if let since = state.disabledAt ?? state.failingSince {
            facts.append(.channelSince(letter.time(since)))
        }
        if let error = state.lastError { facts.append(.lastAttempt(error)) }
        if let last = state.lastDelivery {
            facts.append(.lastDelivered(letter.time(last)))
        }
        if letter.waitingLetters > 0 {
            facts.append(.lettersWait(letter.waitingLetters))
        }
        return [
            ChatMessage.Item(
                heading: book.chat(.channelHeading(state.channel)), quote: nil,
                facts: facts.map { ChatText.line(book.chat($0), extent.fact) }, link: nil)
        ]
    }
}
