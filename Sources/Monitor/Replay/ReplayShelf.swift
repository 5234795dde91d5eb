import Alerting
import FoundationEssentials
import Model

/// What cool-downs hold back during a replay, by group.
///
/// All mentions of a group are due at the same time, as they are in the store after every walk; so a
/// walk between needs but one of them to know when that is.
struct ReplayShelf {
    private struct Group {
        var until: Date
        /// By mention, each with its place in the order in which they came.
        var rows: [MentionID: HeldCandidate] = [:]
    }

    private var groups: [AlertGroup: Group] = [:]

    /// When the next group is due; nil if none is held.
    var nextDue: Date? { groups.values.map(\.until).min() }

    /// What a decision at `now` has to see: what is due, and, of the rules that `isAsked` of one of the
    /// candidates, what these are a new wording of, and one row of every other group.
    func presented(
        with candidates: [AlertCandidate], now: Date, isAsked: (RuleID) -> Bool
    ) -> [HeldCandidate] {
        let edited = Set(candidates.filter { $0.edit != nil }.map(\.mention.id))
        return groups.flatMap { key, group -> [HeldCandidate] in
            if group.until <= now { return Array(group.rows.values) }
            guard isAsked(key.rule) else { return [] }
            var rows = edited.compactMap { group.rows[$0] }
            if rows.isEmpty, let any = group.rows.first?.value { rows.append(any) }
            return rows
        }.sorted { $0.held.mention < $1.held.mention }
    }

    /// Holds a row, or changes when it is due; true if it is new.
    ///
    /// `candidate` is asked for the mention of a new one.
    mutating func hold(_ row: HeldMention, candidate: () -> AlertCandidate?) -> Bool {
        // In place: a copy of a group would cost as much as it holds.
        groups[row.group, default: Group(until: row.until)].until = row.until
        if groups[row.group]?.rows[row.mention] != nil {
            groups[row.group]?.rows[row.mention]?.held = row
            return false
        }
        guard let candidate = candidate() else { return false }
        groups[row.group]?.rows[row.mention] = HeldCandidate(
            held: row, mention: candidate.mention, author: candidate.author,
            siteCount: candidate.siteCount)
        return true
    }

    /// Gives up a row that is settled.
    mutating func release(_ row: HeldMention) {
        groups[row.group]?.rows[row.mention] = nil
        if groups[row.group]?.rows.isEmpty == true { groups[row.group] = nil }
    }

    /// Puts the newer wording of a mention in the place of the one that is held.
    mutating func update(_ mention: Mention) {
        for (key, group) in groups where group.rows[mention.id] != nil {
            groups[key]?.rows[mention.id]?.mention = mention
        }
    }

    /// Says on how many sites the story of a mention stands by now.
    mutating func update(_ mention: MentionID, siteCount: Int) {
        for (key, group) in groups where group.rows[mention] != nil {
            groups[key]?.rows[mention]?.siteCount = siteCount
        }
    }

    /// Gives up the groups that are due at a time.
    mutating func drop(dueAt time: Date) { groups = groups.filter { $0.value.until > time } }
}
