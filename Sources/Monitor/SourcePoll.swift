import Fetching
import FoundationEssentials
import Logging
import Model
import Scheduling
import Storage
import TextProcessing

/// One poll of one source, from the request to the row.
struct SourcePoll: Sendable {
    let source: Source
    let state: SourceState
    let configuration: MonitorConfiguration
    let store: any Store
    let time: TimeSource
    let random: @Sendable () -> Double
    let logger: Logger

    /// Polls and stores; an interrupted poll stores nothing.
    func run() async throws -> SourceReport {
        let host = SourceHost.name(of: (state.movedTo ?? source.url).reveal())
        let result = await configuration.gate.pass(to: host) { await brought() }
        guard let result, !Task.isCancelled else { return SourceReport(source: source.id) }
        var report = SourceReport(source: source.id, wasPolled: true)
        switch try result.get() {
        case .unchanged(let notes):
            _ = try await record(succeeded(notes, timeToLive: nil), drafts: [])
        case .document(let document):
            report.receipt = try await store(document)
        case .failed(let failure):
            report.failure = failure
            _ = try await record(failed(failure), drafts: [])
        }
        return report
    }

    private enum Brought: Sendable {
        case unchanged(FetchNotes)
        case document(PolledDocument)
        case failed(PollFailure)
    }

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
                        try await reader.document(from: body, isBaseline: state.baselineAt == nil)))
            } catch let failure as PollFailure {
                return .success(.failed(failure))
            } catch {
                return .failure(error)
            }
        }
    }

    private func store(_ document: PolledDocument) async throws(StorageError) -> PollReceipt {
        let now = time.now()
        let isBaseline = state.baselineAt == nil
        var next = succeeded(document.notes, timeToLive: document.feed.timeToLive)
        next.baselineAt = state.baselineAt ?? now
        next.bodyDigest = document.digest
        next.feedTitle = document.feed.title ?? state.feedTitle
        next.format = document.feed.format
        next.lastEntryCount = document.feed.entries.count
        let known = try await store.known(
            document.feed.entries.map(\.identity), of: source.id)
        let drafting = Drafting(
            source: source, pipeline: configuration.pipeline, isBaseline: isBaseline, now: now)
        let drafts = document.feed.entries.compactMap {
            drafting.draft(of: $0, known: known[$0.identity])
        }
        let receipt = try await record(next, drafts: drafts, isBaseline: isBaseline)
        tell(receipt, document: document, isBaseline: isBaseline)
        return receipt
    }

    private func record(_ next: SourceState, drafts: [MentionDraft], isBaseline: Bool = false)
        async throws(StorageError) -> PollReceipt
    {
        try await store.record(
            PollRecord(
                source: source.id, kind: source.kind, state: next, drafts: drafts,
                isBaseline: isBaseline, now: time.now(), day: configuration.day))
    }

    private func succeeded(_ notes: FetchNotes, timeToLive: TimeInterval?) -> SourceState {
        let now = time.now()
        var next = state
        next.urlDigest = FeedFetcher.urlDigest(of: source)
        next.lastPoll = now
        next.lastSuccess = now
        next.validators = notes.validators
        next.movedTo = notes.movedTo
        next.failures = 0
        next.failingSince = nil
        next.lastFailure = nil
        let wait = [timeToLive, notes.freshFor].compactMap { $0 }.max()
        next.nextPoll = PollSchedule(interval: source.interval).nextPoll(
            after: .success(timeToLive: wait), now: now, random: random())
        if let target = notes.movedTo, target != state.movedTo {
            logger.warning(
                "the source has moved for good; mend its address in the configuration",
                metadata: [
                    "source": "\(source.id)",
                    "from": "\(MaskedURL.masked((state.movedTo ?? source.url).reveal()))",
                    "to": "\(MaskedURL.masked(target.reveal()))",
                ])
        }
        if state.failures > 0 {
            logger.notice("the source is well again", metadata: ["source": "\(source.id)"])
        }
        return next
    }

    private func failed(_ failure: PollFailure) -> SourceState {
        let now = time.now()
        var next = state
        next.lastPoll = now
        next.failures = state.failures + 1
        next.failingSince = state.failingSince ?? now
        next.lastFailure = failure
        next.nextPoll = PollSchedule(interval: source.interval).nextPoll(
            after: failure.reason == .gone
                ? .gone : .failure(failures: next.failures, retryAfter: failure.retryAfter),
            now: now, random: random())
        let level: Logger.Level = state.failures == 0 ? .warning : .info
        logger.log(
            level: level, "the source can't be read",
            metadata: [
                "source": "\(source.id)", "reason": "\(failure.reason.rawValue)",
                "detail": "\(failure.detail)", "failures": "\(next.failures)",
                "next": "\(next.nextPoll.rfc3339)",
            ])
        return next
    }

    private func tell(_ receipt: PollReceipt, document: PolledDocument, isBaseline: Bool) {
        for note in document.feed.notes {
            logger.debug("\(note)", metadata: ["source": "\(source.id)"])
        }
        guard isBaseline || !receipt.new.isEmpty || !receipt.changed.isEmpty else { return }
        logger.info(
            isBaseline ? "baseline stored" : "mentions stored",
            metadata: [
                "source": "\(source.id)", "new": "\(receipt.new.count)",
                "changed": "\(receipt.changed.count)", "entries": "\(document.feed.entries.count)",
            ])
    }
}
