public import FoundationEssentials
public import Model

/// How far the answering of mentions has come: the events of it, and what waits.
public protocol TriageStore: Sendable {
    /// Adds one event to each of `mentions`, in one transaction; tells of each whether it was added.
    ///
    /// Refused is what changes nothing or is no step from where the mention stands
    /// (`TriageReceipt.Refusal.Reason`); the others go ahead all the same. A number that is given twice
    /// counts once. With `isTrial` nothing is stored, and the answer is the same.
    func triage(_ mentions: [MentionID], by change: TriageChange, isTrial: Bool)
        async throws(StorageError) -> TriageReceipt

    /// The events of a mention, oldest first.
    func triageEvents(of mention: MentionID) async throws(StorageError) -> [TriageEvent]

    /// How many stored mentions of each label stand in each state; from a rollup.
    ///
    /// Nil brands: all mentions, each counted once. Several brands: a mention counts once for each of
    /// them that it is about.
    func triageCounts(brands: [BrandID]?) async throws(StorageError) -> TriageCounts

    /// What waits for an answer, the oldest first, by the date that it counts for.
    ///
    /// Without an `assignee`: what is open and negative, or was seen or reopened by somebody; with one,
    /// all that is open and theirs (ASCII letters match in either case). Nil brands: whomever it is
    /// about.
    func waiting(brands: [BrandID]?, assignee: String?, page: Page)
        async throws(StorageError) -> PageOf<Mention>

    /// The numbers of the stored mentions that are meant, ascending, each once.
    ///
    /// - Throws: `.badQuery` where there are more than `limit`.
    func select(_ selection: MentionSelection, limit: Int)
        async throws(StorageError) -> SelectedMentions
}

/// What is to be done to mentions in one go.
public struct TriageChange: Sendable, Hashable {
    /// What is done.
    public var action: TriageEvent.Action
    /// When it was done.
    public var at: Date
    /// Who did it, by name.
    public var by: String
    /// What the person wrote to it; of `wontAnswer` the reason.
    public var note: String?
    /// Where the answer stands; absolute, `http` or `https`.
    public var url: String?
    /// Of `assigned`: who cares for it from now on; nil for nobody.
    public var assignee: String?

    /// A change.
    public init(
        action: TriageEvent.Action, at: Date, by: String, note: String? = nil, url: String? = nil,
        assignee: String? = nil
    ) {
        self.action = action
        self.at = at
        self.by = by
        self.note = note
        self.url = url
        self.assignee = assignee
    }
}

/// What came of a change.
public struct TriageReceipt: Sendable, Hashable {
    /// A mention that got the event.
    public struct Change: Sendable, Hashable {
        /// Which.
        public var mention: MentionID
        /// How it stood.
        public var before: Triage.State
        /// How it stands now; the same after a note or an assignment.
        public var after: Triage.State

        /// A change of `mention`.
        public init(mention: MentionID, before: Triage.State, after: Triage.State) {
            self.mention = mention
            self.before = before
            self.after = after
        }
    }

    /// A mention that did not get the event.
    public struct Refusal: Sendable, Hashable {
        /// Why not; shown by these names.
        public enum Reason: String, Sendable, Hashable, CaseIterable {
            /// No such mention is stored.
            case unknown
            /// It is so already.
            case already
            /// It waits no more: it has to be reopened first.
            case closed
            /// It waits: there is nothing to reopen.
            case open
            /// It was reopened although the source shows a reply: an answer closes it, a look does not.
            case needsAnswer = "needs-answer"
        }

        /// Which.
        public var mention: MentionID
        /// Why it did not get the event.
        public var reason: Reason
        /// How it stands; nil where it is unknown.
        public var state: Triage.State?

        /// A refusal for `mention`.
        public init(mention: MentionID, reason: Reason, state: Triage.State?) {
            self.mention = mention
            self.reason = reason
            self.state = state
        }
    }

    /// What was done, in the order of the question.
    public var changed: [Change]
    /// What was not done, in the order of the question.
    public var refused: [Refusal]

    /// A receipt.
    public init(changed: [Change] = [], refused: [Refusal] = []) {
        self.changed = changed
        self.refused = refused
    }
}

/// How many mentions stand in each state.
public struct TriageCounts: Sendable, Hashable {
    private var counts: [Sentiment.Label: [Triage.State: Int]] = [:]

    /// No mentions at all.
    public init() {}

    /// How many mentions of a label stand in a state.
    public subscript(label: Sentiment.Label, state: Triage.State) -> Int {
        get { counts[label]?[state] ?? 0 }
        set { counts[label, default: [:]][state] = newValue }
    }

    /// How many mentions of any label stand in a state.
    public subscript(state: Triage.State) -> Int {
        counts.values.reduce(0) { $0 + ($1[state] ?? 0) }
    }

    /// How many negative mentions wait for an answer.
    public var openComplaints: Int {
        Triage.State.allCases.filter(\.isOpen).reduce(0) { $0 + self[.negative, $1] }
    }
}

/// Which mentions are meant, all of them.
public struct MentionSelection: Sendable, Hashable {
    /// How they are named.
    public enum Choice: Sendable, Hashable {
        /// By their numbers; a range may hold many that are not stored.
        case numbers([ClosedRange<MentionID>])
        /// By what they are.
        case filter(MentionFilter)
    }

    /// How they are named.
    public var choice: Choice
    /// Whether all mentions that tell the same story with one of them are meant too.
    public var withStories: Bool

    /// A selection.
    public init(_ choice: Choice, withStories: Bool = false) {
        self.choice = choice
        self.withStories = withStories
    }
}

/// The mentions that a selection means.
public struct SelectedMentions: Sendable, Hashable {
    /// Their numbers, ascending, each once; all are stored.
    public var mentions: [MentionID]
    /// The ranges, in the order of the question, in which no mention is stored.
    public var missing: [ClosedRange<MentionID>]

    /// Selected mentions.
    public init(mentions: [MentionID] = [], missing: [ClosedRange<MentionID>] = []) {
        self.mentions = mentions
        self.missing = missing
    }
}
