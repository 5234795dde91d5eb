/// Takes apart sentences that Repute has put together.
enum TellingText {
    /// What stands before and behind the first `mark`; nil where there is none.
    static func halves(
        of text: some StringProtocol, at mark: String
    ) -> (Substring, Substring)? {
        let text = Substring(text)
        guard let range = text.firstRange(of: mark) else { return nil }
        return (text[..<range.lowerBound], text[range.upperBound...])
    }

    /// What stands before and behind the last `mark`; nil where there is none.
    static func halves(
        ofLast text: some StringProtocol, at mark: String
    ) -> (Substring, Substring)? {
        let text = Substring(text)
        guard let range = text.ranges(of: mark).last else { return nil }
        return (text[..<range.lowerBound], text[range.upperBound...])
    }

    /// The pieces between the marks.
    static func pieces(of text: some StringProtocol, at mark: String) -> [Substring] {
        Substring(text).split(separator: mark, omittingEmptySubsequences: false)
    }
}
