/// Finds words that read like operators.
enum QueryHints {
    /// The hints on a valid query.
    static func hints(on text: String) -> [QueryHint] {
        guard let tokens = try? QueryLexer.tokens(of: text) else { return [] }
        var hints: [QueryHint] = []
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token.kind, let name = operatorName(word),
                isTerm(tokens, index + 1), name == "NOT" || isTerm(tokens, index - 1)
            else { continue }
            hints.append(
                QueryHint(
                    detail: "`\(word)` in lower case is a word; write \(name) for the operator",
                    column: token.range.lowerBound + 1, length: token.range.count))
        }
        return hints
    }

    private static func operatorName(_ word: String) -> String? {
        switch word {
        case "and", "or", "not": word.uppercased()
        default: word.hasPrefix("near/") && Int(word.dropFirst(5)) != nil ? word.uppercased() : nil
        }
    }

    private static func isTerm(_ tokens: [QueryToken], _ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        switch tokens[index].kind {
        case .word, .phrase, .open, .close, .field: return true
        default: return false
        }
    }
}
