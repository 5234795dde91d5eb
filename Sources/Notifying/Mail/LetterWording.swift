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
        notices = letter.alert.notices.prefix(Self.noticeLimit).map {
            NoticeWording($0, in: letter)
        }
    }

    /// The subject, such as `[Hollow Oak] ★☆☆☆☆ on Google: “Waited 40 minutes and …”`.
    var subject: String {
        if letter.isAboutSources { return "\(bracket) \(noticeHeadline)" }
        let mentions = letter.mentions
        guard let worst = mentions.min(by: { $0.sentiment.score < $1.sentiment.score }) else {
            return "\(bracket) An alert whose mentions were removed"
        }
        let wording = MentionWording(worst, in: letter, textLimit: 0)
        guard mentions.count > 1 else {
            let quote = wording.quote(limit: 60).map { ": \($0)" } ?? ", without text"
            return "\(bracket) \(Self.kind(of: wording)) on \(Self.place(of: wording))\(quote)"
        }
        let quote = wording.quote(limit: 50).map { ": \($0) and \(mentions.count - 1) more" } ?? ""
        return "\(bracket) \(headline)\(quote)"
    }

    /// What happened to which source, such as `Town Maps can't be reached since 14:05`; of several
    /// sources what the alert says.
    var noticeHeadline: String {
        guard notices.count == 1, let notice = notices.first else {
            return OneLine.text(letter.alert.reason, limit: 160).capitalizedFirst
        }
        return notice.headline + (notice.since.map { " since \($0)" } ?? "")
    }

    /// A sentence on the notices that are not told; nil where all are.
    var furtherNotices: String? {
        let count = letter.alert.notices.count - notices.count
        return count == 0 ? nil : "… and \(Figures.count(count)) more: repute status"
    }

    /// How many mentions of which label, such as `12 negative mentions` or
    /// `5 mentions, 3 of them negative`.
    var headline: String {
        let mentions = letter.mentions
        guard mentions.count != 1 else { return "1 new mention" }
        let total = Figures.count(mentions.count)
        let labels = Set(mentions.map(\.sentiment.label))
        if labels.count == 1, let label = labels.first, label == .negative || label == .positive {
            return "\(total) \(label.rawValue) mentions"
        }
        let negative = mentions.count { $0.sentiment.label == .negative }
        return "\(total) mentions"
            + (negative > 0 ? ", \(Figures.count(negative)) of them negative" : "")
    }

    /// Why the owner gets this, as a sentence with its full stop.
    var reason: String {
        let text = OneLine.text(letter.alert.reason, limit: 400)
        return text.last.map { ".!?…".contains($0) } == true ? text : text + "."
    }

    /// A sentence on mentions that were forgotten since; nil where none was.
    var forgotten: String? {
        switch letter.forgottenMentions {
        case 0: nil
        case let count where letter.mentions.isEmpty:
            "The \(count == 1 ? "mention" : "\(Figures.count(count)) mentions") that this alert told "
                + "of \(count == 1 ? "was" : "were") removed since."
        case let count:
            "\(Figures.count(count)) further \(count == 1 ? "mention was" : "mentions were") removed "
                + "since."
        }
    }

    /// A sentence on the mentions beyond those in a line; nil where there are none.
    var restLine: String? {
        guard let low = rest.map(\.id).min(), let high = rest.map(\.id).max() else { return nil }
        return
            "… and \(Figures.count(rest.count)) more, with ids from \(low) to \(high): repute mentions"
    }

    /// Who writes, and by which rule.
    var signature: String {
        "Repute, watching for \(business). Alert \(letter.alert.id), rule \(letter.alert.rule), "
            + "\(letter.alert.severity.rawValue)."
    }

    private var bracket: String {
        let brand = letter.alert.brand.map { OneLine.text(letter.name(of: $0), limit: 40) }
        guard let brand, brand != business else { return "[\(business)]" }
        return "[\(business) · \(brand)]"
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
