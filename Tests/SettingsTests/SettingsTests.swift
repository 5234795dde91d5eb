import Alerting
import Foundation
import Matching
import Model
import Notifying
import Testing

@testable import Settings

struct `Settings of nothing but a brand` {
    @Test func `are the documented defaults`() throws {
        let settings = try settings("brands: [{id: b}]")
        #expect(settings.business == BusinessSettings.standard)
        #expect(settings.business.name == "Repute")
        #expect(settings.business.timeZone.secondsFromGMT() == 0)
        #expect(settings.storagePath == "/var/lib/repute/repute.db")
        #expect(settings.retention.mentions == nil)
        #expect(settings.retention.outbox == 2_592_000.0)
        #expect(settings.polling == PollingSettings())
        #expect(settings.logLevel == .info)
        #expect(settings.rules.isEmpty)
        #expect(settings.brands[0].brand == Brand(id: BrandID(trusted: "b"), name: "b"))
        #expect(settings.brands[0].contextWindow == BrandDefinition.defaultContextWindow)
    }

    @Test func `get the standard rule with the first channel`() throws {
        let rules = try settings(
            "channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]"
        ).rules
        #expect(rules.map(\.id.rawValue) == ["negative"])
        #expect(rules[0].conditions.labels == [.negative])
        #expect(rules[0].coolDown == 600)
        #expect(rules[0].urgency == .weighed)
        #expect(rules[0].instantFrom == .info)
        #expect(rules[0].channels.map(\.rawValue) == ["m"])
    }
}

struct `Settings as configured` {
    @Test func `take every general key`() throws {
        let folder = try ConfigurationFolder(
            """
            business: {name: Harbour, time_zone: America/New_York, hours: [Mon-Fri 9-17, Sat 10-12], holidays: [2026-12-24, 12-25], contact: me@example.org}
            storage: {path: db/repute.db}
            retention: {mentions: 730d, outbox: forever}
            polling: {interval: 20m, longest_interval: 4h, minimum_interval: 5s, host_budgets: {API.example: 300, 'b.example:8080': 1}, concurrency: 3, per_host: 1, host_spacing: 0s,
              connect_timeout: 5s, timeout: 50s, body_limit: 512KiB, user_agent: Mine/1, proxy: 'socks5h://p.example:1080',
              ca_file: ca.pem, allow_files: [feeds, /srv/../opt/./x], allow_private_networks: [10.0.0.0/8, 'fd00::/8', '[::1]:80', a.internal]}
            lexicons: words.tsv
            log: {level: debug}
            """, files: ["ca.pem": "x", "words.tsv": "x\t1"])
        let settings = try folder.settings()
        #expect(settings.business.name == "Harbour")
        #expect(settings.business.timeZone.identifier == "America/New_York")
        let hours = settings.business.hours.map { "\($0)" }
        #expect(hours?.hasPrefix("Mon 09:00-17:00, ") == true)
        #expect(hours?.hasSuffix(", Sat 10:00-12:00") == true)
        #expect(settings.business.contact == "me@example.org")
        let holidays = settings.business.holidays.map { "\($0)" }.sorted()
        #expect(holidays == ["12-25", "2026-12-24"])
        #expect(settings.storagePath == folder.path + "/db/repute.db")
        #expect(settings.retention.mentions == 63_072_000.0)
        #expect(settings.retention.outbox == nil)
        var polling = PollingSettings()
        polling.interval = 1200
        polling.longestInterval = 14_400
        polling.hostBudgets = ["api.example": 300, "b.example:8080": 1]
        polling.minimumInterval = 5
        polling.concurrency = 3
        polling.requestsPerHost = 1
        polling.hostSpacing = 0
        polling.connectTimeout = 5
        polling.timeout = 50
        polling.bodyLimit = 512 * 1024
        polling.userAgent = "Mine/1"
        polling.proxy = "socks5h://p.example:1080"
        polling.certificateFile = folder.path + "/ca.pem"
        polling.allowedFolders = [folder.path + "/feeds", "/opt/x"]
        polling.allowedPrivateNetworks = ["10.0.0.0/8", "fd00::/8", "[::1]:80", "a.internal"]
        #expect(settings.polling == polling)
        #expect(settings.lexicons == [folder.path + "/words.tsv"])
        #expect(settings.logLevel == .debug)
    }

    @Test func `take every key of a source`() throws {
        let folder = try ConfigurationFolder(
            """
            business: {time_zone: America/New_York}
            polling: {allow_files: [feeds]}
            brands: [{id: b}]
            sources:
              - {id: a, title: Title, url: "file:feeds/a b.xml", kind: survey, brand: b, interval: 1h, time_zone: Asia/Tokyo, alert_since: 2026-11-22, enabled: false}
              - {id: c, genre: social, url: "https://c.example/", alert_since: 2026-11-22T09:30:00+01:00, headers: {Accept: "text/xml"}}
              - {id: d, url: "https://d.example/", alert_since: now}
            """)
        let sources = try folder.settings().sources
        #expect(sources[0].title == "Title")
        #expect(sources[0].url.reveal() == "file://\(folder.path)/feeds/a%20b.xml")
        #expect(sources[0].kind == .survey)
        #expect(sources.map(\.genre) == [.review, .social, nil])
        #expect(sources[0].brand?.rawValue == "b")
        #expect(sources[0].interval == 3600)
        #expect(sources[0].timeZone == "Asia/Tokyo")
        #expect(sources[0].alertSince?.rfc3339 == "2026-11-22T05:00:00Z")
        #expect(!sources[0].isEnabled)
        #expect(sources[1].kind == .mention)
        #expect(sources[1].interval == 900)
        #expect(sources[1].alertSince?.rfc3339 == "2026-11-22T08:30:00Z")
        #expect(sources[1].headers.map(\.name) == ["Accept"])
        #expect(sources[1].isEnabled)
        #expect(sources[2].alertSince == Date(timeIntervalSince1970: 1_700_000_000))
    }

    @Test func `take every key of brands and rules`() throws {
        let rules = """
            brands:
              - {id: b, name: Harbour, names: [HC, Harbour Coffee], query: harbour, context: [coffee], context_window: any, competitors: Quay Bakery}
              - {id: c, competitor: true, context: tea, context_window: 3}
            sources: [{id: s, url: "https://s.example/"}]
            channels: [{id: m, type: sendmail, from: a@example.org, to: [b@example.org, c@example.org], from_name: N, envelope_from: e@example.org, command: [./send, -t], timeout: 5s}, {id: w, type: webhook, url: "https://w.example/", timeout: 6s, headers: {X-A: b}}]
            rules:
              - id: r
                title: Rule
                enabled: false
                severity: critical
                cooldown: 0s
                channels: [w, m, w]
                when: {label: [negative, neutral], max_score: -0.5, min_confidence: 0.25, max_stars: 3.5, min_stars: 2, brand: [b, c], competitors: yes, source: s, kind: mention, words: refund OR late}
              - id: q
                severity: by_stars
                when: {min_stars: 4}
            """
        let folder = try ConfigurationFolder(rules)
        let settings = try folder.settings()
        #expect(settings.brands[0].brand.name == "Harbour")
        #expect(settings.brands[0].names == ["HC", "Harbour Coffee"])
        #expect(settings.brands[0].competitors == ["Quay Bakery"])
        #expect(settings.brands[0].query?.text == "harbour")
        #expect(settings.brands[0].context == ["coffee"])
        #expect(settings.brands[0].contextWindow == nil)
        #expect(settings.brands[1].brand.isCompetitor)
        #expect(settings.brands[1].context == ["tea"])
        #expect(settings.brands[1].contextWindow == 3)
        let rule = settings.rules[0]
        #expect(rule.title == "Rule")
        #expect(!rule.isEnabled)
        #expect(rule.urgency == .fixed(.critical))
        #expect(rule.coolDown == 0)
        #expect(rule.channels.map(\.rawValue) == ["w", "m"])
        #expect(rule.conditions.labels == [.negative, .neutral])
        #expect(rule.conditions.maxScore == -0.5)
        #expect(rule.conditions.minConfidence == 0.25)
        #expect(rule.conditions.maxStars == 3.5)
        #expect(rule.conditions.minStars == 2)
        #expect(rule.conditions.brands.count == 2)
        #expect(rule.conditions.includesCompetitors)
        #expect(rule.conditions.sources.map(\.rawValue) == ["s"])
        #expect(rule.conditions.kinds == [.mention])
        #expect(rule.conditions.conditionText == "refund OR late")
        #expect(settings.rules[1].conditions.labels.isEmpty)
        #expect(settings.rules[1].channels.map(\.rawValue) == ["m", "w"])
        #expect(settings.rules[1].coolDown == 600)
        guard case .sendmail(let mail) = settings.channels[0].kind,
            case .webhook(let webhook) = settings.channels[1].kind
        else {
            Issue.record("channels of another kind")
            return
        }
        #expect(mail.sender.description == "a@example.org")
        #expect(mail.senderName == "N")
        #expect(mail.envelopeSender?.description == "e@example.org")
        #expect(mail.recipients.map(\.description) == ["b@example.org", "c@example.org"])
        #expect(mail.command == [folder.path + "/./send", "-t"])
        #expect(mail.timeLimit == 5)
        #expect(webhook.url.reveal() == "https://w.example/")
        #expect(webhook.timeLimit == 6)
        #expect(webhook.headers.map(\.name) == ["X-A"])
        #expect(settings.channels.map(\.typeName) == ["sendmail", "webhook"])
    }

    @Test func `read texts as texts, whatever they look like`() throws {
        let text = "business: {name: No}\nbrands: [{id: '1', name: 1.10}, {id: on, name: ~x}]"
        let settings = try settings(text)
        #expect(settings.business.name == "No")
        #expect(settings.brands.map(\.brand.name) == ["1.10", "~x"])
        #expect(settings.brands.map(\.brand.id.rawValue) == ["1", "on"])
    }

    @Test func `take lists that are commented out as empty`() throws {
        #expect(try settings("brands: [{id: b}]\nsources:\nrules: ~\npolling:\n").sources.isEmpty)
    }
}
