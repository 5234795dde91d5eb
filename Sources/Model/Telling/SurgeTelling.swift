/// What an alert says of more mentions than usual.
///
/// The alert stores it as its English text, which reads back as the same figures, so that it can be told in
/// other languages.
public struct SurgeTelling: Sendable, Hashable {
    /// How long the time is that was looked at.
    public enum Window: Sendable, Hashable {
        case hours(Int)
        case days(Int)
    }

    /// How often so many come by chance.
    public enum Rarity: Sendable, Hashable {
        /// Less than once in 100 years.
        case never
        case years(Int)
        case timesAYear(Int)
    }

    /// How many there are.
    public var count: Int
    /// How they are felt; empty for any way.
    public var labels: [Sentiment.Label]
    /// The brand's name.
    public var name: String
    /// The time that was looked at.
    public var window: Window
    /// How many are usual.
    public var usual: ClosedRange<Int>
    /// How often so many come by chance.
    public var rarity: Rarity

    /// The figures of a surge.
    public init(
        count: Int, labels: [Sentiment.Label], name: String, window: Window,
        usual: ClosedRange<Int>, rarity: Rarity
    ) {
        self.count = count
        self.labels = labels
        self.name = name
        self.window = window
        self.usual = usual
        self.rarity = rarity
    }

    /// Such as `9 negative mentions of Hollow Oak in 24 hours; usual are 0 to 3 (so many come once in 40
    /// years by chance)`.
    public var text: String {
        let what =
            (labels.isEmpty ? "" : labels.map(\.rawValue).joined(separator: " or ") + " ")
            + "mentions"
        let range =
            usual.lowerBound == usual.upperBound
            ? "\(usual.lowerBound)" : "\(usual.lowerBound) to \(usual.upperBound)"
        return "\(count) \(what) of \(name) in \(window.text); usual are \(range) "
            + "(so many come \(rarity.text) by chance)"
    }

    /// Reads `text` back; nil for any other text.
    public init?(parsing text: String) {
        guard let (head, tail) = TellingText.halves(ofLast: text, at: "; usual are "),
            let (what, place) = TellingText.halves(of: head, at: "mentions of "),
            let (name, window) = TellingText.halves(ofLast: place, at: " in "),
            let (range, chance) = TellingText.halves(of: tail, at: " (so many come "),
            let window = Window(parsing: window), chance.hasSuffix(" by chance)"),
            let rarity = Rarity(parsing: chance.dropLast(" by chance)".count))
        else { return nil }
        let bounds = TellingText.pieces(of: range, at: " to ").compactMap { Int($0) }
        var words = what.split(separator: " ")
        guard let low = bounds.first, let high = bounds.last, low <= high, !words.isEmpty,
            let count = Int(words.removeFirst())
        else { return nil }
        let labels = words.compactMap { Sentiment.Label(rawValue: String($0)) }
        self.init(
            count: count, labels: labels, name: String(name), window: window, usual: low...high,
            rarity: rarity)
        guard self.text == text else { return nil }
    }
}

extension SurgeTelling.Window {
    /// Such as `an hour`, `24 hours` or `7 days`.
    public var text: String {
        switch self {
        case .hours(1): "an hour"
        case .hours(let count): "\(count) hours"
        case .days(let count): "\(count) days"
        }
    }

    init?(parsing text: Substring) {
        let words = text.split(separator: " ")
        guard words.count == 2 else { return nil }
        if text == "an hour" {
            self = .hours(1)
        } else if let count = Int(words[0]) {
            self = words[1] == "hours" ? .hours(count) : .days(count)
        } else {
            return nil
        }
    }
}

extension SurgeTelling.Rarity {
    /// Such as `once in 3 years` or `4 times a year`.
    public var text: String {
        switch self {
        case .never: "less than once in 100 years"
        case .years(let count): "once in \(count) years"
        case .timesAYear(1): "once a year"
        case .timesAYear(let count): "\(count) times a year"
        }
    }

    init?(parsing text: Substring) {
        let number = text.split(separator: " ").lazy.compactMap { Int($0) }.first
        if text == "once a year" {
            self = .timesAYear(1)
        } else if text.hasPrefix("less") {
            self = .never
        } else if let number {
            self = text.hasPrefix("once in ") ? .years(number) : .timesAYear(number)
        } else {
            return nil
        }
    }
}
