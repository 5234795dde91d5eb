import FoundationEssentials
import Model

/// What a letter says in a few lines: what happened, why it is told, and what to do.
struct AlertSummary {
    /// How many characters a reason has at most.
    private static let reasonLimit = 400

    /// One line without the business's name, such as `★☆☆☆☆ on Town Maps`.
    let title: String
    /// Why it is told, as sentences.
    let why: [String]
    /// What to do, as one sentence.
    let advice: String

    init(_ letter: Letter) {
        title = ChatText.line(Self.title(letter), 140)
        advice = letter.book.chat(.advice(Self.advice(letter)))
        let alert = letter.alert
        guard letter.further.isEmpty else {
            why = []
            return
        }
        why = [Self.reason(alert, letter), Self.weighing(alert, letter)].compactMap { $0 }
    }

    /// Why an alert was made, as a sentence.
    static func reason(_ alert: Alert, _ letter: Letter) -> String {
        sentence(letter.book.why(AlertFacts(alert, in: letter)))
    }

    /// How urgent it is and why, as a sentence; nil where the rule does not weigh.
    static func weighing(_ alert: Alert, _ letter: Letter) -> String? {
        alert.weighing(in: letter.book).map(sentence)
    }

    /// `text` on one line, with a full stop and a capital letter.
    static func sentence(_ text: String) -> String {
        let line = ChatText.line(text, reasonLimit).capitalizedFirst
        return line.last.map { ".!?…".contains($0) } == true ? line : line + "."
    }

    /// Whether it tells that something is well again.
    static func isRecovery(_ letter: Letter) -> Bool {
        guard letter.further.isEmpty else { return false }
        switch letter.alert.kind {
        case .sources:
            return !letter.alert.notices.isEmpty
                && letter.alert.notices.allSatisfy { $0.kind == .recovered }
        case .channel: return letter.channelState.map { !$0.isInTrouble } ?? false
        default: return false
        }
    }

    private static func title(_ letter: Letter) -> String {
        let alert = letter.alert
        let book = letter.book
        guard letter.further.isEmpty else {
            return book.chat(.alerts(letter.alerts.count, mentions: letter.mentions.count))
        }
        if letter.isAboutSources { return noticeTitle(letter) }
        let brand = alert.brand.map(letter.name(of:))
        switch alert.kind {
        case .mentions, .sources: return mentionTitle(letter)
        case .surge: return book.chat(.surge(brand: brand))
        case .drop: return book.chat(.drop(brand: brand))
        case .reminder: return book.chat(.waiting(max(letter.mentions.count, 1)))
        case .digest: return letter.digest?.title ?? book.title(.digest)
        case .channel: return channelTitle(letter)
        case .test: return book.chat(.test)
        }
    }

    private static func mentionTitle(_ letter: Letter) -> String {
        let mentions = letter.mentions
        let book = letter.book
        guard let first = mentions.first else { return book.title(.mentionsRemoved) }
        guard mentions.count == 1 else {
            let labels = Set(mentions.map(\.sentiment.label))
            if let label = labels.first, labels.count == 1, label == .negative || label == .positive
            {
                return book.chat(.labelled(mentions.count, label))
            }
            let negative = mentions.count { $0.sentiment.label == .negative }
            return book.chat(.mixed(mentions.count, negative: negative))
        }
        let wording = MentionWording(first, in: letter, textLimit: 0)
        return book.chat(.verdictOn(wording.kindName, source: wording.source))
    }

    private static func noticeTitle(_ letter: Letter) -> String {
        let notices = letter.alert.notices
        guard notices.count == 1, let notice = notices.first else {
            return letter.book.why(AlertFacts(letter.alert, in: letter)).capitalizedFirst
        }
        return NoticeWording(notice, in: letter).headline
    }

    private static func channelTitle(_ letter: Letter) -> String {
        let channel = letter.alert.channel
        let book = letter.book
        guard let state = letter.channelState else {
            return book.chat(.channelTrouble(channel))
        }
        if state.disabledAt != nil { return book.chat(.channelTakesNoMore(channel)) }
        return book.chat(state.isInTrouble ? .channelFails(channel) : .channelWorks(channel))
    }
}

extension AlertSummary {
    private static func advice(_ letter: Letter) -> ChatAdvice {
        guard letter.further.isEmpty else { return .worstFirst }
        if letter.isAboutSources { return isRecovery(letter) ? .nothing : .lookAtSource }
        switch letter.alert.kind {
        case .mentions, .sources: return mentionAdvice(letter)
        case .surge: return .surge
        case .drop: return .drop
        case .reminder: return .answerOrMark
        case .digest: return .digest
        case .channel: return channelAdvice(letter)
        case .test: return .test
        }
    }

    private static func mentionAdvice(_ letter: Letter) -> ChatAdvice {
        guard let first = letter.mentions.first else { return .nothing }
        if letter.mentions.contains(where: { $0.sentiment.label == .negative }) {
            return letter.mentions.contains { $0.kind == .review } ? .answer : .decide
        }
        return first.sentiment.label == .positive ? .thank : .decide
    }

    private static func channelAdvice(_ letter: Letter) -> ChatAdvice {
        guard let state = letter.channelState, state.isInTrouble else { return .nothing }
        let name = "channels.\((letter.alert.channel ?? state.channel).rawValue)"
        return state.disabledAt == nil ? .mendChannel(name) : .readdressChannel(name)
    }
}
