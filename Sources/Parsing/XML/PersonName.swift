/// The name of a person, out of the ways in which feeds write authors.
struct PersonName {
    let text: String

    /// The name in the author element at `index`: its `name`, its mail address, or its text.
    init?(at index: Int, in record: ElementRecord) {
        let inside = record.inside(index)
        let told = inside.filter { !record.isBlank($0) }
        if let name = told.first(where: { $0.field == .name })
            ?? told.first(where: { $0.field == .mail })
        {
            self.init(record.text(of: name))
        } else if inside.isEmpty {
            self.init(record.text(of: record.nodes[index]))
        } else {
            return nil
        }
    }

    /// The name in `written`, such as `mail@host (Name)`, `Name (mail@host)`, `Name <mail@host>` or the name alone; nil
    /// for a blank one.
    init?(_ written: String) {
        guard let line = PlainText.line(LooseText.plain(written)) else { return nil }
        let name =
            Self.inParentheses(line) ?? Self.beforeParentheses(line) ?? Self.beforeAngle(line)
            ?? line
        guard let text = PlainText.line(name) else { return nil }
        self.text = text
    }

    private static func inParentheses(_ line: String) -> String? {
        guard line.hasSuffix(")"), let open = line.firstIndex(of: "("),
            line[..<open].contains("@"),
            line[..<open].split(whereSeparator: \.isWhitespace).count == 1
        else { return nil }
        return nonBlank(line[line.index(after: open)...].dropLast())
    }

    private static func beforeParentheses(_ line: String) -> String? {
        guard line.hasSuffix(")"), let open = line.lastIndex(of: "("),
            line[open...].contains("@"), !line[open...].contains(where: \.isWhitespace)
        else { return nil }
        return nonBlank(line[..<open])
    }

    private static func beforeAngle(_ line: String) -> String? {
        guard line.hasSuffix(">"), let open = line.lastIndex(of: "<"),
            line[open...].contains("@")
        else { return nil }
        return nonBlank(line[..<open].drop { $0 == "\"" })?.replacing("\"", with: "")
    }

    private static func nonBlank(_ text: Substring) -> String? {
        text.contains { !$0.isWhitespace } ? String(text) : nil
    }
}
