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

    let letter: Letter
    let business: String
    /// The mentions told in full.
    let full: [MentionWording]
    /// The mentions told in a line.
    let lines: [MentionWording]
    /// The mentions of which only the number is told.
    let rest: ArraySlice<Mention>

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
    }

    /// The subject, such as `[Hollow Oak] ★☆☆☆☆ on Google: “Waited 40 minutes and …”`.
    var subject: String {
        let mentions = letter.mentions
        guard let worst = mentions.min(by: { $0.sentiment.score < $1.sentiment.score }) else {
            return "\(bracket) An alert whose mentions were removed"
        }
        let wording = MentionWording(worst, in: letter, textLimit: 0)
        guard mentions.count > 1 else {
            let quote = wording.quote(limit: 60).map { ": \($0)" } ?? ", without text"
            return "\(bracket) \(Self.kind(of: wording)) on \(wording.source)\(quote)"
        }
        let quote = wording.quote(limit: 50).map { ": \($0) and \(mentions.count - 1) more" } ?? ""
        return "\(bracket) \(headline)\(quote)"
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

    private static func kind(of wording: MentionWording) -> String {
        if let stars = wording.starRow { return stars }
        return switch wording.mention.sentiment.label {
        case .negative: "Negative mention"
        case .positive: "Positive mention"
        case .neutral, .unscored: "Mention"
        }
    }
}
