/// The line that Reddit puts under every post of its feeds: "submitted by /u/someone to r/some
/// [link] [comments]".
enum ListingFooter {
    /// `text` without that line; nil if nothing else stands in it.
    static func stripped(_ text: String) -> String? {
        guard text.hasSuffix("[comments]"), let start = start(in: text) else { return text }
        return PlainText.paragraphs(String(text[..<start]))
    }

    private static func start(in text: String) -> String.Index? {
        let tail = text.suffix(200)
        guard let start = tail.ranges(of: "submitted by").last?.lowerBound,
            tail[start...].contains("/u/"), tail[start...].contains("[link]")
        else { return nil }
        return start
    }
}
