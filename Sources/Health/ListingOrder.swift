import FoundationEssentials
import Model

/// In what order a source lists its entries, as far as one document and the list of before tell.
enum ListingOrder {
    case newestFirst
    case oldestFirst
    /// The dates do not follow the positions.
    case byNothing
    /// There are no dates, and known entries changed places.
    case unknown

    /// Reads the order off the dates of a document; where there are none, newest first is taken for
    /// granted unless the entries that `positions` knows from before changed places.
    init(of entries: [Entry], positions: [String: Int]) {
        var (falling, rising) = (0, 0)
        var last: Date?
        for date in entries.lazy.compactMap(\.listingDate) {
            if let last, date < last { falling += 1 }
            if let last, date > last { rising += 1 }
            last = date
        }
        if falling + rising > 0 {
            self =
                falling >= 9 * rising
                ? .newestFirst : rising >= 9 * falling ? .oldestFirst : .byNothing
            return
        }
        var (kept, swapped) = (0, 0)
        var before: Int?
        for position in entries.lazy.compactMap({ positions[$0.identity.key] }) {
            if let before, position > before { kept += 1 }
            if let before, position < before { swapped += 1 }
            before = position
        }
        self = kept >= 9 * swapped ? .newestFirst : .unknown
    }
}

extension Entry {
    /// The date that a list is sorted by.
    var listingDate: Date? { published ?? updated }
}
