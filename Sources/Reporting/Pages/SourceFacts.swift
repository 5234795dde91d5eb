import FoundationEssentials
import Model
import TextProcessing

/// The facts of a source's page, each a name and a value.
struct SourceFacts {
    let page: SourcePage
    let names: Names
    let time: TimeText

    var rows: [[Table.Cell]] {
        (configured + polled + asked).compactMap { name, cell in
            cell.map { [Table.Cell(name, .faint), $0] }
        }
    }

    private typealias Fact = (String, Table.Cell?)

    private var source: Source { page.source }
    private var state: SourceState? { page.state }
    private var condition: SourceCondition { SourceCondition(source: source, state: state) }

    private var configured: [Fact] {
        let address = source.isImported ? nil : MaskedURL.masked(source.url.reveal())
        let brand = source.brand.map(names.name(of:)) ?? "whichever a query finds"
        let genre =
            source.genre.map {
                $0.rawValue == source.kind.rawValue ? "" : ", read as \($0.rawValue)"
            }
            ?? ""
        return [
            ("Source", Table.Cell(source.id.rawValue)),
            ("Condition", conditionCell),
            ("Address", address.map { Table.Cell($0) }),
            ("Recipe", page.recipe.map { Table.Cell($0) }),
            ("Kind", Table.Cell(source.kind.rawValue + genre)), ("Brand", Table.Cell(brand)),
            ("Configured in", page.place.map { Table.Cell($0) }),
        ]
    }

    private var conditionCell: Table.Cell {
        let sentence = SourceSentence.text(source, state: state, time: time)
        return Table.Cell(sentence, condition.meaning)
    }

    private var polled: [Fact] {
        guard let state, !source.isImported else {
            return [("Last import", state?.lastSuccess.map { moment($0) })]
        }
        let interval = source.longestInterval.map {
            "\(TimeText.rounded(source.interval)) to \(TimeText.rounded($0)), by what it brings"
        }
        let isAsked = source.isEnabled && state.pausedAt == nil
        return [
            ("Last poll", state.lastPoll.map { moment($0) } ?? Table.Cell("never")),
            ("Last success", state.lastSuccess.map { moment($0) }),
            ("Last change", state.lastChange.map { moment($0) }),
            ("Next poll", isAsked ? moment(max(state.nextPoll, time.now)) : Table.Cell("–")),
            ("Interval", Table.Cell(interval ?? TimeText.rounded(source.interval))),
            (
                "Cadence",
                Table.Cell(
                    CadenceSentence.text(state.cadence, silenceLimit: page.silenceLimit))
            ),
            ("Failures in a row", state.failures > 0 ? failures(state) : nil),
            ("Server says", state.answer.map { Table.Cell($0) }),
            ("Moved to", state.movedTo.map { Table.Cell(MaskedURL.masked($0.reveal()), .warning) }),
            ("Feed", feed(state)),
        ]
    }

    private func failures(_ state: SourceState) -> Table.Cell {
        let since = state.failingSince.map { ", since " + time.absolute($0) } ?? ""
        return Table.Cell("\(state.failures)\(since)", .negative)
    }

    private func feed(_ state: SourceState) -> Table.Cell? {
        guard let format = state.format else { return nil }
        let title = state.feedTitle.map { "“\($0)”, " } ?? ""
        let count = state.lastEntryCount.map { $0 == 1 ? ", 1 entry" : ", \($0) entries" } ?? ""
        return Table.Cell(title + format.rawValue + count)
    }

    private var asked: [Fact] {
        [
            ("Quota left", state?.quotaRemaining.map { quota($0) }),
            ("Host today", page.host.map { Table.Cell(hostText($0), hostMeaning($0)) }),
        ]
    }

    private func quota(_ remaining: Int) -> Table.Cell {
        Table.Cell(
            "\(remaining) \(remaining == 1 ? "request" : "requests")",
            remaining <= SourceQuota.low ? .warning : nil)
    }

    private func hostText(_ host: HostUsage) -> String {
        var parts = [host.requests == 1 ? "1 request" : "\(host.requests) requests"]
        parts[0] += " to \(host.host)" + (page.hostBudget.map { " of \($0) allowed" } ?? "")
        if let remaining = host.remaining {
            let limit = host.limit.map { " of \($0)" } ?? ""
            let reset = host.resetsAt.map { ", anew " + time.relative($0) } ?? ""
            parts.append("it allows \(remaining)\(limit) more\(reset)")
        }
        if let until = host.blockedUntil, until > time.now {
            parts.append("it asked to be left alone until \(time.absolute(until))")
        }
        return parts.joined(separator: "; ")
    }

    private func hostMeaning(_ host: HostUsage) -> TerminalStyle.Meaning? {
        let isBlocked = host.blockedUntil.map { $0 > time.now } ?? false
        return isBlocked || (host.remaining ?? .max) <= SourceQuota.low ? .warning : nil
    }

    private func moment(_ date: Date) -> Table.Cell {
        Table.Cell("\(time.absolute(date)) (\(time.relative(date)))")
    }
}

/// When what a server still allows is worth a word.
enum SourceQuota {
    /// Requests left, at or below which it is.
    static let low = 10
}
