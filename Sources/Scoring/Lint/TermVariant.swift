/// The ways in which one term may be written.
enum TermVariant {
    /// The same for a term, its plural, and its spellings with and without hyphen or apostrophe.
    static func folded(_ term: String) -> String {
        var folded = term.lowercased().filter { !isJoin($0) && !$0.isWhitespace }
        if folded.hasSuffix("s"), !folded.hasSuffix("ss"), folded.count > 3 { folded.removeLast() }
        return folded
    }

    /// Other spellings of `term`, all in small letters.
    static func forms(of term: String) -> [String] {
        let term = term.lowercased()
        var forms: [String] = []
        if term.hasSuffix("s"), !term.hasSuffix("ss"), term.count > 3 {
            forms.append(String(term.dropLast()))
        } else {
            forms.append(term + "s")
        }
        if term.contains(where: isJoin) { forms.append(term.filter { !isJoin($0) }) }
        let words = words(of: term)
        if words.count == 2 { forms.append(words.joined()) }
        return forms
    }

    /// The words of a term.
    static func words(of term: String) -> [String] {
        term.split { $0.isWhitespace || $0 == "-" }.map(String.init)
    }

    private static func isJoin(_ character: Character) -> Bool {
        character == "-" || character == "'" || character == "’" || character == "‐"
    }
}
