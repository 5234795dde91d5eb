/// Whether and how meaning is coloured.
///
/// Colour only repeats what a sign or a word says already, so that nothing is lost without it.
public struct TerminalStyle: Sendable, Hashable {
    /// When to colour.
    public enum Choice: String, Sendable, Hashable, CaseIterable {
        case auto
        case always
        case never
    }

    /// What a piece of text means.
    public enum Meaning: Sendable, Hashable {
        case negative
        case positive
        case warning
        case heading
        case faint
    }

    /// Whether meaning is painted with escape sequences; false leaves text as it is.
    public var isColoured: Bool

    /// A style that colours or does not.
    public init(isColoured: Bool) { self.isColoured = isColoured }

    /// Text without any escape sequence.
    public static let plain = TerminalStyle(isColoured: false)

    /// The style for an output.
    ///
    /// `auto` colours a terminal unless `NO_COLOR` is set and not empty (no-color.org) or `TERM` is
    /// `dumb` or absent.
    public init(choice: Choice, isTerminal: Bool, environment: [String: String]) {
        switch choice {
        case .always: isColoured = true
        case .never: isColoured = false
        case .auto:
            let refuses = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
            let terminal = environment["TERM"] ?? "dumb"
            isColoured = isTerminal && !refuses && terminal != "dumb"
        }
    }

    /// The text in the colour of its meaning, or as it is where nothing is coloured.
    public func paint(_ text: String, _ meaning: Meaning?) -> String {
        guard isColoured, let meaning, !text.isEmpty else { return text }
        let code =
            switch meaning {
            case .negative: "31"
            case .positive: "32"
            case .warning: "33"
            case .heading: "1"
            case .faint: "2"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
