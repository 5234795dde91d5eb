/// How a severity came about: facts with their points.
///
/// An alert stores it as its English text, which reads back as the same facts, so that it can be told in
/// other languages.
public struct Weighing: Sendable, Hashable {
    /// One thing that can count; numbers as `Figure` writes them, with a decimal point.
    public enum Fact: Sendable, Hashable {
        /// A rating on its own scale, and in stars where that is another one.
        case rating(String, of: String, stars: String?)
        case label(Sentiment.Label)
        case strongWords
        case unsure
        case sites(Int)
        case survey
        /// The how many-th complaint of its author it is.
        case complaint(Int)
    }

    /// A fact and what it counts.
    public struct Part: Sendable, Hashable {
        /// The fact.
        public var fact: Fact
        /// What it counts.
        public var points: Int

        /// A fact that counts so many points.
        public init(_ fact: Fact, points: Int) {
            self.fact = fact
            self.points = points
        }
    }

    /// The verdict.
    public var severity: Alert.Severity
    /// Of how many mentions the worst was weighed; nil where there was only one.
    public var worstOf: Int?
    /// What counted.
    public var parts: [Part]

    /// A verdict with its parts.
    public init(severity: Alert.Severity, worstOf: Int? = nil, parts: [Part]) {
        self.severity = severity
        self.worstOf = worstOf
        self.parts = parts
    }

    /// Such as `warning by the worst of 3: 1 of 5 stars (+2), strong words (+1)`.
    public var text: String {
        severity.rawValue + (worstOf.map { " by the worst of \($0)" } ?? "") + ": "
            + parts.map { "\($0.fact.text) (\($0.sign))" }.joined(separator: ", ")
    }

    /// Reads `text` back; nil for any other text.
    public init?(parsing text: String) {
        guard let (head, tail) = TellingText.halves(of: text, at: ": ") else { return nil }
        let words = head.split(separator: " ", maxSplits: 1)
        guard let name = words.first, let severity = Alert.Severity(rawValue: String(name)) else {
            return nil
        }
        self.severity = severity
        if words.count == 2 {
            guard words[1].hasPrefix("by the worst of "),
                let count = Int(words[1].dropFirst("by the worst of ".count))
            else { return nil }
            worstOf = count
        }
        parts = []
        for piece in TellingText.pieces(of: tail, at: "), ") {
            guard let part = Part(parsing: piece) else { return nil }
            parts.append(part)
        }
        guard self.text == text else { return nil }
    }
}

extension Weighing.Part {
    /// The points with their sign, such as `+2` or `−1`.
    public var sign: String {
        (points > 0 ? "+" : points < 0 ? "−" : "") + String(points.magnitude)
    }

    /// Reads `strong words (+1)`, also without the last bracket.
    init?(parsing text: Substring) {
        guard let (words, figure) = TellingText.halves(ofLast: text, at: " (") else { return nil }
        let digits = figure.filter { ("0"..."9").contains($0) }
        guard let fact = Weighing.Fact(parsing: words), let points = Int(digits) else {
            return nil
        }
        self.init(fact, points: figure.hasPrefix("−") ? -points : points)
    }
}

extension Weighing.Fact {
    /// Such as `1 of 5 stars` or `third complaint of this author`.
    public var text: String {
        switch self {
        case .rating(let value, let scale, nil): "\(value) of \(scale) stars"
        case .rating(let value, let scale, let stars?):
            "\(value) of \(scale) (\(stars) \(stars == "1" ? "star" : "stars"))"
        case .label(let label): label.rawValue
        case .strongWords: "strong words"
        case .unsure: "not a sure verdict"
        case .sites(let count): count == 1 ? "on 1 site" : "on \(count) sites"
        case .survey: "a survey answer"
        case .complaint(let number): "\(EnglishOrdinal.text(number)) complaint of this author"
        }
    }

    init?(parsing text: Substring) {
        if let label = Sentiment.Label(rawValue: String(text)) {
            self = .label(label)
            return
        }
        let plain: [Weighing.Fact] = [.strongWords, .unsure, .survey]
        if let fact = plain.first(where: { $0.text == text }) {
            self = fact
            return
        }
        let words = text.split(separator: " ").map(String.init)
        if words.count == 3, words[0] == "on", let count = Int(words[1]) {
            self = .sites(count)
        } else if words.dropFirst().joined(separator: " ") == "complaint of this author",
            let number = EnglishOrdinal.number(words[0])
        {
            self = .complaint(number)
        } else if words.count == 4, words[1] == "of", words[3] == "stars" {
            self = .rating(words[0], of: words[2], stars: nil)
        } else if words.count == 5, words[1] == "of", words[3].hasPrefix("(") {
            self = .rating(words[0], of: words[2], stars: String(words[3].dropFirst()))
        } else {
            return nil
        }
    }
}

/// Numbers of a row as English words, such as `third`; figures above ten, such as `12th`.
public enum EnglishOrdinal {
    private static let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ]

    /// The word for a number of 1 or more.
    public static func text(_ number: Int) -> String {
        if words.indices.contains(number - 1) { return words[number - 1] }
        let isTeen = (11...13).contains(number % 100)
        let ending =
            switch number % 10 {
            case 1 where !isTeen: "st"
            case 2 where !isTeen: "nd"
            case 3 where !isTeen: "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }

    /// The number that `text` gives a word for.
    static func number(_ word: String) -> Int? {
        if let index = words.firstIndex(of: word) { return index + 1 }
        return Int(word.dropLast(2)).flatMap { text($0) == word ? $0 : nil }
    }
}
