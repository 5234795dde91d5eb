import FoundationEssentials
import Model

/// What a letter's subject says behind the name of the business.
struct LetterTitle {
    /// On one line.
    let text: String

    init(_ wording: LetterWording) {
        let letter = wording.letter
        if !letter.further.isEmpty {
            text = GatheredAlerts(wording).title
            return
        }
        text =
            switch letter.alert.kind {
            case .mentions: Self.mentions(wording)
            case .sources: wording.noticeHeadline
            case .surge: "Surge: " + Self.gist(of: letter.alert)
            case .drop: "Drop: " + Self.gist(of: letter.alert)
            case .reminder: Self.reminder(wording)
            case .digest: DigestWording(letter)?.title ?? "Digest"
            case .channel: ChannelWording(letter).headline
            case .test: "Test of channel \(letter.delivery.channel)"
            }
    }

    /// The reason up to its first semicolon.
    private static func gist(of alert: Alert) -> String {
        OneLine.text(String(alert.reason.prefix { $0 != ";" }), limit: 120)
    }

    private static func mentions(_ wording: LetterWording) -> String {
        let mentions = wording.letter.mentions
        if wording.letter.isAboutSources { return wording.noticeHeadline }
        guard let worst = mentions.min(by: { $0.sentiment.score < $1.sentiment.score }) else {
            return "An alert whose mentions were removed"
        }
        let first = MentionWording(worst, in: wording.letter, textLimit: 0)
        guard mentions.count > 1 else { return single(first) }
        let burst = BurstWording(mentions)
        guard burst.topic == nil else { return burst.text }
        let quote = first.quote(limit: 50).map { ": \($0) and \(mentions.count - 1) more" } ?? ""
        return burst.text + quote
    }

    /// `★☆☆☆☆ on Town Maps: “Never again”`.
    static func single(_ wording: MentionWording) -> String {
        let quote = wording.quote(limit: 60).map { ": \($0)" } ?? ", without text"
        return "\(kind(of: wording)) on \(place(of: wording))\(quote)"
    }

    /// Of one mention always the same words, whichever reminder it is, so that mail programs which
    /// compare subjects keep them together.
    private static func reminder(_ wording: LetterWording) -> String {
        let mentions = wording.letter.mentions
        guard let first = wording.full.first else {
            return "A reminder whose mentions were removed"
        }
        guard mentions.count > 1 else { return "Unanswered: " + single(first) }
        let longest = ReminderWording.longestWait(in: wording.letter)
        let what = mentions.allSatisfy { $0.kind == .review } ? "reviews" : "mentions"
        return "\(Figures.count(mentions.count)) \(what) wait for an answer"
            + (longest.map { ", the oldest for \($0)" } ?? "")
    }

    /// `Town Maps`, or `Town Maps and 2 more sites`.
    private static func place(of wording: MentionWording) -> String {
        guard let more = wording.story.map({ $0.siteCount - 1 }), more > 0 else {
            return wording.source
        }
        return "\(wording.source) and \(Figures.count(more)) more \(more == 1 ? "site" : "sites")"
    }

    private static func kind(of wording: MentionWording) -> String {
        if let edit = wording.editLine { return edit }
        if let stars = wording.starRow { return stars }
        return switch wording.mention.sentiment.label {
        case .negative: "Negative mention"
        case .positive: "Positive mention"
        case .neutral, .unscored: "Mention"
        }
    }
}
