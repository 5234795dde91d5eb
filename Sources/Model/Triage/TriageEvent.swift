public import FoundationEssentials

/// One step in the answering of a mention; events are only ever added.
public struct TriageEvent: Sendable, Hashable {
    /// What was done; stored and shown by these names.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case seen
        case answeredPublicly = "answered-publicly"
        case answeredPrivately = "answered-privately"
        case resolved
        case wontAnswer = "wont-answer"
        case reopened
        /// Somebody was asked to care for it, or nobody is any more.
        case assigned
        /// Something was written down; the state stays.
        case noted

        /// The state that a mention has after it; nil where it stays.
        public var state: Triage.State? { Triage.State(rawValue: rawValue) }
    }

    /// Its number in the store.
    public var id: Int64
    /// The mention that it is about.
    public var mention: MentionID
    /// What was done.
    public var action: Action
    /// When.
    public var at: Date
    /// Who did it, by name; `repute` for what happened by itself.
    public var by: String
    /// What the person wrote to it; of `wontAnswer` the reason, never nil there.
    public var note: String?
    /// Where the answer stands; absolute, `http` or `https`.
    public var url: String?
    /// Of `assigned`: who cares for it from now on; nil for nobody.
    public var assignee: String?

    /// An event.
    public init(
        id: Int64, mention: MentionID, action: Action, at: Date, by: String, note: String? = nil,
        url: String? = nil, assignee: String? = nil
    ) {
        self.id = id
        self.mention = mention
        self.action = action
        self.at = at
        self.by = by
        self.note = note
        self.url = url
        self.assignee = assignee
    }
}
