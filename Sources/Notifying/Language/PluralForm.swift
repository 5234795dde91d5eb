/// Which form a noun has behind a number.
enum PluralForm {
    case one
    /// Full millions of the Romance languages, which take a “de” (`1 000 000 de mentions`).
    case many
    case other
}

extension LetterLanguage {
    /// The form behind a whole number, by the cardinal rules of CLDR 46 (Unicode TR 35, part 3).
    func plural(_ number: Int) -> PluralForm {
        let size = number.magnitude
        let isMillions = size != 0 && size.isMultiple(of: 1_000_000)
        return switch self {
        case .english, .german, .dutch: size == 1 ? .one : .other
        case .spanish, .italian: size == 1 ? .one : isMillions ? .many : .other
        case .french: size <= 1 ? .one : isMillions ? .many : .other
        }
    }
}
