public import Model

/// The answering of mentions in words.
public enum TriageWords {
    /// How a mention stands, as in “it is …”.
    public static func state(_ state: Triage.State) -> String {
        switch state {
        case .new: "new"
        case .seen: "seen"
        case .answeredPublicly: "answered publicly"
        case .answeredPrivately: "answered privately"
        case .resolved: "resolved"
        case .wontAnswer: "closed without an answer"
        case .reopened: "reopened"
        }
    }

    /// What a step does, as a request.
    public static func request(_ action: TriageEvent.Action) -> String {
        switch action {
        case .seen: "Acknowledge"
        case .answeredPublicly: "Mark as answered publicly"
        case .answeredPrivately: "Mark as answered privately"
        case .resolved: "Resolve"
        case .wontAnswer: "Close without an answer"
        case .reopened: "Reopen"
        case .assigned: "Assign"
        case .noted: "Note this on"
        }
    }

    /// What a step did, in a history.
    static func deed(_ event: TriageEvent) -> String {
        switch event.action {
        case .seen: "seen"
        case .answeredPublicly: "answered publicly"
        case .answeredPrivately: "answered privately"
        case .resolved: "resolved"
        case .wontAnswer: "closed without an answer"
        case .reopened: "reopened"
        case .assigned: event.assignee.map { "assigned to \($0)" } ?? "assigned to nobody"
        case .noted: "note"
        }
    }

    /// What the colour of a state is to say; nil for none.
    static func meaning(_ state: Triage.State) -> TerminalStyle.Meaning? {
        switch state {
        case .new, .seen: nil
        case .reopened: .warning
        case .answeredPublicly, .answeredPrivately, .resolved: .positive
        case .wontAnswer: .faint
        }
    }

    /// How a mention stands, and by whose word where that is the source's.
    static func standing(of mention: Mention) -> String {
        let text = state(mention.triageState)
        return mention.triage.state == mention.triageState
            ? text : text + ", by the reply that the source shows"
    }
}
