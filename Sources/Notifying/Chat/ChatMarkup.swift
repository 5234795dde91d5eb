import Model

/// How one service writes bold, quotes and links; lays a message out as one text.
struct ChatMarkup: Sendable {
    /// Makes foreign text harmless.
    var escape: @Sendable (String) -> String
    /// Around text that is escaped already.
    var bold: @Sendable (String) -> String
    /// Around escaped text of one or more lines.
    var quote: @Sendable (String, any PhraseBook) -> String
    /// A link with a label of ours to a checked address.
    var link: @Sendable (_ label: String, _ url: String) -> String
    /// Between lines.
    var lineBreak = "\n"

    /// No mark-up at all.
    static let plain = ChatMarkup(
        escape: { $0 }, bold: { $0 }, quote: { $1.quoted($0) }, link: { "\($0): \($1)" })

    /// The whole message, its title left out where the service shows it apart.
    func text(_ message: ChatMessage, withTitle: Bool = true, withLinks: Bool = true) -> String {
        var blocks: [String] = []
        if withTitle { blocks.append(bold(escape(message.title))) }
        blocks.append(message.lines.map(escape).joined(separator: lineBreak))
        blocks += message.items.map { item($0, message.book, withLinks: withLinks) }
        if let rest = message.rest { blocks.append(escape(rest)) }
        blocks.append(escape(message.footer))
        return blocks.filter { !$0.isEmpty }.joined(separator: lineBreak + lineBreak)
    }

    private func item(
        _ item: ChatMessage.Item, _ book: any PhraseBook, withLinks: Bool
    ) -> String {
        var lines = [bold(escape(item.heading))]
        if let words = item.quote { lines.append(quote(escape(words), book)) }
        lines += item.facts.map(escape)
        if withLinks, let url = item.link { lines.append(link(escape(book.mention(.readIt)), url)) }
        return lines.joined(separator: lineBreak)
    }
}
