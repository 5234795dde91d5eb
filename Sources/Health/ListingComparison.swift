public import FoundationEssentials
public import Model

/// What a document lists, against what the source listed before: which entries are missing though older
/// ones are still there, so that the end of the list has not passed them by.
///
/// A missing entry is kept in the list, where it would have stood, with the number of complete listings
/// in a row that should have had it. Where the document is in the order of its dates, older means
/// further down, and what is known to be older than all that is still listed is not missed. In a
/// document in no order older means an earlier date, and then an entry is only missed in a list that
/// became shorter, since a full list drops one for each that comes. Linear in both lists.
public struct ListingComparison: Sendable, Hashable {
    /// What the source lists now; to be kept.
    public private(set) var listed: ListedEntries
    /// The keys of entries that have now been missing from as many listings as it takes.
    public private(set) var confirmed: [String] = []
    /// The keys of entries that were confirmed to be missing and are listed again.
    public private(set) var returned: [String] = []

    /// Whether an entry is missing whose absence is still to be confirmed.
    public func hasUnconfirmed(limit: Int) -> Bool {
        listed.items.contains { $0.misses > 0 && $0.misses < limit }
    }

    /// The entries of the list of before that are not in the document.
    public static func missing(from previous: ListedEntries, keys: Set<String>) -> [String] {
        previous.items.lazy.map(\.key).filter { !keys.contains($0) }
    }

    /// Compares `previous` with the `entries` of a document, whose keys are unique.
    ///
    /// `dates` has those of missing entries, as far as known; `limit` is how many complete listings in a
    /// row it takes, 0 for never. A document that is not complete proves nothing: what it lacks stays
    /// listed.
    public init(
        previous: ListedEntries, entries: [Entry], dates: [String: Date], isComplete: Bool,
        limit: Int
    ) {
        let keys = entries.map(\.identity.key)
        let present = Set(keys)
        let positions = Dictionary(
            previous.items.enumerated().map { ($1.key, $0) }
        ) { first, _ in first }
        let order = ListingOrder(of: entries, positions: positions)
        var isMissed: (ListedEntries.Item) -> Bool = { _ in false }
        if isComplete, limit > 0 {
            isMissed = Self.rule(
                order, previous: previous, entries: entries, present: present, dates: dates)
        }
        listed = ListedEntries()
        var attached: [String: [ListedEntries.Item]] = [:]
        var waiting: [ListedEntries.Item] = []
        for var item in previous.items {
            if present.contains(item.key) {
                if limit > 0, item.misses >= limit { returned.append(item.key) }
                if !waiting.isEmpty { attached[item.key] = waiting }
                waiting = []
            } else if !isComplete {
                waiting.append(item)
            } else if isMissed(item) {
                if item.misses + 1 == limit { confirmed.append(item.key) }
                item.misses = min(item.misses + 1, limit)
                waiting.append(item)
            }
        }
        for key in keys {
            listed.items += attached[key] ?? []
            listed.items.append(ListedEntries.Item(key: key))
        }
        listed.items += waiting
    }

    /// The same document once more: what was missing is missing in another listing.
    public init(repeating previous: ListedEntries, limit: Int) {
        listed = previous
        for (index, item) in previous.items.enumerated()
        where item.misses > 0 && item.misses < limit {
            listed.items[index].misses += 1
            if item.misses + 1 == limit { confirmed.append(item.key) }
        }
    }

    /// What tells whether an entry that is not in the document should be in it.
    private static func rule(
        _ order: ListingOrder, previous: ListedEntries, entries: [Entry], present: Set<String>,
        dates: [String: Date]
    ) -> (ListedEntries.Item) -> Bool {
        let known = Dictionary(
            entries.compactMap { entry in entry.listingDate.map { (entry.identity.key, $0) } }
        ) { first, _ in first }
        switch order {
        case .unknown: return { _ in false }
        case .byNothing:
            let oldest = previous.items.lazy.compactMap { known[$0.key] }.min()
            let isShorter = entries.count < previous.items.count
            return { item in
                guard isShorter, let oldest, let date = dates[item.key] else { return false }
                return date > oldest
            }
        case .newestFirst, .oldestFirst:
            var missed: Set<String> = []
            var hasOlder = false
            var oldest: Date?
            let upwards = order == .newestFirst ? previous.items.reversed() : previous.items
            for item in upwards {
                guard !present.contains(item.key) else {
                    hasOlder = true
                    if let date = known[item.key] { oldest = min(date, oldest ?? date) }
                    continue
                }
                guard hasOlder else { continue }
                if let oldest, let date = dates[item.key], date < oldest { continue }
                missed.insert(item.key)
            }
            return { missed.contains($0.key) }
        }
    }
}
