import FoundationEssentials
import Model

/// A mention that is to be told, now or after a cool-down.
struct PendingMention {
    var facts: MentionFacts
    /// The verdict before the edit that made it match.
    var editedFrom: AlertCandidate.Edit?
    /// Set where it is told because its story has spread.
    var spread: AlertCandidate.Story?
    /// The row that held it until now.
    var held: HeldMention?

    var mention: Mention { facts.mention }
}

extension PendingMention {
    init(_ candidate: AlertCandidate) {
        self.init(
            facts: candidate.facts, editedFrom: candidate.edit,
            spread: candidate.story?.step == nil ? nil : candidate.story)
    }
}

/// The mentions that one rule has to tell of one brand.
struct PendingGroup {
    let group: AlertGroup
    /// In the order in which they came, none twice.
    private(set) var pending: [PendingMention] = []
    private var places: [MentionID: Int] = [:]

    init(group: AlertGroup) { self.group = group }

    /// Adds a mention; one that is held already keeps its row and takes the newer version.
    mutating func add(_ new: PendingMention) {
        guard let place = places[new.mention.id] else {
            places[new.mention.id] = pending.count
            pending.append(new)
            return
        }
        var facts = new.facts
        facts.author = facts.author ?? pending[place].facts.author
        facts.siteCount = max(facts.siteCount, pending[place].facts.siteCount)
        pending[place].facts = facts
        pending[place].editedFrom = new.editedFrom ?? pending[place].editedFrom
    }

    /// Takes out the row that holds a mention; nil where none does.
    mutating func release(_ mention: MentionID) -> HeldMention? {
        guard let place = places[mention], let row = pending[place].held else { return nil }
        pending.remove(at: place)
        places = Dictionary(
            uniqueKeysWithValues: pending.enumerated().map { ($0.element.mention.id, $0.offset) })
        return row
    }

    /// When the first of the held ones was to be presented again.
    var heldUntil: Date? { pending.compactMap(\.held?.until).min() }

    /// By the time they count for, then by their number.
    var oldestFirst: [PendingMention] {
        pending.sorted {
            ($0.mention.occurredAt, $0.mention.id) < ($1.mention.occurredAt, $1.mention.id)
        }
    }
}

/// The groups of one rule, in the order in which they were first met.
struct PendingGroups {
    private(set) var inOrder: [PendingGroup] = []
    private var places: [AlertGroup: Int] = [:]

    mutating func add(_ row: HeldCandidate) {
        let facts = MentionFacts(row.mention, author: row.author, siteCount: row.siteCount)
        add(PendingMention(facts: facts, held: row.held), to: row.held.group)
    }

    mutating func add(_ candidate: AlertCandidate, to group: AlertGroup) {
        add(PendingMention(candidate), to: group)
    }

    /// Takes out the rows that hold a mention, of whatever brand.
    mutating func release(_ mention: MentionID) -> [HeldMention] {
        var rows: [HeldMention] = []
        for place in inOrder.indices {
            if let row = inOrder[place].release(mention) { rows.append(row) }
        }
        return rows
    }

    private mutating func add(_ pending: PendingMention, to group: AlertGroup) {
        let place = places[group] ?? inOrder.count
        if place == inOrder.count {
            places[group] = place
            inOrder.append(PendingGroup(group: group))
        }
        inOrder[place].add(pending)
    }
}
