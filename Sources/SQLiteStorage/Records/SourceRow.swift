import Foundation
import GRDB
import Model

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
    }

    /// Writes everything that a poll may change; the lease ends.
    ///
    /// If the address was changed while it was polled, validators and redirect are those of another
    /// address: they are dropped, and the source stays due.
    func save(addingMentions added: Int, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                UPDATE source SET
                    nextPoll = iif(urlDigest = :url, :nextPoll, nextPoll),
                    lastPoll = :lastPoll, lastSuccess = :lastSuccess,
                    baselineAt = :baselineAt, etag = iif(urlDigest = :url, :etag, NULL),
                    lastModified = iif(urlDigest = :url, :lastModified, NULL),
                    bodyDigest = iif(urlDigest = :url, :bodyDigest, NULL),
                    failures = :failures, failingSince = :failingSince,
                    failureReason = :reason, failureDetail = :detail, failureStatus = :status,
                    failureRetryAfter = :retryAfter,
                    movedTo = iif(urlDigest = :url, :movedTo, NULL), feedTitle = :feedTitle,
                    format = :format, lastEntryCount = :entryCount,
                    mentionCount = mentionCount + :added, leaseOwner = NULL, leaseUntil = NULL
                WHERE id = :id
                """
        ).execute(arguments: [
            "id": source.rawValue, "url": urlDigest, "nextPoll": nextPoll.timeIntervalSince1970,
            "lastPoll": lastPoll?.timeIntervalSince1970,
            "lastSuccess": lastSuccess?.timeIntervalSince1970,
            "baselineAt": baselineAt?.timeIntervalSince1970, "etag": validators.etag,
            "lastModified": validators.lastModified, "bodyDigest": bodyDigest,
            "failures": failures, "failingSince": failingSince?.timeIntervalSince1970,
            "reason": lastFailure?.reason.rawValue, "detail": lastFailure?.detail,
            "status": lastFailure?.httpStatus, "retryAfter": lastFailure?.retryAfter,
            "movedTo": movedTo?.reveal(), "feedTitle": feedTitle, "format": format?.rawValue,
            "entryCount": lastEntryCount, "added": added,
        ])
    }
}

extension Row {
    /// A column that holds seconds since 1970.
    func date(_ column: String) -> Date? {
        (self[column] as Double?).map(Date.init(timeIntervalSince1970:))
    }
}
