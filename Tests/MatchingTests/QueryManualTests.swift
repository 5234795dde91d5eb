import Foundation
import Testing

@testable import Matching

/// The rows of the tables of `docs/queries.md` that have `columns` columns, without code marks.
private func rows(columns: Int) throws -> [[String]] {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let manual = try String(contentsOf: root.appending(path: "docs/queries.md"), encoding: .utf8)
    return manual.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap { line in
        let cells = line.dropFirst().dropLast().components(separatedBy: "|").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return cells.count == columns ? cells : nil
    }
}

/// What stands between code marks.
private func code(_ cell: String) -> [String] {
    cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
}

struct `The manual of queries` {
    @Test func `gives examples that are true`() throws {
        let examples = try rows(columns: 3)
        #expect(examples.count > 15)
        for example in examples {
            let query = try BrandQuery(parsing: try #require(code(example[0]).first))
            for text in example[1].components(separatedBy: ", ") {
                #expect(query.matchedTerms(in: subject(text)) != nil, "\(query.text): \(text)")
            }
            #expect(
                query.matchedTerms(in: subject(example[2])) == nil, "\(query.text): \(example[2])")
        }
    }

    @Test func `gives parentheses that mean the same`() throws {
        let pairs = try rows(columns: 2).map { ($0, code($0[0]) + code($0[1])) }
            .filter { $0.0[1].hasPrefix("`(") || $0.0[1].hasPrefix("`a1") }
        #expect(pairs.count == 4)
        for (_, queries) in pairs {
            let (short, long) = (
                try BrandQuery(parsing: queries[0]), try BrandQuery(parsing: queries[1])
            )
            #expect(short.node == long.node, "\(short.text)")
        }
    }

    @Test func `names fields and values that can be written`() throws {
        let fields = try rows(columns: 2).map { code($0[0]) }
            .filter { $0.first?.contains(":") == true }
        #expect(fields.count == 6)
        for query in fields.joined() where !query.contains("…") {
            #expect(throws: Never.self, "\(query)") { try BrandQuery(parsing: query) }
        }
    }
}
