public import FoundationEssentials
public import Model

/// Finds known entries that come under new identities, as after a move to another shop system that
/// numbers its reviews anew.
public struct IdentityChurn: Sendable, Hashable {
    /// An entry as it is compared.
    public struct Writing: Sendable, Hashable {
        /// The key of its identity.
        public var key: String
        /// The digest of its wording.
        public var digest: String
        /// Who wrote it; nil if not known.
        public var author: String?
        /// When it was written; nil if not known.
        public var date: Date?

        /// A writing.
        public init(key: String, digest: String, author: String?, date: Date?) {
            self.key = key
            self.digest = digest
            self.author = author
            self.date = date
        }
    }

    /// The former key of each new one, one to one.
    public private(set) var formerKeys: [String: String] = [:]
    /// How many entries were unknown.
    public let unknownCount: Int

    /// A text of fewer letters says nothing about who wrote it.
    public static let leastLetters = 20

    /// Compares `unknown` entries of a document, each with whether its wording is telling, with `former`
    /// ones, which are stored, are of the same wordings, and are in the document no more.
    ///
    /// An entry is a known one if the wording is the same, and either it is telling and no two authors
    /// speak against it, or author and date are the same too. Linear in both lists.
    public init(unknown: [(writing: Writing, isTelling: Bool)], former: [Writing]) {
        unknownCount = unknown.count
        var byAuthor: [Trait: [Int]] = [:]
        var byDate: [Trait: [Int]] = [:]
        var byWording: [String: [Int]] = [:]
        for (index, writing) in former.enumerated().reversed() {
            byAuthor[Trait(writing, dated: false), default: []].append(index)
            byDate[Trait(writing, dated: true), default: []].append(index)
            byWording[writing.digest, default: []].append(index)
        }
        var isTaken = former.map { _ in false }
        /// The first of a list that is free; those that are not are not looked at again.
        func take<Key: Hashable>(_ key: Key, from lists: inout [Key: [Int]]) -> Int? {
            while let index = lists[key]?.popLast() {
                if !isTaken[index] { return index }
            }
            return nil
        }
        for (writing, isTelling) in unknown {
            var found: Int?
            if writing.author != nil, writing.date != nil {
                found = take(Trait(writing, dated: true), from: &byDate)
            }
            if isTelling, found == nil {
                var anonymous = writing
                anonymous.author = nil
                found =
                    writing.author == nil
                    ? take(writing.digest, from: &byWording)
                    : take(Trait(writing, dated: false), from: &byAuthor)
                        ?? take(Trait(anonymous, dated: false), from: &byAuthor)
            }
            guard let found else { continue }
            isTaken[found] = true
            formerKeys[writing.key] = former[found].key
        }
    }

    /// Whether so many of the unknown entries are known ones that the identities can't be trusted: two or
    /// more, and at least half.
    public var isChurn: Bool { formerKeys.count >= 2 && 2 * formerKeys.count >= unknownCount }

    /// Whether the wording of an entry has enough letters to be somebody's.
    public static func isTelling(_ entry: Entry) -> Bool {
        var letters = 0
        for text in [entry.title, entry.text] {
            guard let text else { continue }
            for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
                letters += 1
                if letters >= leastLetters { return true }
            }
        }
        return false
    }

    /// What the owner reads of it, where `heldBack` entries are not alerted on though they may be new.
    public func notice(heldBack: Int, wording: HealthWording) -> HealthNotice {
        let known = HealthWording.count(formerKeys.count, "known entry", "known entries")
        let held =
            heldBack == 0
            ? ""
            : " \(HealthWording.count(heldBack, "other new entry", "other new entries")) "
                + "without a date after the last reading \(heldBack == 1 ? "is" : "are") stored "
                + "without an alert."
        return HealthNotice(
            kind: .churn,
            detail:
                "\(wording.name) lists \(known) under new ids. They were recognized by their wording "
                + "and are not told again.\(held) Nothing needs to be done, unless this happens "
                + "often: then look for a feed of it with ids that stay.")
    }

    private struct Trait: Hashable {
        let digest: String
        let author: String?
        let date: Date?

        init(_ writing: Writing, dated: Bool) {
            digest = writing.digest
            author = writing.author
            date = dated ? writing.date : nil
        }
    }
}
