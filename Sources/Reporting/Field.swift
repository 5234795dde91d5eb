public import FoundationEssentials
public import Model

/// One typed value of a listing; each output format shows it in its own way.
public enum Field: Sendable, Hashable {
    /// Text that may come from a stranger.
    case text(String?)
    case integer(Int?)
    /// A number that people see with so many decimals.
    case decimal(Double?, places: Int)
    /// A number that people see with its sign and so many decimals.
    case signed(Double, places: Int)
    /// People see how long ago it was.
    case moment(Date?)
    /// People see the time in their zone.
    case time(Date?)
    case flag(Bool?)
    case texts([String])
    /// People see stars.
    case rating(Rating?)
    case label(Sentiment.Label)
    /// A verdict's number; nil where there is none, which JSON shows as 0 with its label.
    case score(Double, Sentiment.Label)
    /// Text with a colour of its own.
    case state(String, TerminalStyle.Meaning?)
    /// A word for programs, of which people see more.
    case labelled(String, shown: String, TerminalStyle.Meaning?)
    /// What a text is about, each with its verdict: `care negative`.
    case aspects([AspectOpinion])
    /// Only for JSON; elsewhere empty.
    case nested(JSONValue)

    func cell(_ time: TimeText) -> Table.Cell {
        switch self {
        case .text(let text): Table.Cell(text ?? "–", text == nil ? .faint : nil)
        case .integer(let number): Table.Cell(number.map(String.init) ?? "–")
        case .decimal(let number, let places):
            Table.Cell(number.map { SentimentText.decimal($0, places: places) } ?? "–")
        case .signed(let number, let places):
            Table.Cell(SentimentText.signed(number, places: places))
        case .moment(let date): Table.Cell(date.map(time.relative) ?? "–")
        case .time(let date): Table.Cell(date.map(time.absolute) ?? "–")
        case .flag(let flag): Table.Cell(flag.map { $0 ? "yes" : "no" } ?? "–")
        case .texts(let texts): Table.Cell(texts.joined(separator: ", "))
        case .rating(let rating): Table.Cell(rating.map { Charts.stars($0.stars) } ?? "")
        case .label(let label): Table.Cell(label.rawValue, SentimentText.meaning(label))
        case .score(let score, let label):
            Table.Cell(
                label == .unscored ? "–" : SentimentText.signed(score),
                SentimentText.meaning(label))
        case .state(let text, let meaning), .labelled(_, shown: let text, let meaning):
            Table.Cell(text, meaning)
        case .aspects(let aspects): Table.Cell(Self.text(aspects))
        case .nested: Table.Cell("")
        }
    }

    private static func text(_ aspects: [AspectOpinion]) -> String {
        aspects.map { "\($0.aspect.rawValue) \($0.label.rawValue)" }.joined(separator: "; ")
    }

    var csv: String {
        switch self {
        case .text(let text): CSV.text(text ?? "")
        case .integer(let number): CSV.number(number.map(String.init) ?? "")
        case .decimal(let number, _): CSV.number(number.map { JSONValue.number($0).text } ?? "")
        case .signed(let number, _): CSV.number(JSONValue.rounded(number).text)
        case .moment(let date), .time(let date): CSV.number(date?.rfc3339 ?? "")
        case .flag(let flag): CSV.number(flag.map { $0 ? "true" : "false" } ?? "")
        case .texts(let texts): CSV.text(texts.joined(separator: " "))
        case .rating(let rating):
            CSV.number(rating.map { JSONValue.number($0.value).text } ?? "")
        case .label(let label): CSV.text(label.rawValue)
        case .score(let score, let label):
            CSV.number(label == .unscored ? "" : JSONValue.rounded(score).text)
        case .state(let text, _), .labelled(let text, shown: _, _): CSV.text(text)
        case .aspects(let aspects): CSV.text(Self.text(aspects))
        case .nested: ""
        }
    }

    var json: JSONValue {
        switch self {
        case .text(let text): .optional(text)
        case .integer(let number): .optional(number)
        case .decimal(let number, _): number.map(JSONValue.rounded) ?? .null
        case .signed(let number, _): .rounded(number)
        case .moment(let date), .time(let date): .date(date)
        case .flag(let flag): .optional(flag)
        case .texts(let texts): .array(texts.map(JSONValue.string))
        case .rating(let rating): .rating(rating)
        case .label(let label): .string(label.rawValue)
        case .score(let score, _): .rounded(score)
        case .state(let text, _), .labelled(let text, shown: _, _): .string(text)
        case .aspects(let aspects): .array(aspects.map(JSONValue.aspect))
        case .nested(let value): value
        }
    }
}
