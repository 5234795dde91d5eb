/// The fields of the query language.
enum QueryField: String, CaseIterable {
    case title
    case author
    case site
    case language = "lang"
    case rating
    case raw

    /// The text that the terms after the field are looked for in; nil for fields that take one value.
    var scope: QueryTerm.Scope? {
        switch self {
        case .title: .title
        case .author: .author
        default: nil
        }
    }

    /// The field that the writer of an unknown name probably meant.
    static func meant(by name: String) -> QueryField? {
        let synonyms: [String: QueryField] = [
            "headline": .title, "subject": .title, "by": .author, "from": .author,
            "user": .author, "name": .author, "host": .site, "domain": .site, "url": .site,
            "link": .site, "website": .site, "language": .language, "locale": .language,
            "stars": .rating, "star": .rating, "score": .rating, "exact": .raw, "case": .raw,
        ]
        if let field = synonyms[name] { return field }
        let near = allCases.map { (field: $0, distance: distance(name, $0.rawValue)) }
            .min { $0.distance < $1.distance }
        guard let near, near.distance <= (name.count > 3 ? 2 : 1) else { return nil }
        return near.field
    }

    /// How many letters must be changed, added, left out or swapped (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.utf8.prefix(32)), Array(right.utf8))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                let change = rows[i][j] + (a[i] == b[j] ? 0 : 1)
                var best = min(change, rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, rows[i - 1][j - 1] + 1)
                }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
