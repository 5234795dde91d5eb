import FoundationEssentials
import Model

/// Which mails stand together in a mail program.
///
/// All mails on one incident refer to the same message id (`In-Reply-To`, `References`; RFC 5322,
/// 3.6.4), which no mail ever has: so they make one thread whichever of them came first, was deleted, or
/// went to somebody else. Mail on several incidents, figures and digests stands alone.
enum MailThread {
    /// The left part of the message id that the thread of `letter` begins with; nil where it stands alone.
    static func root(of letter: Letter) -> String? {
        let kinds = Set(letter.alerts.map { $0.notices.isEmpty ? $0.kind : .sources })
        if kinds.isSubset(of: [.mentions, .reminder]) {
            return single(letter.mentions.map { incident(of: $0, in: letter) })
        }
        if kinds == [.sources] {
            let sources = letter.alerts.flatMap(\.notices).map(\.source.rawValue)
            return single(sources).map { "source-\($0)-\(mark(of: letter))" }
        }
        if kinds == [.channel] {
            let channels = letter.alerts.compactMap(\.channel?.rawValue)
            return single(channels).map { "channel-\($0)-\(mark(of: letter))" }
        }
        return nil
    }

    /// The first mention of the story with the time at which it was seen, so that mails of another
    /// store are never taken for the same thread.
    private static func incident(of mention: Mention, in letter: Letter) -> String {
        let first = letter.incidents[mention.id]?.copies.first
        let number = first?.mention ?? mention.id
        let seen = first?.firstSeen ?? mention.firstSeen
        let time = seen.timeIntervalSince1970
        let seconds = time.isFinite ? min(max(time, -1e11), 1e12) : 0
        return "incident-\(number)-\(Int(seconds))"
    }

    /// Eight hexadecimal digits of the business's name (FNV-1a), for two businesses on one host.
    private static func mark(of letter: Letter) -> String {
        let hash = letter.business.utf8.reduce(0x811C_9DC5 as UInt32) {
            ($0 ^ UInt32($1)) &* 0x0100_0193
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }

    private static func single(_ values: [String]) -> String? {
        Set(values).count == 1 ? values.first : nil
    }
}
