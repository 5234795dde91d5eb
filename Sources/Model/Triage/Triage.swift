public import FoundationEssentials

/// How far the answering of a mention has come, and who cares for it.
public struct Triage: Sendable, Hashable {
    /// How a mention stands; stored and shown by these names.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Nobody has looked at it.
        case new
        /// Somebody has looked at it; it still waits for its answer.
        case seen
        /// Answered where everybody can read it: a person says so, or the source shows a reply.
        case answeredPublicly = "answered-publicly"
        /// Answered to its author alone.
        case answeredPrivately = "answered-privately"
        /// Nothing is left to do.
        case resolved
        /// It gets no answer, for a reason that the person gave.
        case wontAnswer = "wont-answer"
        /// Waits again after it was closed, a reply that the source shows notwithstanding.
        case reopened

        /// Whether a mention in this state still waits for an answer.
        public var isOpen: Bool {
            switch self {
            case .new, .seen, .reopened: true
            case .answeredPublicly, .answeredPrivately, .resolved, .wontAnswer: false
            }
        }
    }

    /// How it stands by the last word of a person; a reply that the source shows is not counted.
    public var state: State
    /// Who cares for it, by the name that the person gave; nil while nobody does.
    public var assignee: String?
    /// When a person first said that it was answered, kept when it is reopened; nil if nobody did.
    public var answeredAt: Date?

    /// A new mention unless told.
    public init(state: State = .new, assignee: String? = nil, answeredAt: Date? = nil) {
        self.state = state
        self.assignee = assignee
        self.answeredAt = answeredAt
    }
}

extension Mention {
    /// How it stands: by the word of a person, else by the reply that the source shows.
    public var triageState: Triage.State {
        switch triage.state {
        case .new, .seen: entry.ownerReply == nil ? triage.state : .answeredPublicly
        case let state: state
        }
    }

    /// Whether it still waits for an answer.
    public var isOpen: Bool { triageState.isOpen }

    /// When it was first answered, publicly or privately, as far as that is known; never before it
    /// occurred.
    public var answeredAt: Date? {
        [triage.answeredAt, entry.ownerReply?.date].compactMap { $0 }.min()
            .map { max($0, occurredAt) }
    }
}
