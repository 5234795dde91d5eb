/// Numbers of a row as words, such as `third`; figures above ten, such as `12th`.
enum Ordinal {
    private static let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ]

    /// The word for a number of 1 or more.
    static func text(_ number: Int) -> String {
        if words.indices.contains(number - 1) { return words[number - 1] }
        let isTeen = (11...13).contains(number % 100)
        let ending =
            switch number % 10 {
            case 1 where !isTeen: "st"
            case 2 where !isTeen: "nd"
            case 3 where !isTeen: "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
