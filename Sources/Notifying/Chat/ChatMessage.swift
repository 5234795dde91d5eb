import FoundationEssentials
import Model

/// What a chat is told of a letter, in plain words, before any service's mark-up.
///
/// It is made from a letter once; the layouts only escape and arrange it. Every string is bounded
/// and without control characters; only `Item.quote` has line breaks.
struct ChatMessage: Sendable, Hashable {
    /// One mention, notice or group of figures.
    struct Item: Sendable, Hashable {
        /// What and where, such as `★☆☆☆☆ · Town Maps · Jane D. · Sun 22 Nov 2026, 10:30 (UTC+1)`.
        var heading: String
        /// The first words, without quotation marks; nil where there is no text.
        var quote: String?
        /// What else is to be said, a line each.
        var facts: [String] = []
        /// Where it can be read; an http or https address.
        var link: String?
    }

    /// How much is told.
    struct Extent: Sendable, Hashable {
        var items: Int
        /// Units of the words of a mention that is alone.
        var single: Int
        /// Units of the words of each of several mentions.
        var shared: Int
        /// How many alerts of a letter with several get a line.
        var alerts: Int
        /// Units of each fact.
        var fact: Int
    }

    /// The extents, widest first; the last fits into every service whatever a letter holds.
    static let extents = [
        Extent(items: 8, single: 1500, shared: 400, alerts: 20, fact: 300),
        Extent(items: 8, single: 600, shared: 200, alerts: 10, fact: 240),
        Extent(items: 5, single: 300, shared: 120, alerts: 5, fact: 200),
        Extent(items: 3, single: 150, shared: 80, alerts: 3, fact: 120),
        Extent(items: 1, single: 80, shared: 80, alerts: 2, fact: 80),
    ]

    /// Business, a sign of urgency, and what happened; at most 220 units.
    var title: String
    /// The language of the words.
    var language: LetterLanguage
    var book: any PhraseBook { language.book }
    /// The most urgent of the alerts.
    var severity: Alert.Severity
    /// Whether it tells that something is well again.
    var isRecovery: Bool
    /// Why it is told and what to do, a sentence or line each.
    var lines: [String]
    var items: [Item]
    /// How many more there are, and where to see them; nil where all are told.
    var rest: String?
    /// Which alert and rule it is.
    var footer: String
    /// The only link, or the first one.
    var link: String? { items.lazy.compactMap(\.link).first }

    init(_ letter: Letter, _ extent: Extent) {
        let summary = AlertSummary(letter)
        language = letter.language
        severity = letter.alerts.map(\.severity).max() ?? letter.alert.severity
        isRecovery = AlertSummary.isRecovery(letter)
        let business = ChatText.line(letter.business, 60)
        let sign = isRecovery ? "🟢" : severity.sign
        title = "\(sign) [\(business)] \(summary.title)"
        let further = letter.further.isEmpty ? [] : Self.alertLines(letter, extent)
        lines = further + summary.why + [summary.advice]
        let all = ChatItems(letter, extent)
        items = all.items
        rest = all.rest
        let alert = letter.alert
        footer = letter.book.chat(
            letter.further.isEmpty
                ? .footer(alert.id, rule: alert.rule, severity)
                : .footerOfSeveral(alert.id, count: letter.alerts.count, severity))
    }

    /// The widest message of `letter` whose layout keeps the limits of its service.
    static func fitted<Layout>(
        _ letter: Letter, _ layout: (ChatMessage) -> Layout, fits: (Layout) -> Bool
    ) -> Layout {
        for extent in extents.dropLast() {
            let made = layout(ChatMessage(letter, extent))
            if fits(made) { return made }
        }
        return layout(ChatMessage(letter, extents[extents.count - 1]))
    }

    /// Why each of several alerts is told, the most urgent first.
    private static func alertLines(_ letter: Letter, _ extent: Extent) -> [String] {
        let sorted = letter.alerts.enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }.map(\.element)
        let told = sorted.prefix(extent.alerts).map { alert in
            "• " + ChatText.line("\(AlertSummary.reason(alert, letter)) (\(alert.rule))", 300)
        }
        let rest = sorted.count - told.count
        return told
            + (rest > 0 ? ["• " + letter.book.chat(.more(rest, command: "repute alerts"))] : [])
    }
}

extension Alert.Severity {
    /// A sign that stands out in a list of messages.
    var sign: String {
        switch self {
        case .info: "🔵"
        case .warning: "🟠"
        case .critical: "🔴"
        }
    }

    /// A colour for the edge of a message, as 0xRRGGBB.
    var colour: Int {
        switch self {
        case .info: 0x2F6FB0
        case .warning: 0xC77700
        case .critical: 0xB3261E
        }
    }
}

extension ChatMessage {
    /// The colour of the message, as 0xRRGGBB.
    var colour: Int { isRecovery ? 0x2E7D32 : severity.colour }

    /// The same as `#RRGGBB`.
    var hexColour: String {
        let digits = String(colour, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
