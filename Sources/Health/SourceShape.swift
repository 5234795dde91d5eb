public import Model

/// Which fields the entries of a source's documents have, and what was odd about the last one; kept as
/// one number, `SourceState.shape`.
///
/// From the lowest bit: four flags, ten bits for the number of entries (at most 1023), and seven for each
/// field in the order of `Field.allCases`: 63 bits. A field's number is its share in per cent; of one
/// that was expected and is lost, 21 more than the share that it had. The number 0 is that of a source
/// of which no document was read.
public struct SourceShape: Sendable, Hashable {
    /// A field whose loss says that the document is read wrongly.
    public enum Field: Int, Sendable, Hashable, CaseIterable {
        case id
        case title
        case text
        case rating
        case author
        case date
        case url

        /// As the object of a sentence.
        var phrase: String {
            switch self {
            case .id: "an id"
            case .title: "a title"
            case .text: "a text"
            case .rating: "a rating"
            case .author: "an author"
            case .date: "a date"
            case .url: "a link"
            }
        }

        func isIn(_ entry: Entry) -> Bool {
            switch self {
            case .id: entry.id != nil
            case .title: entry.title != nil
            case .text: entry.text != nil
            case .rating: entry.rating != nil
            case .author: entry.author != nil
            case .date: entry.published != nil || entry.updated != nil
            case .url: entry.url != nil
            }
        }
    }

    /// Entries that the shares were taken of, at most 1023.
    public private(set) var entryCount: Int
    /// How many of a hundred entries had each field; 101 to 121 for those that are lost.
    private var marks: [Int]
    /// Whether the last document had no entries.
    public var isEmpty = false
    /// Whether a document without entries was followed by one with some, or was the first, so that it
    /// says nothing.
    public var mayBeEmpty = false
    /// Whether an entry is missing whose absence is still to be confirmed.
    public var hasMissing = false
    /// Whether the last document listed known entries under new ids.
    public var isChurning = false

    /// Fewer entries than this say nothing about fields.
    public static let leastEntries = 5
    /// A field that so many of a hundred entries had is expected.
    public static let expectedShare = 80

    /// The shape of a document of these entries.
    public init(of entries: [Entry]) {
        var counts = Field.allCases.map { _ in 0 }
        for entry in entries {
            for field in Field.allCases where field.isIn(entry) { counts[field.rawValue] += 1 }
        }
        let total = max(entries.count, 1)
        entryCount = min(entries.count, 1023)
        // A share is 0 only if not one entry has the field.
        marks = counts.map { $0 == 0 ? 0 : max((200 * $0 + total) / (2 * total), 1) }
    }

    /// The shape that a number stands for.
    public init(code: Int) {
        isEmpty = code & 1 != 0
        mayBeEmpty = code & 2 != 0
        hasMissing = code & 4 != 0
        isChurning = code & 8 != 0
        entryCount = code >> 4 & 1023
        marks = Field.allCases.map { min(code >> (14 + 7 * $0.rawValue) & 127, 121) }
    }

    /// The number that stands for this shape.
    public var code: Int {
        let flags = [isEmpty, mayBeEmpty, hasMissing, isChurning]
        let bits = flags.enumerated().reduce(0) { $0 | ($1.element ? 1 << $1.offset : 0) }
        return marks.enumerated().reduce(bits | entryCount << 4) {
            $0 | $1.element << (14 + 7 * $1.offset)
        }
    }

    /// The fields that entries were expected to have and that none of `other` has; empty where one of
    /// the two has too few entries to tell.
    public func lost(in other: SourceShape) -> [Field] {
        guard other.entryCount >= Self.leastEntries else { return [] }
        return expected.filter { other.marks[$0.rawValue] == 0 }
    }

    /// The fields that the last document lacked though its entries always had them.
    public var lostFields: [Field] { Field.allCases.filter { marks[$0.rawValue] > 100 } }

    /// The fields that not one entry of the last document had, nor was expected to have; none where that had too
    /// few entries to tell.
    public var absentFields: [Field] {
        guard entryCount >= Self.leastEntries else { return [] }
        return Field.allCases.filter { marks[$0.rawValue] == 0 }
    }

    /// Remembers what is lost; what was lost before and is not in `fields` is there again.
    mutating func mark(lost fields: [Field]) {
        for field in Field.allCases {
            marks[field.rawValue] = share(field) + (fields.contains(field) ? Self.lostMark : 0)
        }
    }

    /// Whether what was lost is in `other` again, however few entries that has.
    func isMended(by other: SourceShape) -> Bool {
        lostFields.allSatisfy { other.marks[$0.rawValue] > 0 }
    }

    /// What is lost, as a clause: "no entry has a rating any more (18 of 20 had one)".
    var loss: String {
        let parts = lostFields.enumerated().map { index, field in
            let had = "\(howMany(field)) had one"
            if index > 0 { return "none has \(field.phrase) (\(had))" }
            return "no entry has \(field.phrase) any more (\(had))"
        }
        return HealthWording.list(parts)
    }

    private var expected: [Field] {
        guard entryCount >= Self.leastEntries else { return [] }
        return Field.allCases.filter { share($0) >= Self.expectedShare }
    }

    private static let lostMark = 21

    private func share(_ field: Field) -> Int {
        let mark = marks[field.rawValue]
        return mark > 100 ? mark - Self.lostMark : mark
    }

    /// Exact up to a hundred entries, beyond that in per cent.
    private func howMany(_ field: Field) -> String {
        let share = share(field)
        guard entryCount <= 100 else { return "\(share) % of them" }
        return "\((share * entryCount + 50) / 100) of \(entryCount)"
    }

    /// This shape with what later documents are judged by taken from `other`, unless that has too few
    /// entries to replace it.
    func learning(from other: SourceShape) -> SourceShape {
        var shape = self
        shape.mark(lost: [])
        if other.entryCount >= Self.leastEntries || entryCount < Self.leastEntries {
            shape.entryCount = other.entryCount
            shape.marks = other.marks
        }
        return shape
    }
}
