/// What a column of an imported table holds.
public enum TableField: String, Sendable, Hashable, CaseIterable {
    case id
    case date
    case author
    case rating
    case title
    case text
    case url
    case language
    case reply
}

/// Which column of a table holds what.
public struct ColumnMapping: Sendable, Hashable {
    /// The places of the columns, from 0.
    public private(set) var columns: [TableField: Int]

    /// What the names of the columns tell, in English, German, French, Spanish, Italian, Dutch and
    /// Portuguese; every column is taken once.
    public init(guessing names: [String]) {
        columns = [:]
        let folded = names.map(FoldedName.init)
        var free = Set(names.indices)
        for match in ColumnNames.exact + ColumnNames.telling {
            guard columns[match.field] == nil else { continue }
            let place = match.words.lazy.compactMap { word in
                folded.indices.first {
                    free.contains($0)
                        && (match.isWhole ? folded[$0].text == word : folded[$0].has(word))
                }
            }.first
            guard let place else { continue }
            columns[match.field] = place
            free.remove(place)
        }
    }

    /// Sets the column that holds a field; one that held another field no longer does.
    public mutating func set(_ field: TableField, to column: Int) {
        for (other, place) in columns where place == column { columns[other] = nil }
        columns[field] = column
    }

    /// Takes a field to be in no column.
    public mutating func remove(_ field: TableField) { columns[field] = nil }

    /// The place of the column with this name: as written, else without regard to case and accents;
    /// nil where there is none.
    public static func place(of name: String, among names: [String]) -> Int? {
        names.firstIndex(of: name)
            ?? names.firstIndex { FoldedName($0).text == FoldedName(name).text }
    }

    /// Whether there is anything to make entries of.
    public var isUsable: Bool {
        columns[.text] != nil || columns[.rating] != nil || columns[.title] != nil
    }
}

/// The name of a column in small letters without accents, words parted by single spaces.
struct FoldedName: Hashable {
    let text: String

    init(_ name: String) {
        var words = ""
        var wasLower = false
        for scalar in name.unicodeScalars.prefix(200) {
            let isUpper = ("A"..."Z").contains(scalar)
            if isUpper, wasLower { words += " " }
            wasLower = ("a"..."z").contains(scalar)
            let letter = Character(scalar).lowercased()
            if let plain = Self.plain[letter] {
                words += plain
            } else if letter.unicodeScalars.first?.properties.isAlphabetic == true
                || ("0"..."9").contains(scalar)
            {
                words += letter
            } else if scalar.properties.generalCategory != .nonspacingMark {
                words += " "
            }
        }
        text = words.split(separator: " ").joined(separator: " ")
    }

    /// Whether `words` stand in the name as whole words.
    func has(_ words: String) -> Bool { " \(text) ".contains(" \(words) ") }

    private static let plain: [String: String] = [
        "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "å": "a", "é": "e", "è": "e", "ê": "e",
        "ë": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ö": "o", "ó": "o", "ò": "o", "ô": "o",
        "õ": "o", "ü": "u", "ú": "u", "ù": "u", "û": "u", "ñ": "n", "ç": "c", "ß": "ss",
    ]
}
