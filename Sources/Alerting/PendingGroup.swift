import FoundationEssentials
import Model

/// A mention that is to be told, now or after a cool-down.
struct PendingMention {
    var mention: Mention
    /// The verdict before the edit that made it match.
    var editedFrom: Sentiment.Label?
    /// The row that held it until now.
    var held: HeldMention?
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
        pending[place].mention = new.mention
        pending[place].editedFrom = new.editedFrom ?? pending[place].editedFrom
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
        add(PendingMention(mention: row.mention, held: row.held), to: row.held.group)
    }

    mutating func add(_ candidate: AlertCandidate, to group: AlertGroup) {
        add(
            PendingMention(mention: candidate.mention, editedFrom: candidate.edit?.label),
            to: group)
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
