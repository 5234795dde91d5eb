import FoundationEssentials
import Health
import Model
import Parsing
import Reporting
import Settings
import Storage

/// Finds out what the sources could not give over a period.
struct CoverageReading: Sendable {
    let workplace: Workplace
    let brands: [BrandID]
    let period: ClosedRange<CalendarDay>

    private var time: TimeText { workplace.reader.time }

    func coverage(from store: any Store) async throws -> [SourceCoverage] {
        let states = Dictionary(
            try await store.sourceStates().map { ($0.source, $0) },
            uniquingKeysWith: { first, _ in first })
        let end = time.start(of: CalendarDay(number: period.upperBound.number + 1))
        let notices = Dictionary(
            grouping: try await store.sourceNotices(
                from: time.start(of: period.lowerBound), to: end), by: \.source)
        return workplace.settings.sources.compactMap { source in
            guard source.brand.map(brands.contains) ?? true else { return nil }
            let gaps =
                condition(source, states[source.id]) + history(source, states[source.id])
                + fields(source, states[source.id]) + (notices[source.id] ?? []).map(sentence)
            return gaps.isEmpty ? nil : SourceCoverage(source: source.id, gaps: gaps)
        }
    }

    /// Why nothing comes from it now.
    private func condition(_ source: Source, _ state: SourceState?) -> [String] {
        if source.isImported { return [] }
        if !source.isEnabled { return ["It is switched off, so that nothing comes from it."] }
        guard let state, state.lastPoll != nil else { return ["It was never read so far."] }
        if let paused = state.pausedAt { return ["It is paused since \(time.absolute(paused))."] }
        guard state.failures > 0 || state.health != .well && state.health != .quiet else {
            return []
        }
        let since = state.failingSince ?? state.healthSince
        return [
            "It can't be read"
                + (since.map { " since \(time.absolute($0))" } ?? "")
                + (state.lastFailure.map { " (\($0.reason.rawValue))" } ?? "") + "."
        ]
    }

    /// Whether its history begins inside the period.
    private func history(_ source: Source, _ state: SourceState?) -> [String] {
        guard !source.isImported, let first = state?.baselineAt else { return [] }
        let day = time.calendarDay(first)
        guard day > period.lowerBound else { return [] }
        return [
            "It was first read on \(time.day(first)): of the time before there is only what it still listed then."
        ]
    }

    /// What its entries don't have.
    private func fields(_ source: Source, _ state: SourceState?) -> [String] {
        var gaps: [String] = []
        let shape = SourceShape(code: state?.shape ?? 0)
        let absent = shape.absentFields + shape.lostFields
        if absent.contains(.date) {
            gaps.append("It gives no dates: a mention counts for the day on which it was found.")
        }
        if source.kind != .mention, absent.contains(.rating) {
            gaps.append("It gives no ratings: the text alone is judged.")
        }
        if absent.contains(.author) {
            gaps.append("It gives no authors, so that nobody is known to write again.")
        }
        if source.kind == .review, !givesReplies(source) {
            gaps.append(
                "It does not say which reviews were answered: only answers that were noted here count."
            )
        }
        return gaps
    }

    private func givesReplies(_ source: Source) -> Bool {
        guard let recipe = source.recipe else { return false }
        return workplace.settings.recipes.recipe(named: recipe)?.givesReplies ?? true
    }

    private func sentence(_ notice: SourceNotice) -> String {
        let day = time.day(notice.at)
        switch notice.kind {
        case .unreachable: return "\(day): it could not be reached."
        case .unreadable: return "\(day): it could not be read."
        case .quiet: return "\(day): it was unusually quiet."
        case .gone: return "\(day): it was gone for good."
        case .recovered: return "\(day): it was well again."
        case .moved: return "\(day): it had moved."
        case .gap: return "\(day): entries may have been missed."
        case .churn: return "\(day): it gave known entries new ids."
        case .delisted: return "\(day): it no longer listed some mentions."
        }
    }
}
