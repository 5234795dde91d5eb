public import FoundationEssentials
public import Model
import TextProcessing

/// How everything stands: the page that an owner opens first.
public struct StatusPage: Sendable, Hashable {
    /// How the outbox stands.
    public struct Outbox: Sendable, Hashable {
        /// Deliveries still to be made, those that failed before included.
        public var pending: Int
        /// Pending deliveries that failed at least once.
        public var retrying: Int
        /// Deliveries that their channels took.
        public var delivered: Int
        /// Deliveries that nobody tries any more.
        public var givenUp: Int
        /// When the oldest pending delivery was made out; nil if none is pending.
        public var oldestPending: Date?
        /// How the channels stand that were ever tried.
        public var channels: [ChannelState] = []
        /// Pending deliveries by channel.
        public var pendingByChannel: [ChannelID: Int] = [:]

        /// Figures of the outbox.
        public init(
            pending: Int, retrying: Int, delivered: Int, givenUp: Int, oldestPending: Date?
        ) {
            self.pending = pending
            self.retrying = retrying
            self.delivered = delivered
            self.givenUp = givenUp
            self.oldestPending = oldestPending
        }
    }

    /// A digest and when it is sent.
    public struct NextDigest: Sendable, Hashable {
        /// Its name in the configuration.
        public var digest: RuleID
        /// When it is due.
        public var at: Date

        /// A digest that is due at `at`.
        public init(digest: RuleID, at: Date) {
            self.digest = digest
            self.at = at
        }
    }

    /// What the owner calls the business; the heading of the page.
    public var business: String
    /// Counts of all mentions in the store.
    public var totals: SentimentCounts
    /// How many negative mentions stand in each state.
    public var complaints: [Triage.State: Int] = [:]
    /// The oldest negative mention that waits for an answer; nil if there is none.
    public var oldestUnanswered: Mention?
    /// The configured sources in the order they are shown, disabled ones included.
    public var sources: [Source]
    /// How the polls of each source went; one that is missing was never polled.
    public var states: [SourceID: SourceState]
    /// How the deliveries of alerts stand.
    public var outbox: Outbox
    /// The silences in force.
    public var silences: [AlertSilence] = []
    /// The digest that is due next; nil where none is configured.
    public var nextDigest: NextDigest?

    /// A status.
    public init(
        business: String, totals: SentimentCounts, oldestUnanswered: Mention?, sources: [Source],
        states: [SourceID: SourceState], outbox: Outbox
    ) {
        self.business = business
        self.totals = totals
        self.oldestUnanswered = oldestUnanswered
        self.sources = sources
        self.states = states
        self.outbox = outbox
    }

    /// The status as text that ends in a line feed; CSV and Markdown give the sources.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        let listing = SourceListing.listing(
            sources, states: states, names: names, now: reader.time.now)
        switch format {
        case .csv, .markdown: return listing.rendered(as: format, for: reader)
        case .json, .jsonl: return json(listing, now: reader.time.now) + "\n"
        case .table: return text(names: names, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        var text =
            oldestUnanswered.map { UnansweredLine.text($0, names: names, for: reader) }
            ?? "Oldest unanswered: none"
        text += "\n" + answerLine(for: reader) + "\n"
        text += reader.style.paint(Table.Cell(business).text, .heading)
        text += "  \(totals.total) mentions, \(totals.negative) negative\n\n"
        text += sourceTable(names: names, time: reader.time)
            .rendered(width: reader.width, style: reader.style)
        for source in sources { text += word(on: source, for: reader) }
        return text + "\n" + outboxLine(for: reader) + "\n" + alertLines(names: names, for: reader)
    }

    /// How the complaints stand, those that wait first.
    private func answerLine(for reader: Reader) -> String {
        guard complaints.values.contains(where: { $0 > 0 }) else { return "" }
        func parts(_ states: [Triage.State]) -> [String] {
            states.compactMap { state in
                let count = complaints[state] ?? 0
                return count > 0 ? "\(count) \(TriageWords.state(state))" : nil
            }
        }
        let open = Triage.State.allCases.filter(\.isOpen)
        let closed = Triage.State.allCases.filter { !$0.isOpen }
        let waiting = open.reduce(0) { $0 + (complaints[$1] ?? 0) }
        let kinds = parts(open)
        var line = "Complaints: \(waiting) \(waiting == 1 ? "waits" : "wait")"
        if !kinds.isEmpty { line += " (" + kinds.joined(separator: ", ") + ")" }
        line += parts(closed).map { ", " + $0 }.joined()
        return StyledText(line, waiting > 0 ? .warning : nil).wrapped(to: reader.width ?? .max)
            .map { $0.painted(reader.style) + "\n" }.joined()
    }

    private func sourceTable(names: Names, time: TimeText) -> Table {
        Table(
            columns: [
                Table.Column("Source", minimum: 10, maximum: 30), Table.Column("Health"),
                Table.Column("Last poll"), Table.Column("Next poll"),
                Table.Column("Failures", alignment: .trailing),
                Table.Column("Mentions", alignment: .trailing),
            ],
            rows: sources.map { sourceRow($0, names: names, time: time) })
    }

    private func sourceRow(_ source: Source, names: Names, time: TimeText) -> [Table.Cell] {
        let state = states[source.id]
        let health = SourceCondition(source: source, state: state)
        let isAsked = source.isPolled && state?.pausedAt == nil
        let next = isAsked ? state.map { time.relative(max($0.nextPoll, time.now)) } : nil
        return [
            Table.Cell(names.title(of: source.id)), Table.Cell(health.rawValue, health.meaning),
            Table.Cell(lastPoll(source, state, time)), Table.Cell(next ?? "–"),
            Table.Cell("\(state?.failures ?? 0)", health.isFailing ? .negative : nil),
            Table.Cell("\(state?.mentionCount ?? 0)"),
        ]
    }

    private func lastPoll(_ source: Source, _ state: SourceState?, _ time: TimeText) -> String {
        if source.isImported { return "–" }
        return state?.lastPoll.map(time.relative) ?? "never"
    }

    /// A sentence on a source that is not simply well, or whose server soon allows no more.
    private func word(on source: Source, for reader: Reader) -> String {
        let state = states[source.id]
        let condition = SourceCondition(source: source, state: state)
        var lines: [StyledText] = []
        switch condition {
        case .ok, .waiting, .disabled, .imported: break
        case .failing, .unreachable, .unreadable, .gone, .quiet, .paused:
            let sentence = SourceSentence.text(source, state: state, time: reader.time)
            lines.append(StyledText("\(source.id): \(sentence)", condition.meaning))
        }
        if let left = state?.quotaRemaining, left <= SourceQuota.low, source.isPolled {
            let requests = left == 1 ? "1 more request" : "\(left) more requests"
            lines.append(
                StyledText("\(source.id): the server allows only \(requests) for now", .warning))
        }
        return lines.flatMap { $0.wrapped(to: reader.width ?? .max) }
            .map { $0.painted(reader.style) + "\n" }.joined()
    }

    private func outboxLine(for reader: Reader) -> String {
        var parts = ["\(outbox.pending) pending"]
        if outbox.retrying > 0 { parts.append("\(outbox.retrying) of them failed and wait") }
        if let oldest = outbox.oldestPending {
            parts.append("the oldest for \(duration(from: oldest, reader))")
        }
        parts.append("\(outbox.delivered) delivered")
        parts.append("\(outbox.givenUp) given up")
        let hint =
            outbox.givenUp > 0
            ? " (see: repute alerts list --failed; again: repute alerts retry --failed)" : ""
        let line = "Outbox: " + parts.joined(separator: ", ") + hint
        let meaning: TerminalStyle.Meaning? =
            outbox.givenUp > 0 ? .negative : outbox.retrying > 0 ? .warning : nil
        return StyledText(line, meaning).wrapped(to: reader.width ?? .max)
            .map { $0.painted(reader.style) }.joined(separator: "\n")
    }

    /// Channels in trouble, silences and the next digest, a line each.
    private func alertLines(names: Names, for reader: Reader) -> String {
        var lines = outbox.channels.filter(\.isInTrouble).map { state in
            StyledText(
                TerminalText.sanitized(
                    "Channel \(state.channel): "
                        + ChannelSentence.text(
                            state, pending: outbox.pendingByChannel[state.channel] ?? 0,
                            time: reader.time)), ChannelSentence.meaning(state))
        }
        lines += silences.map { silence in
            let scope = SilenceListing.scope(of: silence, names: names)
            let comment = silence.comment.map { " (\($0))" } ?? ""
            let end = reader.time.absolute(silence.end)
            return StyledText(
                TerminalText.sanitized("Silence \(silence.id): \(scope) until \(end)\(comment)"),
                .warning)
        }
        if let nextDigest {
            let time = reader.time
            lines.append(
                StyledText(
                    "Next digest: \(nextDigest.digest), \(time.absolute(nextDigest.at)) "
                        + "(\(time.relative(nextDigest.at)))"))
        }
        return lines.flatMap { $0.wrapped(to: reader.width ?? .max) }
            .map { $0.painted(reader.style) + "\n" }.joined()
    }

    private func duration(from date: Date, _ reader: Reader) -> String {
        TimeText.rounded(reader.time.now.timeIntervalSince(date))
    }

    private func json(_ listing: Listing, now: Date) -> String {
        JSONValue.members([
            "oldestUnanswered": oldestUnanswered.map(JSONValue.brief) ?? .null,
            "complaints": .object(
                Triage.State.allCases.map {
                    JSONValue.Member($0.rawValue, .integer(complaints[$0] ?? 0))
                }),
            "business": .string(business), "totals": .counts(totals),
            "sources": listing.json,
            "outbox": .members([
                "pending": .integer(outbox.pending), "retrying": .integer(outbox.retrying),
                "delivered": .integer(outbox.delivered), "givenUp": .integer(outbox.givenUp),
                "oldestPending": .date(outbox.oldestPending),
            ]),
            "channels": .array(
                outbox.channels.map {
                    .channel($0, pending: outbox.pendingByChannel[$0.channel] ?? 0)
                }),
            "silences": SilenceListing.listing(silences, names: Names(), now: now).json,
            "nextDigest": nextDigest.map {
                .members(["digest": .string($0.digest.rawValue), "at": .date($0.at)])
            } ?? .null,
        ]).text
    }
}
