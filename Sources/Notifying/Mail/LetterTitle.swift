import FoundationEssentials
import Model

/// What a letter's subject says behind the name of the business.
struct LetterTitle {
    /// On one line.
    let text: String

    init(_ wording: LetterWording) {
        let letter = wording.letter
        let book = letter.book
        if !letter.further.isEmpty {
            text = GatheredAlerts(wording).title
            return
        }
        let alert = letter.alert
        text =
            switch alert.kind {
            case .mentions: Self.mentions(wording)
            case .sources: wording.noticeHeadline
            case .surge: book.title(.surge(wording.gist))
            case .drop: book.title(.drop(wording.gist))
            case .reminder: Self.reminder(wording)
            case .digest: DigestWording(letter)?.title ?? book.title(.digest)
            case .channel: ChannelWording(letter).headline
            case .test: book.title(.test(letter.delivery.channel))
            }
    }

    private static func mentions(_ wording: LetterWording) -> String {
        let mentions = wording.letter.mentions
        let book = wording.letter.book
        if wording.letter.isAboutSources { return wording.noticeHeadline }
        guard let worst = mentions.min(by: { $0.sentiment.score < $1.sentiment.score }) else {
            return book.title(.mentionsRemoved)
        }
        let first = MentionWording(worst, in: wording.letter, textLimit: 0)
        guard mentions.count > 1 else { return single(first, book) }
        let burst = BurstWording(mentions, in: book)
        guard burst.topic == nil else { return burst.text }
        let quote = first.quote(limit: 50).map {
            book.title(.quoteAndMore($0, mentions.count - 1))
        }
        return burst.text + (quote ?? "")
    }

    /// `★☆☆☆☆ on Town Maps: “Never again”`.
    static func single(_ wording: MentionWording, _ book: any PhraseBook) -> String {
        book.title(
            .mention(
                kind: wording.kindName, place: place(of: wording, book),
                quote: wording.quote(limit: 60)))
    }

    /// Of one mention always the same words, whichever reminder it is, so that mail programs which
    /// compare subjects keep them together.
    private static func reminder(_ wording: LetterWording) -> String {
        let mentions = wording.letter.mentions
        let book = wording.letter.book
        guard let first = wording.full.first else { return book.title(.reminderRemoved) }
        guard mentions.count > 1 else { return book.title(.unanswered(single(first, book))) }
        return book.title(
            .wait(
                mentions.count, isReviews: mentions.allSatisfy { $0.kind == .review },
                longest: ReminderWording.longestWait(in: wording.letter)))
    }

    /// `Town Maps`, or `Town Maps and 2 more sites`.
    private static func place(of wording: MentionWording, _ book: any PhraseBook) -> String {
        guard let more = wording.story.map({ $0.siteCount - 1 }), more > 0 else {
            return wording.source
        }
        return book.title(.placeAndSites(wording.source, more))
    }
}
