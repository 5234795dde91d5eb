import FoundationEssentials
import Model
import TextProcessing

extension SourcePage {
    /// The page for programs; keys are stable.
    var json: JSONValue {
        .members([
            "id": .string(source.id.rawValue), "title": .optional(source.title),
            "kind": .string(source.kind.rawValue), "genre": .optional(source.genre?.rawValue),
            "brand": .optional(source.brand?.rawValue),
            "address": source.isImported ? .null : .string(MaskedURL.masked(source.url.reveal())),
            "recipe": .optional(recipe), "configuredIn": .optional(place),
            "enabled": .bool(source.isEnabled), "imported": .bool(source.isImported),
            "interval": .number(source.interval),
            "longestInterval": .optional(source.longestInterval),
            "condition": .string(SourceCondition(source: source, state: state).rawValue),
            "health": .optional(state?.health.rawValue), "healthSince": .date(state?.healthSince),
            "pausedAt": .date(state?.pausedAt), "poll": state.map(Self.poll) ?? .null,
            "cadence": state.map { cadence($0.cadence) } ?? .null,
            "feed": state.map(Self.feed) ?? .null, "host": host.map(hostValue) ?? .null,
            "mentions": .counts(totals), "weeks": .array(weeks.map(JSONValue.counts)),
            "limits": .array(limits.map(JSONValue.string)),
            "notices": .array(notices.map(JSONValue.notice)),
        ])
    }

    private static func poll(_ state: SourceState) -> JSONValue {
        .members([
            "last": .date(state.lastPoll), "lastSuccess": .date(state.lastSuccess),
            "lastChange": .date(state.lastChange), "next": .date(state.nextPoll),
            "failures": .integer(state.failures), "failingSince": .date(state.failingSince),
            "failure": state.lastFailure.map { failure in
                .members([
                    "reason": .string(failure.reason.rawValue), "detail": .string(failure.detail),
                    "status": .optional(failure.httpStatus),
                ])
            } ?? .null,
            "answer": .optional(state.answer), "quotaRemaining": .optional(state.quotaRemaining),
            "movedTo": .optional(state.movedTo.map { MaskedURL.masked($0.reveal()) }),
            "baselineAt": .date(state.baselineAt),
        ])
    }

    private static func feed(_ state: SourceState) -> JSONValue {
        .members([
            "title": .optional(state.feedTitle), "format": .optional(state.format?.rawValue),
            "entries": .optional(state.lastEntryCount),
        ])
    }

    private func cadence(_ cadence: Cadence) -> JSONValue {
        .members([
            "observedDays": .rounded(cadence.observedDays),
            "activeDays": .rounded(cadence.activeDays), "arrivals": .rounded(cadence.arrivals),
            "silentDays": .integer(cadence.silentDays),
            "lastArrival": .date(cadence.lastArrival), "silenceLimit": .optional(silenceLimit),
        ])
    }

    private func hostValue(_ host: HostUsage) -> JSONValue {
        .members([
            "name": .string(host.host), "requestsToday": .integer(host.requests),
            "budget": .optional(hostBudget), "limit": .optional(host.limit),
            "remaining": .optional(host.remaining), "resetsAt": .date(host.resetsAt),
            "blockedUntil": .date(host.blockedUntil),
        ])
    }
}

extension JSONValue {
    /// What the owner was told of a source.
    static func notice(_ notice: SourceNotice) -> JSONValue {
        .members([
            "id": .integer(Int(notice.id)), "source": .string(notice.source.rawValue),
            "kind": .string(notice.kind.rawValue), "detail": .string(notice.detail),
            "at": .date(notice.at), "since": .date(notice.since),
            "mentions": .array(notice.mentions.map { .integer(Int($0)) }),
        ])
    }
}
