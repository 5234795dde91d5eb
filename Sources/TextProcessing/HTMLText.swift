import CXML

/// Makes HTML readable as plain text.
public enum HTMLText {
    /// What of HTML stands in a text.
    public enum Markup: Sendable, Hashable {
        case none
        /// Character references, but no tags.
        case entities
        /// Whole tags of elements that HTML knows, or comments.
        case tags
    }

    /// The text of `html` as a reader sees it: blocks on lines of their own, entities decoded once.
    ///
    /// Blocks are divided by one newline, as is `<br>`; two `<br>` in a row leave a blank line. List
    /// items start with `- `, table cells are divided by a space. Scripts, styles, titles, frames and
    /// comments are left out; so are the alternative texts of images. White space is collapsed,
    /// no-break spaces included, and there is none at the ends. A `<` that starts no tag is text.
    /// Takes time linear in the size of `html`, whatever it holds.
    public static func plainText(_ html: String) -> String {
        converted(html, with: cxml_html_text)
    }

    /// What of HTML stands in `text`, by which a text is told from mark-up that does not say so.
    public static func markup(in text: String) -> Markup {
        var text = text
        let found = text.withUTF8 { input in
            input.baseAddress.map { cxml_find_markup($0, input.count) } ?? CXML_NO_MARKUP
        }
        switch found {
        case CXML_TAGS: return .tags
        case CXML_ENTITIES: return .entities
        default: return .none
        }
    }
}
