import FoundationEssentials
import Model

/// The silences that hold at a moment.
struct SilencesInForce: Sendable {
    private let silences: [AlertSilence]
    private let now: Date

    init(_ silences: [AlertSilence], now: Date) {
        self.silences = silences.filter { $0.isInForce(at: now) }
        self.now = now
    }

    var isEmpty: Bool { silences.isEmpty }

    /// Of those that cover an alert of `rule` on a mention, the one that holds longest.
    func silence(on mention: Mention, by rule: RuleID) -> AlertSilence? {
        longest { $0.covers(mention, by: rule) }
    }

    /// Of those that cover what is told of a source itself, the one that holds longest.
    func silence(on source: SourceID) -> AlertSilence? {
        longest { silence in
            silence.coversHealth(.sourceHealth) && (silence.source ?? source) == source
        }
    }

    /// Of those that cover what is told of channels, the one that holds longest.
    var silenceOnChannels: AlertSilence? {
        longest { $0.coversHealth(.deliveryHealth) && $0.source == nil }
    }

    /// Such as `silence 3 holds until 18:00 UTC (“roadworks”)`.
    func sentence(_ silence: AlertSilence) -> String {
        "silence \(silence.id) holds until \(Figure.time(silence.end, now: now))"
            + (silence.comment.map { " (“\($0)”)" } ?? "")
    }

    private func longest(where covers: (AlertSilence) -> Bool) -> AlertSilence? {
        silences.filter(covers).max { ($0.end, $0.id) < ($1.end, $1.id) }
    }
}

extension AlertSilence {
    /// Whether it may cover what `rule` says of sources or channels, which are no mention of a brand.
    fileprivate func coversHealth(_ rule: RuleID) -> Bool {
        mention == nil && brand == nil && (self.rule ?? rule) == rule
    }
}
