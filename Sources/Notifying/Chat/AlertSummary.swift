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
        advice = Self.advice(letter)
        let alert = letter.alert
        guard letter.further.isEmpty else {
            why = []
            return
        }
        why = [alert.reason, alert.weighing].compactMap { $0 }.map(Self.sentence)
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
        guard letter.further.isEmpty else {
            return "\(Figures.count(letter.alerts.count)) alerts, \(mentionCount(letter))"
        }
        if letter.isAboutSources { return noticeTitle(letter) }
        let about = alert.brand.map { " about \(letter.name(of: $0))" } ?? ""
        switch alert.kind {
        case .mentions, .sources: return mentionTitle(letter)
        case .surge: return "More mentions than usual\(about)"
        case .drop: return "Ratings or sentiment have fallen\(about)"
        case .reminder:
            let count = max(letter.mentions.count, 1)
            return count == 1
                ? "A mention still waits for an answer"
                : "\(Figures.count(count)) mentions still wait for an answer"
        case .digest: return letter.digest?.title ?? "Digest"
        case .channel: return channelTitle(letter)
        case .test: return "A test of this channel"
        }
    }

    private static func mentionCount(_ letter: Letter) -> String {
        let count = letter.mentions.count
        return count == 1 ? "1 mention" : "\(Figures.count(count)) mentions"
    }

    private static func mentionTitle(_ letter: Letter) -> String {
        let mentions = letter.mentions
        guard let first = mentions.first else { return "An alert whose mentions were removed" }
        guard mentions.count == 1 else {
            let labels = Set(mentions.map(\.sentiment.label))
            if let label = labels.first, labels.count == 1, label == .negative || label == .positive
            {
                return "\(Figures.count(mentions.count)) \(label.rawValue) mentions"
            }
            let negative = mentions.count { $0.sentiment.label == .negative }
            return mentionCount(letter)
                + (negative > 0 ? ", \(Figures.count(negative)) of them negative" : "")
        }
        let wording = MentionWording(first, in: letter, textLimit: 0)
        return "\(verdict(wording)) on \(wording.source)"
    }

    private static func verdict(_ wording: MentionWording) -> String {
        if let edit = wording.editLine { return edit }
        if let stars = wording.starRow { return stars }
        return switch wording.mention.sentiment.label {
        case .negative: "Negative mention"
        case .positive: "Positive mention"
        case .neutral, .unscored: "Mention"
        }
    }

    private static func noticeTitle(_ letter: Letter) -> String {
        let notices = letter.alert.notices
        guard notices.count == 1, let notice = notices.first else {
            return letter.alert.reason.capitalizedFirst
        }
        return NoticeWording(notice, in: letter).headline
    }

    private static func channelTitle(_ letter: Letter) -> String {
        let name = letter.alert.channel.map { "The channel \($0)" } ?? "A channel"
        guard let state = letter.channelState else { return "\(name) has trouble" }
        if state.disabledAt != nil { return "\(name) takes no more letters" }
        return state.isInTrouble ? "\(name) can't deliver" : "\(name) works again"
    }
}

extension AlertSummary {
    private static func advice(_ letter: Letter) -> String {
        guard letter.further.isEmpty else {
            return "Look at the worst ones first; the others can wait: repute alerts."
        }
        if letter.isAboutSources {
            return isRecovery(letter)
                ? "Nothing to do." : "See what it says of itself: repute source show NAME."
        }
        switch letter.alert.kind {
        case .mentions, .sources: return mentionAdvice(letter)
        case .surge: return "See what they have in common: repute mentions."
        case .drop: return "See which mentions pulled it down: repute mentions --label negative."
        case .reminder: return "Answer it where it stands, or mark it: repute show NUMBER."
        case .digest: return "Nothing is urgent here; the whole report: repute report."
        case .channel: return channelAdvice(letter)
        case .test: return "Nothing to do: who reads this gets the alerts of this channel."
        }
    }

    private static func mentionAdvice(_ letter: Letter) -> String {
        guard let first = letter.mentions.first else { return "Nothing to do." }
        if letter.mentions.contains(where: { $0.sentiment.label == .negative }) {
            let isReview = letter.mentions.contains { $0.kind == .review }
            return isReview
                ? "Read it and answer where it stands: calm, personal, and soon."
                : "Read it, then decide whether it needs an answer."
        }
        return first.sentiment.label == .positive
            ? "A word of thanks is welcome." : "Read it, then decide whether it needs an answer."
    }

    private static func channelAdvice(_ letter: Letter) -> String {
        guard let state = letter.channelState, state.isInTrouble else { return "Nothing to do." }
        let name = letter.alert.channel.map { "channels.\($0)" } ?? "the channel"
        return state.disabledAt == nil
            ? "Mend it, then send a test; what waits is sent by itself. The settings: \(name)."
            : "Give \(name) another address, or remove it."
    }
}
