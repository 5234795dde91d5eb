import Alerting
import FoundationEssentials
import Model
import Storage

/// What was seen at one moment of the past.
struct ReplayBatch {
    /// One wording of a mention that was seen.
    struct Sighting {
        /// The mention as it was then.
        var mention: Mention
        /// Set for a later wording.
        var edit: Edit?
        /// False for what came with the first poll of a source.
        var isNews: Bool
        /// What its author had written before.
        var author: AuthorHistory?
    }

    /// What is special to a later wording.
    struct Edit {
        /// The wording that was decided on before.
        var before: AlertCandidate.Edit
        /// The mention in the wording that it replaced.
        var former: Mention
        /// Whether rules are asked again, as they are where it is negative or worse than it was.
        var isDecided: Bool
    }

    /// When it was seen.
    var at: Date
    /// How many mentions were seen first, those included that no rule has a word on.
    var arrivals: Int
    /// What a rule may have a word on, in the order of their numbers.
    var sightings: [Sighting]
}

/// Puts mentions and their later wordings into the order in which they were seen.
struct ReplayTimeline {
    private let rules: ReplayRules
    /// Mentions of pages that were added, from `place` on, still to be seen first.
    private var coming: [PastArrival] = []
    private var place = 0
    /// Later wordings of mentions that have been added, the first to be seen on top.
    private var edits = ReplayHeap<ComingEdit>()
    /// A clock that was set back meanwhile stands still instead.
    private var time = Date.distantPast

    /// As many mentions as the daemon decides on at once, so that an import of a million at one moment
    /// needs no more memory than a poll.
    private static let batchLimit = 500

    init(rules: ReplayRules) { self.rules = rules }

    /// Adds mentions, in the order of their numbers.
    mutating func add(_ page: [PastArrival]) {
        coming.removeFirst(place)
        place = 0
        coming += page
        for arrival in page {
            if let past = arrival.past, !past.versions.isEmpty { addEdits(of: past) }
        }
    }

    /// What was seen next; nil where that is on a page still to be added, or at the end.
    mutating func next(isComplete: Bool) -> ReplayBatch? {
        guard let moment = nextMoment, isComplete || !reachesEnd(moment) else { return nil }
        let at = max(time, moment)
        time = at
        var sightings: [ReplayBatch.Sighting] = []
        while let edit = edits.first, edit.at <= at {
            edits.removeFirst()
            sightings.append(edit.sighting)
        }
        let edited = sightings.count
        let start = place
        while place < coming.count, coming[place].firstSeen == moment,
            edited + place - start < Self.batchLimit
        {
            if let past = coming[place].past { sightings.append(.init(firstOf: past)) }
            place += 1
        }
        if edited > 0 { sightings.sort { $0.mention.id < $1.mention.id } }
        return ReplayBatch(at: at, arrivals: place - start, sightings: sightings)
    }

    private var nextMoment: Date? {
        let mention = place < coming.count ? coming[place].firstSeen : nil
        guard let edit = edits.first?.at else { return mention }
        return mention.map { min($0, edit) } ?? edit
    }

    /// Whether mentions of the next page may have been seen at that moment too.
    private func reachesEnd(_ moment: Date) -> Bool {
        guard let last = coming.last?.firstSeen, place < coming.count else { return true }
        return coming.count - place < Self.batchLimit && last <= max(time, moment)
    }

    /// Keeps the later wordings, unless no rule could have a word on any of them.
    private mutating func addEdits(of past: PastMention) {
        let wordings = (0...past.versions.count).map { Mention(past, wording: $0) }
        guard wordings.contains(where: { rules.mayMatch($0, author: past.author) }) else { return }
        var decided = 0
        for index in 1..<wordings.count {
            let (before, after) = (wordings[index - 1].sentiment, wordings[index].sentiment)
            let isDecided = after.label == .negative || after.score < before.score
            let edit = ReplayBatch.Edit(
                before: AlertCandidate.Edit(past.versions[decided], of: wordings[index]),
                former: wordings[index - 1],
                isDecided: isDecided)
            edits.insert(
                ComingEdit(
                    at: past.versions[index - 1].replacedAt,
                    sighting: ReplayBatch.Sighting(
                        mention: wordings[index], edit: edit, isNews: true, author: past.author)))
            if isDecided { decided = min(index, past.versions.count - 1) }
        }
    }
}

extension ReplayBatch.Sighting {
    /// A mention as it was seen first.
    init(firstOf past: PastMention) {
        self.init(
            mention: Mention(past, wording: 0), edit: nil, isNews: past.isNews, author: past.author)
    }
}

extension Mention {
    /// The mention in one of its wordings, 0 for the first; what is not kept of earlier wordings is as
    /// it is now.
    fileprivate init(_ past: PastMention, wording: Int) {
        self = past.mention
        guard wording < past.versions.count else { return }
        let version = past.versions[wording]
        entry.title = version.title
        entry.text = version.text
        entry.rating = version.rating
        sentiment.score = version.score
        sentiment.label = version.label
        self.version = version.version
    }
}

/// A later wording that is still to be seen.
private struct ComingEdit: Comparable {
    let at: Date
    let sighting: ReplayBatch.Sighting

    static func == (left: Self, right: Self) -> Bool { left.key == right.key }

    static func < (left: Self, right: Self) -> Bool { left.key < right.key }

    private var key: (Date, MentionID, Int) {
        (at, sighting.mention.id, sighting.mention.version)
    }
}
