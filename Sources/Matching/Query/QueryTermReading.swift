/// Makes terms and field tests of what is written in a query.
struct QueryTermReading {
    var scope: QueryTerm.Scope
    var token: QueryToken

    /// A word, prefix or phrase.
    func node(_ text: String) throws(QuerySyntaxError) -> QueryNode {
        try checkStars(in: text)
        let words = WordScanner.words(in: text)
        guard let pattern = WordPattern(text), let first = words.first else {
            throw QuerySyntaxError(
                .unsearchable, at: token.range, "`\(text)` has no letter or digit",
                suggestion: Self.operators[text]
                    ?? (text.isEmpty
                        ? "take it away" : "write raw:\"\(text)\" to find it as it stands"))
        }
        if words.count == 1, losesMeaning(text, word: first) {
            throw QuerySyntaxError(
                .unsearchable, at: token.range,
                "`\(text)` would match every single `\(first.key)`",
                suggestion: "write raw:\"\(text)\" to find it as it stands")
        }
        return .term(QueryTerm(scope: scope, pattern: .words(pattern), written: token.written))
    }

    private static let operators = [
        "&": "write AND", "&&": "write AND", "+": "write AND", "|": "write OR", "||": "write OR",
        "!": "write NOT",
    ]

    /// Whether the punctuation that falls away from a word of one letter was most of it: `C++`.
    private func losesMeaning(_ text: String, word: ScannedWord) -> Bool {
        guard word.key.count == 1, let first = text.unicodeScalars.first else { return false }
        let rest = text.unicodeScalars.dropFirst()
        return ScalarClass(first) == .letter && (rest.first == "+" || rest.first == "#")
    }

    /// A `*` has to stand right after a word of two letters or more and before a space or the end.
    private func checkStars(in text: String) throws(QuerySyntaxError) {
        let bytes = Array(text.utf8)
        guard bytes.contains(0x2A) else { return }
        var ends: [Int: Int] = [:]
        for word in WordScanner.words(in: text) {
            ends[word.span.upperBound] = word.key.unicodeScalars.count
        }
        for (offset, byte) in bytes.enumerated() where byte == 0x2A {
            let isLast = offset + 1 == bytes.count || bytes[offset + 1] == 0x20
            guard isLast, let length = ends[offset] else {
                throw badStar(
                    "a `*` stands at the end of a word and nowhere else",
                    "write raw:\"*\" to find a star as it stands")
            }
            guard length >= 2 else {
                throw badStar("a single letter with `*` would match nearly every text", nil)
            }
        }
    }

    private func badStar(_ detail: String, _ suggestion: String?) -> QuerySyntaxError {
        QuerySyntaxError(.badPrefix, at: token.range, detail, suggestion: suggestion)
    }
}

// Fields that take one value.
extension QueryTermReading {
    /// The value of `site:`, `lang:`, `rating:` or `raw:`.
    func node(_ text: String, of field: QueryField) throws(QuerySyntaxError) -> QueryNode {
        switch field {
        case .raw:
            guard let pattern = RawPattern(text) else { throw badValue("`raw:` has no term") }
            return .term(QueryTerm(scope: scope, pattern: .raw(pattern), written: written(field)))
        case .site: return .field(test(.site(try host(text)), field))
        case .language: return .field(test(.language(try languageTag(text)), field))
        case .rating: return .field(test(.rating(try stars(text)), field))
        case .title, .author: throw badValue("`\(field.rawValue):` takes words")
        }
    }

    private func written(_ field: QueryField) -> String { field.rawValue + ":" + token.written }

    private func test(_ wanted: FieldTest.Wanted, _ field: QueryField) -> FieldTest {
        FieldTest(wanted: wanted, written: written(field))
    }

    private func badValue(_ detail: String, _ suggestion: String? = nil) -> QuerySyntaxError {
        QuerySyntaxError(.badFieldValue, at: token.range, detail, suggestion: suggestion)
    }

    private func host(_ text: String) throws(QuerySyntaxError) -> String {
        let host = text.lowercased().drop { $0 == "." }
        let isPlain = host.unicodeScalars.allSatisfy {
            ScalarClass($0).isWordPart || ScalarClass($0) == .ideograph || $0 == "." || $0 == "-"
        }
        guard !host.isEmpty, isPlain else {
            let bare = EntryHost.host(of: text)
            throw badValue(
                "`\(text)` is not the name of a host",
                bare.map { "write site:\($0)" } ?? "write it as in site:example.com")
        }
        return String(host)
    }

    private func languageTag(_ text: String) throws(QuerySyntaxError) -> String {
        let tag = LanguageTag.folded(text)
        let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy {
            (1...8).contains($0.utf8.count)
                && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isTag, let first = subtags.first, (2...3).contains(first.count),
            first.allSatisfy(\.isLetter)
        else {
            throw badValue(
                "`\(text)` is not a language tag", "write it as in lang:en or lang:pt-BR")
        }
        return tag
    }

    private func stars(_ text: String) throws(QuerySyntaxError) -> StarRange {
        let range = StarRange(parsing: text)
        guard let range else {
            throw badValue(
                "`\(text)` is not a rating or a range of ratings",
                "write rating:5, rating:<=2, rating:>=4 or rating:1..2")
        }
        guard range.lower <= range.upper, range.lower <= 5, range.upper >= 1 else {
            throw badValue(
                "no rating can be `\(text)`, since ratings are counted from 1 to 5 stars")
        }
        return range
    }
}

extension StarRange {
    /// `5`, `<=2`, `<2`, `>=4`, `>4` or `1..2`; nil for anything else.
    init?(parsing text: String) {
        func number(_ digits: some StringProtocol) -> Double? {
            guard digits.utf8.count <= 8,
                digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
            else { return nil }
            return Double(digits)
        }
        let rest = text.drop { $0 == "<" || $0 == ">" || $0 == "=" }
        let sign = text[..<rest.startIndex]
        if sign.isEmpty, let dots = text.firstDoublePoint {
            guard let lower = number(text[..<dots]),
                let upper = number(text[text.index(dots, offsetBy: 2)...])
            else { return nil }
            self.init(lower: lower, upper: upper)
            return
        }
        guard let value = number(rest) else { return nil }
        switch sign {
        case "", "=": self.init(lower: value, upper: value)
        case "<=": self.init(lower: 0, upper: value)
        case "<": self.init(lower: 0, upper: value, includesUpper: false)
        case ">=": self.init(lower: value, upper: 5)
        case ">": self.init(lower: value, upper: 5, includesLower: false)
        default: return nil
        }
    }
}

extension String {
    /// Where `..` stands.
    fileprivate var firstDoublePoint: String.Index? {
        indices.first { self[$0] == "." && self[index(after: $0)...].first == "." }
    }
}
