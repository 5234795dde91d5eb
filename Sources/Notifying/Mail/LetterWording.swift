import FoundationEssentials
import Model

/// What a whole letter says, apart from how it is laid out.
struct LetterWording {
    /// How many mentions are told in full; those after them get a line each.
    static let fullMentions = 20
    /// How many mentions get a line each; of those after them the number is told.
    static let lineMentions = 200
    /// How many characters of a text are shown where the letter has one mention.
    static let singleText = 6000
    /// How many characters of each text are shown where it has several.
    static let sharedText = 1200
    /// How many notices about sources are told; of those after them the number is told.
    static let noticeLimit = 50

    let letter: Letter
    let business: String
    /// The mentions told in full.
    let full: [MentionWording]
    /// The mentions told in a line.
    let lines: [MentionWording]
    /// The mentions of which only the number is told.
    let rest: ArraySlice<Mention>
    /// The notices about sources that are told.
    let notices: [NoticeWording]

    init(_ letter: Letter) {
        self.letter = letter
        business = OneLine.text(letter.business, limit: 60)
        let mentions = letter.mentions
        let limit = mentions.count == 1 ? Self.singleText : Self.sharedText
        full = mentions.prefix(Self.fullMentions).map {
            MentionWording($0, in: letter, textLimit: limit)
        }
        let tail = mentions.dropFirst(Self.fullMentions)
        lines = tail.prefix(Self.lineMentions).map {
            MentionWording($0, in: letter, textLimit: 0)
        }
        rest = tail.dropFirst(Self.lineMentions)
        notices = letter.alerts.flatMap(\.notices).prefix(Self.noticeLimit).map {
            NoticeWording($0, in: letter)
        }
    }

    /// The subject, such as `[Hollow Oak] ★☆☆☆☆ on Google: “Waited 40 minutes and …”`.
    var subject: String { "\(bracket) \(title)" }

    /// The subject without the name of the business.
    var title: String { LetterTitle(self).text }

    /// What happened to which source, such as `Town Maps can't be reached since 14:05`; of several
    /// sources what the alert says.
    var noticeHeadline: String {
        guard notices.count == 1, let notice = notices.first else {
            return OneLine.text(why(of: letter.alert), limit: 160).capitalizedFirst
        }
        return notice.headlineSince
    }

    /// A sentence on the notices that are not told; nil where all are.
    var furtherNotices: String? {
        let count = letter.alerts.reduce(0) { $0 + $1.notices.count } - notices.count
        return count == 0 ? nil : letter.book.note(.furtherNotices(count))
    }

    /// Why the owner gets this, as a sentence with its full stop.
    var reason: String { reason(of: letter.alert) }

    func reason(of alert: Alert) -> String {
        letter.book.bound(Self.sentence(why(of: alert)))
    }

    private func why(of alert: Alert) -> String {
        letter.book.why(AlertFacts(alert, in: letter))
    }

    /// How the severity came about, such as `Warning: 1 of 5 stars (+2).`; nil where it was fixed.
    var urgency: String? { urgency(of: letter.alert) }

    func urgency(of alert: Alert) -> String? {
        alert.weighing(in: letter.book).map {
            letter.book.bound(Self.sentence($0).capitalizedFirst)
        }
    }

    /// Why the alert was made, up to the first semicolon.
    var gist: String {
        OneLine.text(String(why(of: letter.alert).prefix { $0 != ";" }), limit: 120)
    }

    /// `text` on one line, with a full stop where it has no end of its own.
    static func sentence(_ text: String) -> String {
        let line = OneLine.text(text, limit: 400)
        return line.last.map { ".!?…".contains($0) } == true ? line : line + "."
    }

    /// A sentence on mentions that were forgotten since; nil where none was.
    var forgotten: String? {
        let count = letter.forgottenMentions
        guard count > 0 else { return nil }
        return letter.book.note(
            letter.mentions.isEmpty ? .allForgotten(count) : .someForgotten(count))
    }

    /// A sentence on the mentions beyond those in a line; nil where there are none.
    var restLine: String? { restLine(rest) }

    func restLine(_ rest: some Collection<Mention>) -> String? {
        guard let low = rest.map(\.id).min(), let high = rest.map(\.id).max() else { return nil }
        return letter.book.note(.restByID(rest.count, low, high))
    }

    /// Who writes, and by which rule.
    var signature: String {
        let book = letter.book
        let alert = letter.alert
        let ids = letter.alerts.map(\.id)
        guard ids.count > 1 else {
            return book.note(
                alert.kind == .digest
                    ? .digestSignature(business: business, alert: alert.id, digest: alert.rule)
                    : .signature(
                        business: business, alert: alert.id, rule: alert.rule, alert.severity))
        }
        let named =
            ids.count <= 10
            ? ids.map(String.init).joined(separator: ", ")
            : book.note(.idRange(ids.min() ?? 0, ids.max() ?? 0))
        return book.note(.signatureOfSeveral(business: business, alerts: named))
    }

    private var bracket: String {
        let brands = Set(letter.alerts.map(\.brand))
        guard brands.count == 1, let id = brands.first ?? nil else { return "[\(business)]" }
        let brand = OneLine.text(letter.name(of: id), limit: 40)
        return brand == business ? "[\(business)]" : "[\(business) · \(brand)]"
    }
}

extension Alert {
    /// How its severity came about, in the words of `book`; nil where it was fixed.
    func weighing(in book: any PhraseBook) -> String? {
        guard let weighing, !weighing.isEmpty else { return nil }
        let name = severity.rawValue
        return book.note(
            .weighing(
                severity, stored: weighing.hasPrefix(name) ? weighing : "\(name): \(weighing)"))
    }
}
