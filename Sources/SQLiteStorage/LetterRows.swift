import Foundation
import GRDB
import Model
import Storage

/// The rows of `delivery` that make up letters, inside one transaction.
///
/// A letter is a delivery without `leadId`, which leads it, and those that name it there. As long as
/// it can still be sent, all of it are in the same state.
struct LetterRows {
    let database: Database

    /// Claims the next letter of a channel; the delivery that leads it comes first.
    ///
    /// Only that one is leased: nobody finds the others but through it. The attempt is counted now, since
    /// its receiver may have taken the letter also where its end is never stored, and drops another
    /// one of the same id: it must never grow.
    func claim(of channel: ChannelID, now: Date, lease: Lease, gathering: Gathering?) throws
        -> [Delivery]
    {
        guard let lead = try due("", of: channel, now: now, limit: 1).first else { return [] }
        var others = try followers(of: lead.id)
        if others.isEmpty, lead.attempts == 0, let gathering {
            others = try gather(behind: lead, now: now, gathering)
        }
        try database.cachedStatement(
            sql: """
                UPDATE delivery SET attempts = attempts + 1
                WHERE state = 'pending' AND id IN (
                    SELECT :lead UNION ALL SELECT id FROM delivery WHERE leadId = :lead)
                """
        ).execute(arguments: ["lead": lead.id])
        try database.cachedStatement(
            sql: "UPDATE delivery SET leaseOwner = ?, leaseUntil = ? WHERE id = ?"
        ).execute(arguments: [
            lease.owner, now.timeIntervalSince1970 + lease.duration, lead.id,
        ])
        return [lead] + others
    }

    /// Joins other due deliveries to `lead`, if there are too many for letters of their own or one has
    /// waited too long; those that were joined.
    private func gather(behind lead: Delivery, now: Date, _ gathering: Gathering) throws
        -> [Delivery]
    {
        let most = max(1, gathering.most)
        let together = try due(
            Self.isUntried, of: lead.channel, now: now, limit: max(gathering.limit, most + 1))
        let oldest = together.map(\.createdAt).min() ?? now
        guard together.first?.id == lead.id, together.count > 1,
            together.count > most || now.timeIntervalSince(oldest) >= gathering.patience
        else { return [] }
        return try together.prefix(max(1, gathering.limit)).dropFirst().map { delivery in
            try database.cachedStatement(sql: "UPDATE delivery SET leadId = ? WHERE id = ?")
                .execute(arguments: [lead.id, delivery.id])
            var delivery = delivery
            delivery.lead = lead.id
            return delivery
        }
    }

    /// Letters of a channel that may be tried and for which `condition` holds, the longest due first:
    /// those that somebody else holds are due at the end of the lease, those that were stored after
    /// `now`, before the clock was set back, after all others.
    private func due(_ condition: String, of channel: ChannelID, now: Date, limit: Int) throws
        -> [Delivery]
    {
        let times = [
            "dueAt <= :now",
            "createdAt > :now AND +dueAt > :now AND coalesce(leaseUntil, :now) <= :now",
        ]
        var letters: [Delivery] = []
        for time in times where letters.count < limit {
            letters += try database.cachedStatement(
                sql: """
                    SELECT * FROM delivery
                    WHERE state = 'pending' AND leadId IS NULL AND channelId = :channel
                        AND \(time) \(condition)
                    ORDER BY dueAt, id LIMIT :limit
                    """
            ).rows(
                [
                    "channel": channel.rawValue, "now": now.timeIntervalSince1970,
                    "limit": limit - letters.count,
                ], Delivery.init(row:))
        }
        return letters
    }

    private func followers(of lead: DeliveryID) throws -> [Delivery] {
        try database.cachedStatement(
            sql: "SELECT * FROM delivery WHERE leadId = ? AND state = 'pending' ORDER BY id"
        ).rows([lead], Delivery.init(row:))
    }

    /// What holds of a delivery that was never tried and may be joined with others.
    private static let isUntried = """
        AND attempts = 0 AND NOT EXISTS (
            SELECT 1 FROM alert WHERE id = alertId AND kind IN ('digest', 'test'))
        """

    /// Ends, or puts off, the letter that `id` leads, or led until it was taken back.
    func settle(_ id: DeliveryID, as outcome: AttemptOutcome, now: Date) throws {
        let (state, next, error): (Delivery.State, Date?, String?) =
            switch outcome {
            case .delivered: (.delivered, nil, nil)
            case .retry(let at, let error): (.pending, at, error)
            case .givenUp(let error): (.givenUp, nil, error)
            case .cancelled(let reason): (.cancelled, nil, reason)
            }
        try database.cachedStatement(
            sql: """
                UPDATE delivery SET
                    state = :state,
                    nextAttempt = coalesce(:next, nextAttempt), lastError = :error,
                    settledAt = iif(:state = 'pending', NULL, :now),
                    leaseOwner = NULL, leaseUntil = NULL
                WHERE state = 'pending' AND id IN (
                    SELECT :lead UNION ALL SELECT id FROM delivery WHERE leadId = :lead)
                """
        ).execute(arguments: [
            "state": state.rawValue, "next": next?.timeIntervalSince1970, "error": error,
            "now": now.timeIntervalSince1970, "lead": try heir(of: id),
        ])
    }

    /// The delivery that leads the letter of `lead` now.
    private func heir(of lead: DeliveryID) throws -> DeliveryID {
        var lead = lead
        while let next = try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT leadId FROM delivery WHERE id = ? AND state = 'cancelled'"),
            arguments: [lead])
        {
            lead = next
        }
        return lead
    }

    /// Lets the oldest of the others lead the letter of a delivery that was taken back; nothing
    /// happens where nobody is left to be led.
    ///
    /// The former lead names its heir from then on, so that an attempt that is under way ends all of
    /// them, and the heir is leased until then.
    func passOn(_ lead: DeliveryID) throws {
        let others = "leadId = :lead AND state IN ('pending', 'given-up')"
        let first = try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT id FROM delivery WHERE \(others) ORDER BY id LIMIT 1"),
            arguments: ["lead": lead])
        guard let first else { return }
        try database.cachedStatement(
            sql: """
                UPDATE delivery SET
                    leadId = NULL,
                    (leaseOwner, leaseUntil) =
                        (SELECT leaseOwner, leaseUntil FROM delivery WHERE id = :lead)
                WHERE id = :heir
                """
        ).execute(arguments: ["lead": lead, "heir": first])
        try database.cachedStatement(
            sql: "UPDATE delivery SET leadId = :heir WHERE \(others) OR id = :lead"
        ).execute(arguments: ["lead": lead, "heir": first])
    }
}
