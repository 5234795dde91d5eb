/// A piece of a query's text.
struct QueryToken {
    enum Kind: Equatable {
        case open
        case close
        case and
        case or
        case not
        case near(Int)
        /// `name:`, with its value as the next token.
        case field(QueryField)
        case word(String)
        case phrase(String)
        case end
    }

    var kind: Kind
    /// Where it stands, in characters from 0.
    var range: Range<Int>
    /// As it is written.
    var written: String
}

/// Divides the text of a query into tokens.
struct QueryLexer {
    private let characters: [Character]
    private var index = 0
    private var tokens: [QueryToken] = []

    /// All tokens, the last of them `.end`; the time is linear in the length of `text`.
    static func tokens(of text: String) throws(QuerySyntaxError) -> [QueryToken] {
        var lexer = QueryLexer(characters: Array(text))
        return try lexer.scan()
    }

    private init(characters: [Character]) { self.characters = characters }

    private mutating func scan() throws(QuerySyntaxError) -> [QueryToken] {
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if character == "(" || character == ")" {
                emit(character == "(" ? .open : .close, length: 1)
            } else if Self.isQuote(character) {
                try scanPhrase()
            } else if character == "-" {
                try scanMinus()
            } else {
                try scanWord()
            }
        }
        tokens.append(.init(kind: .end, range: characters.count..<characters.count, written: ""))
        return tokens
    }

    private mutating func emit(_ kind: QueryToken.Kind, length: Int) {
        let range = index..<(index + length)
        tokens.append(.init(kind: kind, range: range, written: String(characters[range])))
        index += length
    }

    private static func isQuote(_ character: Character) -> Bool {
        switch character {
        case "\"", "“", "”", "„", "«", "»": true
        default: false
        }
    }

    private mutating func scanPhrase() throws(QuerySyntaxError) {
        let start = index
        var text = ""
        var cursor = index + 1
        while cursor < characters.count, !Self.isQuote(characters[cursor]) {
            let next = cursor + 1
            if characters[cursor] == "\\", next < characters.count,
                characters[next] == "\\" || Self.isQuote(characters[next])
            {
                cursor = next
            }
            text.append(characters[cursor])
            cursor += 1
        }
        guard cursor < characters.count else {
            throw QuerySyntaxError(
                .unclosedQuote, at: start..<(start + 1), "this quotation mark is never closed",
                suggestion: "write a second one where the phrase ends")
        }
        emit(.phrase(text), length: cursor + 1 - start)
    }

    private mutating func scanMinus() throws(QuerySyntaxError) {
        let next = index + 1
        guard next < characters.count, !characters[next].isWhitespace, characters[next] != ")"
        else {
            throw QuerySyntaxError(
                .missingTerm, at: index..<next, "`-` has no term right after it",
                suggestion: "write -term, without a space, or quote the dash")
        }
        emit(.not, length: 1)
    }

    private mutating func scanWord() throws(QuerySyntaxError) {
        let length = wordLength(from: index)
        let word = String(characters[index..<(index + length)])
        switch word {
        case "AND": return emit(.and, length: length)
        case "OR": return emit(.or, length: length)
        case "NOT": return emit(.not, length: length)
        default: break
        }
        if word.hasPrefix("NEAR"), word.dropFirst(4).first?.isLetter != true {
            let distance = try distance(of: word)
            return emit(.near(distance), length: length)
        }
        guard let name = fieldName(length: length) else {
            return emit(.word(word), length: length)
        }
        try scanField(name)
    }

    private func wordLength(from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let character = characters[end]
            if character.isWhitespace || character == "(" || character == ")"
                || Self.isQuote(character)
            {
                break
            }
            end += 1
        }
        return end - start
    }

    private func distance(of word: String) throws(QuerySyntaxError) -> Int {
        let range = index..<(index + word.count)
        let digits = word.dropFirst(5)
        guard word.dropFirst(4).first == "/", !digits.isEmpty,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            throw QuerySyntaxError(
                .badDistance, at: range, "`\(word)` does not say how many words may stand between",
                suggestion: "write NEAR/5")
        }
        guard let distance = Int(digits), distance <= BrandQuery.maximumDistance else {
            throw QuerySyntaxError(
                .badDistance, at: range,
                "the distance of NEAR is at most \(BrandQuery.maximumDistance) words",
                suggestion: "write AND where the distance does not matter")
        }
        return distance
    }
}

// Fields.
extension QueryLexer {
    /// The name before the colon of the word at hand; nil where the word is no field.
    private func fieldName(length: Int) -> String? {
        let word = characters[index..<(index + length)]
        guard let colon = word.firstIndex(of: ":"), colon > index else { return nil }
        let name = word[..<colon]
        guard name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
        return String(name).lowercased()
    }

    private mutating func scanField(_ name: String) throws(QuerySyntaxError) {
        let range = index..<(index + name.count + 1)
        guard let field = QueryField(rawValue: name) else { throw unknown(name, at: range) }
        emit(.field(field), length: range.count)
        guard index < characters.count, !characters[index].isWhitespace, characters[index] != ")"
        else {
            throw QuerySyntaxError(
                .badFieldValue, at: range, "`\(name):` has no value right after it",
                suggestion: "write \(name):value, without a space")
        }
        guard !Self.isQuote(characters[index]), characters[index] != "(" else { return }
        let length = wordLength(from: index)
        if field.scope != nil, let inner = fieldName(length: length) {
            if inner == QueryField.raw.rawValue { return try scanField(inner) }
            if QueryField(rawValue: inner) != nil {
                throw QuerySyntaxError(
                    .badFieldValue, at: index..<(index + inner.count + 1),
                    "`\(name):` cannot hold the field `\(inner):`",
                    suggestion: "write both apart: \(name):term \(inner):value")
            }
        }
        emit(.word(String(characters[index..<(index + length)])), length: length)
    }

    private func unknown(_ name: String, at range: Range<Int>) -> QuerySyntaxError {
        let suggestion =
            switch (QueryField.meant(by: name), name) {
            case (_, "http"), (_, "https"):
                "write site:example.com for the address of an entry, or put the words in quotes"
            case (let field?, _): "did you mean `\(field.rawValue):`?"
            default: "put the words in quotes to look for them in the text"
            }
        return QuerySyntaxError(
            .unknownField, at: range, "unknown field `\(name):`", suggestion: suggestion)
    }
}
