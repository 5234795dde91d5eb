import FoundationEssentials
import Model
import Reporting
import Testing

/// Values for the pages on alerts.
private enum Some {
    /// A reader whose terminal cuts nothing.
    static let wide = Reader(style: .plain, width: 300, time: Sample.time)

    static let mail = ChannelID(trusted: "mail")
    static let rule = RuleID(trusted: "complaints")

    static func delivery(
        _ id: DeliveryID, alert: AlertID = 5, _ state: Delivery.State, attempts: Int = 0,
        lead: DeliveryID? = nil, error: String? = nil
    ) -> Delivery {
        Delivery(
            id: id, alert: alert, channel: mail, messageID: "m-\(id)", state: state,
            attempts: attempts, nextAttempt: Sample.now + 600, lastError: error,
            createdAt: Sample.now - 3600,
            settledAt: state == .pending ? nil : Sample.now - 60, lead: lead)
    }

    static func alert(_ id: AlertID = 5, kind: Alert.Kind = .mentions) -> Alert {
        Alert(
            id: id, rule: rule, severity: .warning, brand: BrandID(trusted: "cafe"),
            mentions: [7], reason: "negative (−0.82) \u{1B}[31m", createdAt: Sample.now - 3600,
            kind: kind, weighing: "warning: 2 of 5 stars (+1)")
    }
}

struct `A list of alerts and their letters` {
    @Test func `says which letter tells of an alert that has none of its own`() {
        let text = AlertListing.listing(
            [Some.alert(6), Some.alert(5)],
            deliveries: [
                5: [Some.delivery(1, .delivered)],
                6: [Some.delivery(2, alert: 6, .delivered, lead: 1)],
            ], names: Sample.names
        ).rendered(as: .table, for: Some.wide)
        #expect(text.contains("mail delivered with alert 5"))
        #expect(!text.contains("\u{1B}") && !text.contains("Kind"))
    }

    @Test func `has a column for the kind where not all are about mentions`() {
        let listing = AlertListing.listing(
            [Some.alert(kind: .surge)], deliveries: [:], names: Sample.names)
        #expect(listing.rendered(as: .table, for: Sample.plain).contains("surge"))
        #expect(listing.rendered(as: .csv, for: Sample.plain).contains("surge"))
        #expect(listing.rendered(as: .json, for: Sample.plain).contains(#""weighing":"warning"#))
    }
}

struct `A page on an alert` {
    private func page(_ deliveries: [Delivery]) -> AlertPage {
        AlertPage(
            alert: Some.alert(), mentions: [Sample.mention()], deliveries: deliveries,
            letters: [1: [5, 6, 7], 2: [4, 5]],
            channels: [
                ChannelState(
                    channel: Some.mail, failures: 3, failingSince: Sample.now - 7200,
                    nextTry: Sample.now + 300, lastError: "450 mailbox busy")
            ])
    }

    @Test func `shows reason, weighing, attempts, the last error and the state of the channel`() {
        let page = page([Some.delivery(3, .pending, attempts: 3, error: "450 mailbox\nbusy")])
        let text = page.rendered(as: .table, names: Sample.names, for: Some.wide)
        for part in [
            "Alert #5", "warning: 2 of 5 stars (+1)", "negative (−0.82)", "The waiter was rude.",
            "3 attempts failed, next in 10 min", "450 mailbox", "id m-3",
            "fails since 2026-11-22 10:00", "tried again in 5 min",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("\u{1B}"))
        var short = page
        short.mentions = []
        let narrow = short.rendered(as: .table, names: Sample.names, for: Sample.plain)
        for line in narrow.split(separator: "\n") {
            #expect(DisplayWidth.columns(of: line) <= 80, "\(line)")
        }
    }

    @Test func `says what shares a letter`() {
        let text = page([Some.delivery(1, .delivered), Some.delivery(2, .delivered, lead: 9)])
            .rendered(as: .table, names: Sample.names, for: Some.wide)
        #expect(text.contains("its letter tells alert 6, 7 too"))
        #expect(text.contains("in the letter of alert 4"))
    }

    @Test func `gives programs everything`() {
        let text = page([Some.delivery(1, .cancelled)])
            .rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(text.contains(#""state":"cancelled""#) && text.contains(#""alerts":[5,6,7]"#))
        let csv = page([Some.delivery(1, .givenUp)])
            .rendered(as: .csv, names: Sample.names, for: Sample.plain)
        #expect(csv.contains("given-up"))
    }
}

struct `A list of silences` {
    @Test func `says what each covers and whether it holds`() {
        let silences = [
            AlertSilence(
                id: 3, source: SourceID(trusted: "map-reviews"), start: Sample.now - 60,
                end: Sample.now + 60, comment: "=cmd"),
            AlertSilence(id: 2, start: Sample.now + 60, end: Sample.now + 120),
            AlertSilence(id: 1, rule: Some.rule, start: .distantPast, end: Sample.now),
        ]
        let listing = SilenceListing.listing(silences, names: Sample.names, now: Sample.now)
        let text = listing.rendered(as: .table, for: Sample.plain)
        for part in ["in force", "source Map reviews", "to come", "everything", "over"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(listing.rendered(as: .csv, for: Sample.plain).contains("'=cmd"))
    }
}

struct `A sentence on a channel` {
    @Test func `says since when it fails, how many wait and when it is tried`() {
        let state = ChannelState(
            channel: Some.mail, failures: 1, failingSince: Sample.now - 3600,
            nextTry: Sample.now - 5, lastError: "no route")
        #expect(
            ChannelSentence.text(state, pending: 2, time: Sample.time)
                == "fails since 2026-11-22 11:00 (1 attempt): no route; 2 deliveries wait, "
                + "tried again just now")
    }

    @Test func `says what to do about a receiver that wants no more`() {
        let state = ChannelState(channel: Some.mail, failures: 1, disabledAt: Sample.now)
        let text = ChannelSentence.text(state, pending: 0, time: Sample.time)
        #expect(text.contains("wants no more") && text.contains("retry --channel mail"))
    }
}

struct `A status with alerts` {
    @Test func `tells of channels in trouble, silences and the next digest`() {
        var page = StatusPage(
            business: "Café", totals: SentimentCounts(), oldestUnanswered: nil, sources: [],
            states: [:],
            outbox: StatusPage.Outbox(
                pending: 2, retrying: 1, delivered: 4, givenUp: 1, oldestPending: nil))
        page.outbox.channels = [
            ChannelState(
                channel: Some.mail, failures: 2, failingSince: Sample.now - 600,
                lastError: "no route"),
            ChannelState(channel: ChannelID(trusted: "hook")),
        ]
        page.outbox.pendingByChannel = [Some.mail: 2]
        page.silences = [
            AlertSilence(id: 3, start: Sample.now, end: Sample.now + 3600, comment: "works")
        ]
        page.nextDigest = StatusPage.NextDigest(
            digest: RuleID(trusted: "morning"), at: Sample.now + 7200)
        let text = page.rendered(as: .table, names: Sample.names, for: Some.wide)
        for part in [
            "Channel mail: fails since 2026-11-22 11:50 (2 attempts): no route; 2 deliveries wait",
            "Silence 3: everything until 2026-11-22 13:00 (works)",
            "Next digest: morning, 2026-11-22 14:00 (in 2 h)", "alerts list --failed",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("Channel hook"))
        let json = page.rendered(as: .json, names: Sample.names, for: Some.wide)
        #expect(json.contains(#""nextDigest":{"digest":"morning""#) && json.contains("works"))
    }
}
