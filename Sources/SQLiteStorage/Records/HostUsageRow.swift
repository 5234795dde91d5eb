import Foundation
import GRDB
import Model

extension HostUsage {
    /// Reads a row of `hostUsage`.
    init(row: Row) {
        self.init(
            host: row["host"], day: CalendarDay(number: row["day"]), requests: row["requests"],
            limit: row["requestLimit"], remaining: row["remaining"],
            resetsAt: row.date("resetsAt"), blockedUntil: row.date("blockedUntil"))
    }

    /// Adds the requests of one poll to those of the day, and takes over what the host said.
    ///
    /// Requests of a day that is over by now are not counted on the present one.
    func add(in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO hostUsage
                    (host, day, requests, requestLimit, remaining, resetsAt, blockedUntil)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (host) DO UPDATE SET
                    requests = CASE
                        WHEN excluded.day > day THEN excluded.requests
                        WHEN excluded.day = day THEN requests + excluded.requests
                        ELSE requests END,
                    day = max(day, excluded.day),
                    requestLimit = coalesce(excluded.requestLimit, requestLimit),
                    remaining = coalesce(excluded.remaining, remaining),
                    resetsAt = coalesce(excluded.resetsAt, resetsAt),
                    blockedUntil = max(
                        coalesce(excluded.blockedUntil, blockedUntil),
                        coalesce(blockedUntil, excluded.blockedUntil))
                """
        ).execute(arguments: [
            host, day.number, max(0, requests), limit, remaining,
            resetsAt?.timeIntervalSince1970, blockedUntil?.timeIntervalSince1970,
        ])
    }
}
