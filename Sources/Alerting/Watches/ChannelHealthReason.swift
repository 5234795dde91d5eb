import FoundationEssentials
import Model
import Scheduling

/// Says how a channel stands, in one sentence with the facts.
struct ChannelHealthReason {
    let state: ChannelState
    let waiting: Int
    let clock: LocalClock
    let now: Date

    /// An error of a channel is told up to this length, in characters.
    static let longestError = 200

    /// Such as `channel mail has failed since Fri 20 Nov, 16:05 (5 attempts): connection refused; 3 letters
    /// wait for it`.
    func sentence(_ news: ChannelNews) -> String {
        let name = "channel \(state.channel)"
        return switch news {
        case .works:
            "\(name) delivers again"
                + letters { "; \($0) that waited \(waiting == 1 ? "goes" : "go") out now" }
        case .fails:
            "\(name) has failed" + since(state.failingSince) + " (\(attempts))" + error
                + letters { "; \($0) \(waits) for it" }
        case .wantsNone:
            "\(name) wants no more letters" + since(state.disabledAt) + error
                + "; it is left alone until it has another address or you ask for a new try"
                + letters { "; \($0) \(waits) for it" }
        }
    }

    private var attempts: String {
        state.failures == 1 ? "1 attempt" : "\(state.failures) attempts"
    }

    private func since(_ date: Date?) -> String {
        date.map { " since " + LocalTimeText.text($0, clock: clock, now: now) } ?? ""
    }

    private func letters(_ text: (String) -> String) -> String {
        waiting <= 0 ? "" : text(waiting == 1 ? "1 letter" : "\(waiting) letters")
    }

    private var waits: String { waiting == 1 ? "waits" : "wait" }

    /// What the last attempt met, on one line and not for pages.
    private var error: String {
        let words = (state.lastError ?? "").split { $0.isWhitespace || $0.isNewline }
        var line = words.joined(separator: " ")
        if line.count > Self.longestError { line = line.prefix(Self.longestError - 1) + "…" }
        if line.hasSuffix(".") { line.removeLast() }
        return line.isEmpty ? "" : ": " + line
    }
}
