import Fetching
import FoundationEssentials
import Health
import Logging
import Model
import Storage

/// One poll of one source, from the request to the row.
struct SourcePoll: Sendable {
    let source: Source
    let state: SourceState
    let configuration: MonitorConfiguration
    let store: any Store
    let ledger: HostLedger
    let time: TimeSource
    let random: @Sendable () -> Double
    let logger: Logger

    /// Polls and stores; an interrupted poll stores nothing.
    func run() async throws -> SourceReport {
        let spacing = await ledger.spacing(for: host, now: time.now())
        let passed = await configuration.gate.pass(to: host, spacing: spacing) {
            let began = ContinuousClock.now
            return (result: await self.brought(), duration: ContinuousClock.now - began)
        }
        guard let passed, !Task.isCancelled else { return SourceReport(source: source.id) }
        var report = SourceReport(
            source: source.id, wasPolled: true, duration: passed.duration)
        let brought = try passed.result.get()
        let usage = await ledger.record(brought.answer, of: host, now: time.now())
        switch brought {
        case .unchanged(let notes):
            let review = try await self.review.findingsInSameDocument()
            try await record(
                after.unchanged(notes, hasMissing: review.hasMissing), review, usage, into: &report)
        case .document(let document):
            let review = try await self.review.findings(in: document)
            report.entries = document.feed.entries.count
            report.scored = review.drafts.count { $0.sentiment != nil }
            try await record(after.read(document, review: review), review, usage, into: &report)
            tell(report.receipt, document: document)
        case .failed(let failure):
            report.failure = failure
            try await record(after.failed(failure), DocumentReview.Findings(), usage, into: &report)
        }
        return report
    }

    private enum Brought: Sendable {
        case unchanged(FetchNotes)
        case document(PolledDocument)
        case failed(PollFailure)

        /// What it tells of the limits of the host.
        var answer: HostLedger.Answer {
            switch self {
            case .unchanged(let notes): HostLedger.Answer(notes.rateLimit)
            case .document(let document):
                HostLedger.Answer(
                    document.notes.rateLimit, requests: document.pages,
                    quotaRemaining: document.feed.quotaRemaining, wait: document.feed.backoff)
            case .failed(let failure):
                HostLedger.Answer(
                    nil, wait: failure.reason == .rateLimited ? failure.retryAfter ?? 60 : nil)
            }
        }
    }

    /// The host that is asked.
    private var host: String { SourceHost.name(of: (state.movedTo ?? source.url).reveal()) }

    private func brought() async -> Result<Brought, any Error> {
        switch await configuration.fetcher.fetch(source, state: state) {
        case .unchanged(let notes): return .success(.unchanged(notes))
        case .failed(let failure): return .success(.failed(failure))
        case .body(let body):
            let reader = PageReader(source: source, configuration: configuration) {
                try await !store.known($0.map(\.identity), of: source.id).isEmpty
            }
            do {
                return .success(
                    .document(
                        try await reader.document(from: body, isBaseline: isBaseline)))
            } catch let failure as PollFailure {
                return .success(.failed(failure))
            } catch {
                return .failure(error)
            }
        }
    }

    private var isBaseline: Bool { state.baselineAt == nil }

    private var review: DocumentReview {
        DocumentReview(
            source: source, state: state, configuration: configuration, store: store,
            now: time.now())
    }

    private var after: StateAfterPoll {
        StateAfterPoll(
            source: source, state: state, configuration: configuration, now: time.now(),
            budgetInterval: configuration.budgetInterval(of: host), random: random())
    }

    private func record(
        _ change: StateAfterPoll.Change, _ review: DocumentReview.Findings,
        _ usage: HostUsage, into report: inout SourceReport
    ) async throws(StorageError) {
        let notices = try await NoticeMemory(store: store, source: source.id, now: time.now())
            .untold(of: change.notices + review.notices)
        var poll = PollRecord(
            source: source.id, kind: source.kind, state: change.state, drafts: review.drafts,
            isBaseline: isBaseline && change.state.baselineAt != nil, now: time.now(),
            day: configuration.day)
        poll.host = usage.host == "file" ? nil : usage
        poll.relinks = review.relinks
        poll.listed = review.listed
        poll.delisted = review.delisted
        poll.relisted = review.relisted
        poll.reportURLs = review.reportURLs
        poll.notices = notices.map {
            NewNotice(kind: $0.kind, detail: $0.detail, since: $0.since, mentions: $0.mentions)
        }
        report.receipt = try await store.record(poll)
        report.broughtNotices = !notices.isEmpty
        log(change.state, notices: notices)
    }

    private func log(_ next: SourceState, notices: [HealthNotice]) {
        if let failure = next.lastFailure {
            logger.log(
                level: state.failures == 0 ? .warning : .info, "the source can't be read",
                metadata: [
                    "source": "\(source.id)", "reason": "\(failure.reason.rawValue)",
                    "detail": "\(failure.detail)", "failures": "\(next.failures)",
                    "next": "\(next.nextPoll.rfc3339)",
                ])
        } else if state.failures > 0 {
            logger.notice("the source is well again", metadata: ["source": "\(source.id)"])
        }
        for notice in notices {
            logger.notice(
                "a notice about the source",
                metadata: [
                    "source": "\(source.id)", "kind": "\(notice.kind.rawValue)",
                    "detail": "\(notice.detail)",
                ])
        }
    }

    private func tell(_ receipt: PollReceipt, document: PolledDocument) {
        for note in document.feed.notes {
            logger.debug("\(note)", metadata: ["source": "\(source.id)"])
        }
        guard isBaseline || !receipt.new.isEmpty || !receipt.changed.isEmpty else { return }
        logger.info(
            isBaseline ? "baseline stored" : "mentions stored",
            metadata: [
                "source": "\(source.id)", "new": "\(receipt.new.count)",
                "changed": "\(receipt.changed.count)", "entries": "\(document.feed.entries.count)",
                "mentions": "\(MentionRanges.text(receipt.new + receipt.changed))",
            ])
    }
}
