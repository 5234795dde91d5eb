import Model

/// A piece of a letter's body, which the text and the HTML lay out each in its own way.
enum LetterBlock {
    /// What the letter is about, in large letters, and lines below it.
    case headline(String, [String])
    /// The start of a part.
    case heading(String)
    case paragraph(String)
    /// Small print.
    case note(String)
    case mention(MentionWording, MentionFrame)
    /// Mentions in a line each.
    case lines([MentionWording])
    case notice(NoticeWording)
    /// Facts of one line each, in a card.
    case facts([String])
    case tiles([FigureTile])
    case trend(TrendChart)
    case items([LetterItem])
    case commands([LetterCommand])
}

/// How a mention is shown, and what is said beside it.
struct MentionFrame {
    /// Whether its verdict, its words and the commands are shown too.
    var isWhole = true
    /// Lines above the words, such as how long it has waited.
    var standing: [String] = []
    /// Why it is told, where the letter tells several alerts.
    var reasons: [String] = []
    /// Whether the link leads to where it can be answered.
    var isToAnswer = false
}

/// A figure with what it is and how it stands beside the one before.
struct FigureTile {
    var label: String
    var value: String
    /// Nil where there is nothing to compare with.
    var note: String?
    /// Whether the change is good or bad news.
    var tone = Tone.plain

    enum Tone { case plain, better, worse }
}

/// A line of a list.
struct LetterItem {
    /// In strong letters; empty for none.
    var lead: String
    var text: String
    var detail: String?
    /// An address that was checked.
    var link: String?
    /// What the link says.
    var linkLabel = ""
}

/// Something that the owner can type.
struct LetterCommand {
    /// What it does, such as `Try it`.
    var label: String
    var command: String
}
