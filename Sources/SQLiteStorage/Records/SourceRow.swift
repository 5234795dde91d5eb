import Foundation
import GRDB
import Model
import Storage

extension SourceState {
    /// Reads a row of `source`.
    init(row: Row) {
        self.init(
            source: SourceID(trusted: row["id"]), nextPoll: row.date("nextPoll") ?? .distantPast,
            urlDigest: row["urlDigest"])
        lastPoll = row.date("lastPoll")
        lastSuccess = row.date("lastSuccess")
        baselineAt = row.date("baselineAt")
        validators = Validators(etag: row["etag"], lastModified: row["lastModified"])
        bodyDigest = row["bodyDigest"]
        failures = row["failures"]
        failingSince = row.date("failingSince")
        lastFailure = (row["failureReason"] as String?).flatMap(PollFailure.Reason.init).map {
            PollFailure(
                reason: $0, detail: row["failureDetail"] ?? "", httpStatus: row["failureStatus"],
                retryAfter: row["failureRetryAfter"])
        }
        movedTo = (row["movedTo"] as String?).map { Secret($0) }
        feedTitle = row["feedTitle"]
        format = (row["format"] as String?).flatMap(FeedFormat.init)
        lastEntryCount = row["lastEntryCount"]
        mentionCount = row["mentionCount"]
        health = SourceHealth(rawValue: row["health"]) ?? .waiting
        healthSince = row.date("healthSince")
        pausedAt = row.date("pausedAt")
        lastChange = row.date("lastChange")
        cadence = Cadence(row: row)
        shape = row["shape"]
        answer = row["answer"]
        quotaRemaining = row["quotaRemaining"]
        urgentUntil = row.date("urgentUntil")
        timeToLive = row["timeToLive"]
        skips = SkippedTimes(code: row["skippedTimes"])
        revision = row["revision"]
    }

    /// Writes everything that a poll may change, and ends the lease; returns true.
    ///
    /// A poll of what the source no longer is (another address, way of being read or memory than
    /// when it began) writes only that the source was asked, which leaves it due; returns false.
    ///
    /// - Throws: `StorageError` for a source that is not registered.
    func save(in database: Database) throws -> Bool {
        var statement = try BoundStatement(Self.update, in: database)
        statement.begin()
        try bind(to: &statement)
        try statement.bind(source.rawValue)
        try statement.bind(urlDigest)
        try statement.bind(revision)
        try statement.execute()
        if database.changesCount > 0 { return true }
        try database.cachedStatement(
            sql: """
                UPDATE source SET
                    lastPoll = ?, lastSuccess = ?, leaseOwner = NULL, leaseUntil = NULL
                WHERE id = ?
                """
        ).execute(arguments: [
            lastPoll?.timeIntervalSince1970, lastSuccess?.timeIntervalSince1970, source.rawValue,
        ])
        if database.changesCount > 0 { return false }
        throw StorageError(
            reason: .other,
            detail: "the source \(source) is not registered, so nothing of its poll was stored; "
                + "was it removed meanwhile?")
    }

    /// Binds the values of `columns`.
    private func bind(to statement: inout BoundStatement) throws {
        try statement.bind(seconds: nextPoll)
        try statement.bind(seconds: lastPoll)
        try statement.bind(seconds: lastSuccess)
        try statement.bind(seconds: baselineAt)
        try statement.bind(validators.etag)
        try statement.bind(validators.lastModified)
        try statement.bind(bodyDigest)
        try statement.bind(failures)
        try statement.bind(seconds: failingSince)
        try statement.bind(lastFailure?.reason.rawValue)
        try statement.bind(lastFailure?.detail)
        try statement.bind(lastFailure?.httpStatus)
        try statement.bind(lastFailure?.retryAfter)
        try statement.bind(movedTo?.reveal())
        try statement.bind(feedTitle)
        try statement.bind(format?.rawValue)
        try statement.bind(lastEntryCount)
        try statement.bind(health.rawValue)
        try statement.bind(seconds: healthSince)
        try statement.bind(seconds: lastChange)
        try statement.bind(cadence.observedDays)
        try statement.bind(cadence.activeDays)
        try statement.bind(cadence.arrivals)
        try statement.bind(cadence.silentDays)
        try statement.bind(cadence.longestSilence)
        try statement.bind(cadence.day?.number)
        try statement.bind(seconds: cadence.lastArrival)
        try statement.bind(shape)
        try statement.bind(answer)
        try statement.bind(quotaRemaining)
        try statement.bind(seconds: urgentUntil)
        try statement.bind(timeToLive)
        try statement.bind(skips?.code ?? 0)
    }

    private static let columns = [
        "nextPoll", "lastPoll", "lastSuccess", "baselineAt", "etag", "lastModified", "bodyDigest",
        "failures", "failingSince", "failureReason", "failureDetail", "failureStatus",
        "failureRetryAfter", "movedTo", "feedTitle", "format", "lastEntryCount", "health",
        "healthSince", "lastChange", "observedDays", "activeDays", "arrivals", "silentDays",
        "longestSilence", "cadenceDay", "lastArrival", "shape", "answer", "quotaRemaining",
        "urgentUntil", "timeToLive", "skippedTimes",
    ]

    private static let update = """
        UPDATE source SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")),
            leaseOwner = NULL, leaseUntil = NULL
        WHERE id = ? AND urlDigest = ? AND revision = ?
        """
}

extension Cadence {
    /// Reads the cadence's columns of a row of `source`.
    fileprivate init(row: Row) {
        self.init(
            observedDays: row["observedDays"], activeDays: row["activeDays"],
            arrivals: row["arrivals"], silentDays: row["silentDays"],
            longestSilence: row["longestSilence"],
            day: (row["cadenceDay"] as Int?).map(CalendarDay.init(number:)),
            lastArrival: row.date("lastArrival"))
    }
}

extension Row {
    /// A column that holds seconds since 1970.
    func date(_ column: String) -> Date? {
        (self[column] as Double?).map(Date.init(timeIntervalSince1970:))
    }
}
