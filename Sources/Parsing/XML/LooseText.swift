import TextProcessing

/// Text that may be HTML without saying so, as the titles and descriptions of RSS are.
///
/// RSS never said whether a title is text or HTML, and feeds hold both. What XML gives is taken as
/// HTML if it holds whole tags that HTML knows; its references are decoded if it holds such, as
/// `&#8217;` that was escaped twice; all else is text, so that `1 < 2` stays.
enum LooseText {
    /// `text` as HTML or as text, whichever it is.
    static func raw(_ text: String) -> RawText {
        switch HTMLText.markup(in: text) {
        case .tags: .html(text)
        case .entities: .plain(HTMLEntities.decoded(text))
        case .none: .plain(text)
        }
    }

    /// `text` without tags and with its references decoded, if it holds any.
    static func plain(_ text: String) -> String {
        switch raw(text) {
        case .plain(let text): text
        case .html(let html): HTMLText.plainText(html)
        }
    }
}
