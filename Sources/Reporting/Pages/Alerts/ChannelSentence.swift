import FoundationEssentials
public import Model

/// How a channel stands, as one sentence for the owner.
public enum ChannelSentence {
    /// Such as `fails since 2026-11-22 10:30 (7 attempts): …; 3 letters wait, tried again in 5 min`.
    ///
    /// `pending` is how many deliveries wait for the channel.
    public static func text(_ state: ChannelState, pending: Int, time: TimeText) -> String {
        let waiting = pending == 0 ? "" : "; " + Self.waiting(pending)
        if let disabled = state.disabledAt {
            return "its receiver wants no more letters since \(time.absolute(disabled))"
                + (state.lastError.map { ": \($0)" } ?? "") + waiting
                + "; nothing is sent before: repute alerts retry --channel \(state.channel)"
        }
        guard state.failures > 0 else {
            let last = state.lastDelivery.map { "took its last letter " + time.relative($0) }
            return (last ?? "has taken no letter so far") + waiting
        }
        let since = state.failingSince.map { " since " + time.absolute($0) } ?? ""
        let attempts = state.failures == 1 ? "1 attempt" : "\(state.failures) attempts"
        let next = state.nextTry.map { ", tried again " + time.relative(max($0, time.now)) } ?? ""
        return "fails\(since) (\(attempts))" + (state.lastError.map { ": \($0)" } ?? "")
            + (pending == 0 ? next.isEmpty ? "" : ";" + next.dropFirst() : waiting + next)
    }

    /// The colour of the sentence.
    public static func meaning(_ state: ChannelState) -> TerminalStyle.Meaning? {
        state.disabledAt != nil ? .negative : state.failures > 0 ? .warning : nil
    }

    private static func waiting(_ count: Int) -> String {
        count == 1 ? "1 delivery waits" : "\(count) deliveries wait"
    }
}

extension JSONValue {
    /// How a channel stands.
    static func channel(_ state: ChannelState, pending: Int) -> JSONValue {
        .members([
            "channel": .string(state.channel.rawValue), "failures": .integer(state.failures),
            "failingSince": .date(state.failingSince), "nextTry": .date(state.nextTry),
            "lastError": .optional(state.lastError), "lastDelivery": .date(state.lastDelivery),
            "disabledAt": .date(state.disabledAt), "pending": .integer(pending),
        ])
    }
}
