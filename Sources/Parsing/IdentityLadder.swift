import FoundationEssentials
import Model

/// Gives the entries of one document their identities: stable id, else canonical URL, else a digest
/// of the content.
///
/// An id that stands at entries that say different things identifies none of them: they all go one
/// rung down, and so on. Everything depends on the set of entries, never on their order, so that the
/// next poll finds the same identities however the source sorts. Entries that are the same in every
/// respect are one.
struct IdentityLadder {
    private var entries: [Entry]
    private let ownsURL: [Bool]
    private(set) var notes: [String] = []

    /// A ladder for `entries`, whose identities so far mean nothing; `ownsURL` says of each whether
    /// its URL is its own.
    init(entries: consuming [Entry], ownsURL: [Bool]) {
        self.entries = entries
        self.ownsURL = ownsURL
    }

    /// The entries with their identities; each key occurs once.
    mutating func identified() -> [Entry] {
        for index in entries.indices { climb(index, from: .stableID) }
        if allKeysDiffer { return entries }
        demote(.stableID)
        demote(.canonicalURL)
        return withoutRepetitions()
    }

    /// Whether no two entries have the same key: then all keys stand, and nothing is repeated.
    private var allKeysDiffer: Bool {
        var keys: Set<String> = []
        keys.reserveCapacity(entries.count)
        for index in entries.indices where !keys.insert(entries[index].identity.key).inserted {
            return false
        }
        return true
    }

    private mutating func climb(_ index: Int, from rung: EntryIdentity.Rung) {
        let identity: EntryIdentity
        if rung == .stableID, let id = entries[index].id {
            identity = EntryIdentity(rung: .stableID, key: Self.key(id))
        } else if rung != .contentHash, ownsURL[index], let url = entries[index].url {
            identity = EntryIdentity(rung: .canonicalURL, key: Self.key(url))
        } else {
            identity = EntryIdentity(rung: .contentHash, key: Self.contentKey(entries[index]))
        }
        entries[index].identity = identity
    }

    /// Moves the entries on `rung` whose key also stands at an entry that says something else one
    /// rung down.
    private mutating func demote(_ rung: EntryIdentity.Rung) {
        var firstWithKey: [String: Int] = [:]
        var ambiguous: Set<String> = []
        for (index, entry) in entries.enumerated() where isRival(entry, on: rung) {
            let key = entry.identity.key
            if let first = firstWithKey[key] {
                if !Self.isSame(entries[first], entry) { ambiguous.insert(key) }
            } else {
                firstWithKey[key] = index
            }
        }
        if ambiguous.isEmpty { return }
        var count = 0
        for index in entries.indices
        where entries[index].identity.rung == rung
            && ambiguous.contains(entries[index].identity.key)
        {
            climb(index, from: rung == .stableID ? .canonicalURL : .contentHash)
            count += 1
        }
        if count > 0, rung == .stableID {
            notes.append(
                "\(count) entries share their ids with entries that say something else; they are "
                    + "told apart by link or content.")
        }
    }

    /// Whether the key of `entry` can take that of an entry on `rung` from it; a link that is
    /// another entry's id can.
    private func isRival(_ entry: Entry, on rung: EntryIdentity.Rung) -> Bool {
        entry.identity.rung == rung
            || (rung == .canonicalURL && entry.identity.rung == .stableID)
    }

    private mutating func withoutRepetitions() -> [Entry] {
        var kept: [Entry] = []
        var seen: Set<Occurrence> = []
        var counts: [String: Int] = [:]
        var repeated = 0
        kept.reserveCapacity(entries.count)
        for var entry in entries {
            let key = entry.identity.key
            guard seen.insert(Occurrence(entry)).inserted else {
                repeated += 1
                continue
            }
            let count = counts[key, default: 0] + 1
            counts[key] = count
            if count > 1 { entry.identity.key += "#\(count)" }
            kept.append(entry)
        }
        if repeated > 0 {
            notes.append(
                repeated == 1
                    ? "1 entry stands in the document twice and was taken once."
                    : "\(repeated) entries stand in the document more than once and were taken once."
            )
        }
        return kept
    }

    private static func isSame(_ left: Entry, _ right: Entry) -> Bool {
        left.saysTheSame(as: right) && left.url == right.url && left.author == right.author
    }

    private static func key(_ text: String) -> String {
        if text.utf8.count <= 200 { return text }
        var hash = StableHash()
        hash.combine(text)
        return "fnv:" + hash.hexadecimal
    }

    private static func contentKey(_ entry: Entry) -> String {
        var hash = StableHash()
        hash.combine(entry.title)
        hash.combine(entry.text)
        hash.combine(entry.author)
        hash.combine(entry.url)
        hash.combine(entry.rating.map { "\($0.value) of \($0.min) to \($0.max)" })
        return "fnv:" + hash.hexadecimal
    }

    /// What makes an entry a repetition of another: its key, and where only the content is the key,
    /// the dates, which alone can tell whether equal texts without id and link are two.
    private struct Occurrence: Hashable {
        var key: String
        var published: Date?
        var updated: Date?

        init(_ entry: Entry) {
            key = entry.identity.key
            guard entry.identity.rung == .contentHash else { return }
            published = entry.published
            updated = entry.updated
        }
    }
}
