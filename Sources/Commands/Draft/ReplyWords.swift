import Model
import Notifying
import Reporting

/// What is told about drafts.
enum ReplyWords {
    /// The language of the reply: as asked, else as the text was read, else as the source declares it,
    /// else English.
    static func language(of mention: Mention, asked: String?) -> String {
        if let asked { return asked }
        let tag = mention.sentiment.language ?? mention.entry.language ?? "en"
        let code = tag.lowercased().prefix { $0.isASCII && $0.isLetter }
        return code.count == 2 ? String(code) : "en"
    }

    /// What the templates were chosen by, as one sentence.
    static func why(
        _ mention: Mention, _ situation: ReplySituation, language: String
    ) -> String {
        let about = situation.lead.map { ", about \($0.rawValue)" } ?? ""
        let what =
            switch situation.topic {
            case .mixed: "It is mixed\(about)"
            case .praise: "It praises\(about)"
            default: "It complains\(about)"
            }
        let stars = mention.entry.rating.map { rating in
            let stars = (rating.stars * 10).rounded() / 10
            let figure = stars == stars.rounded() ? String(Int(stars)) : String(stars)
            return ", with \(figure) of 5 stars"
        }
        return what + (stars ?? "") + ", in language \(language)."
    }

    /// What the person should know before sending anything.
    static func notes(
        _ mention: Mention, _ page: DraftPage, asked: String?, meant: String
    ) -> [String] {
        var notes: [String] = []
        if mention.sentiment.label == .unscored, mention.entry.rating == nil {
            notes.append("How it is meant is not known; read it before you use this.")
        }
        if asked == nil, mention.sentiment.language == nil, mention.entry.language == nil {
            notes.append("Its language is not known; --language says it.")
        }
        if page.language != meant {
            notes.append("Repute has no replies in language \(meant); this one is in English.")
        }
        if !mention.isOpen {
            notes.append("It is closed already: \(mention.triageState.rawValue).")
        }
        if mention.delistedAt != nil { notes.append("Its source lists it no more.") }
        return notes
    }

    /// Replies that are longer than sites take.
    static func lengthNotes(_ replies: [DraftPage.Reply], source: Source?) -> [String] {
        guard let reply = replies.first(where: \.isPublic) else { return [] }
        let count = reply.text.unicodeScalars.count
        if source?.recipe == "google-play" {
            return count > 350
                ? ["The reply has \(count) characters; Google Play takes 350, so shorten it."] : []
        }
        return count > 4000
            ? [
                "The reply has \(count) characters; sites take less: Google 4,096, others fewer still."
            ] : []
    }
}
