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
    var headline: String { source + " " + letter.book.predicate(notice.kind, count: 1) }

    /// `Town Maps can't be reached since 14:05`.
    var headlineSince: String {
        headline + (since.map { " " + letter.book.title(.since($0)) } ?? "")
    }

    /// What happened and what to do.
    var detail: String {
        let stored = OneLine.text(notice.detail, limit: 1000)
        return letter.book.meaning(of: notice.kind, detail: stored)
    }

    /// The times and the server's words, a line each.
    var facts: [String] {
        var facts: [SourcePhrase] = []
        if let since = notice.since { facts.append(.since(letter.time(since))) }
        facts.append(.noticed(letter.time(notice.at)))
        if notice.kind.isTrouble {
            let last = letter.lastReads[notice.source]
            facts.append(last.map { .lastRead(letter.time($0)) } ?? .neverRead)
            if let answer = letter.answers[notice.source], !answer.isEmpty {
                facts.append(.serverSaid(OneLine.text(answer, limit: 300)))
            }
        }
        return facts.map(letter.book.source)
    }

    var command: String { "repute source show \(notice.source)" }

    /// For a subject: the time of day, where that is the day of the letter.
    var since: String? {
        guard notice.kind.isTrouble, let since = notice.since else { return nil }
        return letter.date(since).short(beside: letter.date(letter.alert.createdAt))
    }
}
