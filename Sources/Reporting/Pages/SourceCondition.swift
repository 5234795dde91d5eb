public import Model

/// How a source is, in a word: what the owner was told of it, or why there was nothing to tell.
public enum SourceCondition: String, Sendable, Hashable, CaseIterable {
    case ok
    /// The last poll failed, but not for long enough to be told.
    case failing
    case unreachable
    case unreadable
    case quiet
    case gone
    /// Configured and enabled, but not polled so far.
    case waiting
    case paused
    case disabled
    /// Filled by `repute import`, never polled.
    case imported

    /// The condition of `source` by what the store remembers of it.
    public init(source: Source, state: SourceState?) {
        if source.isImported {
            self = .imported
        } else if !source.isEnabled {
            self = .disabled
        } else if state?.pausedAt != nil {
            self = .paused
        } else {
            self = state.map(Self.init(polled:)) ?? .waiting
        }
    }

    private init(polled state: SourceState) {
        switch state.health {
        case .unreachable: self = .unreachable
        case .unreadable: self = .unreadable
        case .gone: self = .gone
        case .quiet: self = state.failures > 0 ? .failing : .quiet
        case .waiting, .well:
            self = state.failures > 0 ? .failing : state.lastSuccess == nil ? .waiting : .ok
        }
    }

    /// Whether the last poll brought nothing that could be read.
    public var isFailing: Bool {
        switch self {
        case .failing, .unreachable, .unreadable, .gone: true
        case .ok, .quiet, .waiting, .paused, .disabled, .imported: false
        }
    }

    var meaning: TerminalStyle.Meaning? {
        switch self {
        case .ok: .positive
        case .failing, .unreachable, .unreadable, .gone: .negative
        case .waiting, .quiet: .warning
        case .paused, .disabled, .imported: .faint
        }
    }
}
