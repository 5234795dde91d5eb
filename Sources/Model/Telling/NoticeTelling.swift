/// What the stored English sentences of a notice say beyond its kind, read back out of them, so that
/// it can be told in other languages.
///
/// What strangers' servers wrote stands behind our own words and is not read; the names and
/// addresses in it are as they were stored, masked.
public enum NoticeTelling: Sendable, Hashable {
    /// A run of failures, by the last of them.
    case failing(Fault)
    /// The server says that it is gone for good.
    case gone
    /// Its entries lack what they had; `command` makes that the rule.
    case reshaped(command: String)
    /// It lists nothing though it always did.
    case emptied(command: String)
    /// It answers, but so many days were without news.
    case silent(days: Int)
    /// It is well after a failure.
    case recovered(Missed)
    /// It brings news after a silence.
    case speaking
    /// It is read at another address.
    case moved(to: String)
    /// It is read at its configured address again.
    case returned(to: String)
    /// It lists only so many entries, none of which it listed before.
    case gap(entries: Int, Remedy)
    /// So many entries came back under new ids; so many others are stored without an alert.
    case churned(entries: Int, heldBack: Int)
    /// Mentions are listed no more.
    case delisted

    /// How a source fails.
    public enum Fault: Sendable, Hashable, CaseIterable {
        case unreachable
        case tooManyRequests
        case noAccess
        case notFound
        case requestRefused
        case serverFault
        case tooLarge
        case empty
        case notAFeed
        case malformed
    }

    /// What became of entries while a source failed.
    public enum Missed: Sendable, Hashable, CaseIterable {
        /// It was read for the first time: what it lists is history.
        case history
        case nothing
        case perhaps
    }

    /// What would help against gaps.
    public enum Remedy: Sendable, Hashable, CaseIterable {
        case shorterInterval
        /// It was not read for long.
        case none
        case longerFeed
    }

    /// Reads the sentences `detail` of a notice of this kind; nil for any other text.
    public init?(_ kind: SourceNotice.Kind, detail: String) {
        let telling: NoticeTelling? =
            switch kind {
            case .unreachable, .unreadable: Self.failure(detail)
            case .gone: detail.contains(" is gone for good, says its server.") ? .gone : nil
            case .quiet: Self.number(in: detail, after: "nothing new for ").map(Self.silent)
            case .recovered: Self.recovery(detail)
            case .moved: Self.relocation(detail)
            case .gap: Self.gap(detail)
            case .churn: Self.churn(detail)
            case .delisted: detail.contains(" no longer listed on ") ? .delisted : nil
            }
        guard let telling else { return nil }
        self = telling
    }
}

extension NoticeTelling {
    private static let clauses: KeyValuePairs<String, Fault> = [
        " can't be reached": .unreachable,
        " turns Repute away for asking too often": .tooManyRequests,
        " refuses access": .noAccess, " is not found at its address": .notFound,
        " does not accept the request": .requestRefused,
        " has a fault on its server": .serverFault,
        " answers with more than can be read": .tooLarge,
        " answers with an empty document": .empty,
        " answers, but with something that is no feed": .notAFeed,
        " answers, but with something that can't be read": .malformed,
    ]

    private static func failure(_ detail: String) -> NoticeTelling? {
        if let (_, tail) = TellingText.halves(ofLast: detail, at: "run `"),
            let (command, _) = TellingText.halves(of: tail, at: "`")
        {
            if detail.contains(" has changed shape: ") {
                return .reshaped(command: String(command))
            }
            if detail.contains(" answers, but has listed nothing") {
                return .emptied(command: String(command))
            }
        }
        // The server's words come behind ours, so the clause that stands first is the one.
        let found = clauses.compactMap { clause, fault in
            detail.firstRange(of: clause).map { ($0.lowerBound, fault) }
        }
        return found.min { $0.0 < $1.0 }.map { .failing($0.1) }
    }

    private static func recovery(_ detail: String) -> NoticeTelling? {
        if detail.contains(" brings news again") { return .speaking }
        if detail.contains(" counts as history ") { return .recovered(.history) }
        if detail.contains(" Nothing was missed:") { return .recovered(.nothing) }
        return detail.contains(" may have been missed:") ? .recovered(.perhaps) : nil
    }

    private static func relocation(_ detail: String) -> NoticeTelling? {
        if let (head, _) = TellingText.halves(
            ofLast: detail, at: ". It is read there from now on;"),
            let (_, address) = TellingText.halves(ofLast: head, at: " to ")
        {
            return .moved(to: String(address))
        }
        guard
            let (_, tail) = TellingText.halves(
                ofLast: detail, at: " is back at its configured address "),
            let (address, _) = TellingText.halves(of: tail, at: "; ")
        else { return nil }
        return .returned(to: String(address))
    }

    private static func gap(_ detail: String) -> NoticeTelling? {
        guard let entries = number(in: detail, after: " it only lists ") else { return nil }
        if detail.contains(" Shorten its interval ") {
            return .gap(entries: entries, .shorterInterval)
        }
        return .gap(
            entries: entries,
            detail.hasSuffix(" It had not been read for so long.") ? .none : .longerFeed)
    }

    private static func churn(_ detail: String) -> NoticeTelling? {
        guard let entries = number(in: detail, after: " lists "),
            detail.contains(" under new ids.")
        else { return nil }
        let heldBack = number(in: detail, after: " are not told again. ")
        return .churned(entries: entries, heldBack: heldBack ?? 0)
    }

    /// The whole number that stands right behind the last `mark`.
    private static func number(in detail: String, after mark: String) -> Int? {
        guard let (_, tail) = TellingText.halves(ofLast: detail, at: mark) else { return nil }
        return Int(tail.prefix { $0.isASCII && $0.isNumber })
    }
}
