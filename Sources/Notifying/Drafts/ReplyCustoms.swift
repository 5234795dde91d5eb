import FoundationEssentials
import Model

/// How replies greet, date and quote.
extension LetterLanguage {
    /// The first line of a reply.
    func greeting(_ name: String?) -> String {
        switch self {
        case .english: "Hello" + (name.map { " \($0)" } ?? "") + ","
        case .german: "Guten Tag" + (name.map { " \($0)" } ?? "") + ","
        case .french: "Bonjour" + (name.map { " \($0)" } ?? "") + ","
        case .spanish: "Hola" + (name.map { ", \($0)" } ?? "") + ":"
        case .italian: "Buongiorno" + (name.map { " \($0)" } ?? "") + ","
        case .dutch: "Goedendag" + (name.map { " \($0)" } ?? "") + ","
        }
    }

    /// A day in words, such as `12. November 2026`.
    func date(_ date: Date, in zone: TimeZone) -> String {
        let limit = 253_402_214_400.0
        let seconds = min(max(date.timeIntervalSince1970, -62_135_510_400), limit)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
        let days = ((seconds + Double(offset)) / 86_400).rounded(.down)
        let day = CivilDate(daysSince1970: Int(days))
        let month = months[day.month - 1]
        return switch self {
        case .german: "\(day.day). \(month) \(day.year)"
        case .spanish: "\(day.day) de \(month) de \(day.year)"
        case .french where day.day == 1: "1er \(month) \(day.year)"
        case .italian where day.day == 1: "1º \(month) \(day.year)"
        default: "\(day.day) \(month) \(day.year)"
        }
    }

    /// Words in quotation marks, the last two joined by “and”.
    func quotation(_ words: [String]) -> String {
        let quoted = words.map(book.quoted)
        guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
        return quoted.dropLast().joined(separator: ", ") + " " + and(words.last ?? "") + " " + last
    }

    private func and(_ next: String) -> String {
        switch self {
        case .english: return "and"
        case .german: return "und"
        case .french: return "et"
        case .spanish:
            let start = next.lowercased()
            let isLikeI = start.hasPrefix("i") || start.hasPrefix("í") || start.hasPrefix("hi")
            return isLikeI ? "e" : "y"
        case .italian: return "e"
        case .dutch: return "en"
        }
    }

    private var months: [String] {
        switch self {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        case .german:
            [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
                "Oktober", "November", "Dezember",
            ]
        case .french:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ]
        case .spanish:
            [
                "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
                "septiembre", "octubre", "noviembre", "diciembre",
            ]
        case .italian:
            [
                "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
                "settembre", "ottobre", "novembre", "dicembre",
            ]
        case .dutch:
            [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                "september", "oktober", "november", "december",
            ]
        }
    }
}
