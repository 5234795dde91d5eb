import FoundationEssentials
import Model

/// One notice about a source in words, the same in the text and the HTML.
struct NoticeWording {
    let notice: SourceNotice
    private let letter: Letter

    init(_ notice: SourceNotice, in letter: Letter) {
        self.notice = notice
        self.letter = letter
    }

    var source: String { OneLine.text(letter.title(of: notice.source), limit: 80) }

    /// `Town Maps can't be reached`.
    var headline: String { source + " " + notice.kind.predicate(count: 1) }

    /// What happened and what to do.
    var detail: String { OneLine.text(notice.detail, limit: 1000) }

    /// The times and the server's words, a line each.
    var facts: [String] {
        var facts: [String] = []
        if let since = notice.since { facts.append("Since \(time(since))") }
        facts.append("Noticed \(time(notice.at))")
        if notice.kind.isTrouble {
            let last = letter.lastReads[notice.source]
            facts.append(last.map { "Last read well \(time($0))" } ?? "Never read well so far")
            if let answer = letter.answers[notice.source], !answer.isEmpty {
                facts.append("The server said: \(OneLine.text(answer, limit: 300))")
            }
        }
        return facts
    }

    var command: String { "repute source show \(notice.source)" }

    /// For a subject: the time of day, where that is the day of the letter.
    var since: String? {
        guard notice.kind.isTrouble, let since = notice.since else { return nil }
        return MailDate(since, in: letter.timeZone)
            .short(beside: MailDate(letter.alert.createdAt, in: letter.timeZone))
    }

    private func time(_ date: Date) -> String { MailDate(date, in: letter.timeZone).readable }
}
