import Alerting
import Foundation
import Matching
import Model
import Testing

@testable import Settings

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}

/// The example with every `#key` line made real.
private func uncommented() throws -> String {
    try text("config/repute.yaml").split(separator: "\n", omittingEmptySubsequences: false).map {
        line in
        let spaces = line.prefix { $0 == " " }
        let rest = line.dropFirst(spaces.count)
        guard rest.first == "#", let next = rest.dropFirst().first, next != " " else {
            return String(line)
        }
        return String(spaces) + rest.dropFirst()
    }.joined(separator: "\n")
}

struct `The example configuration` {
    @Test func `loads without a problem, drop-ins included`() throws {
        let settings = try SettingsLoader(environment: [:])
            .load(path: root.appendingPathComponent("config/repute.yaml").path)
        #expect(settings.warnings.map(\.description) == [])
        #expect(settings.files.count == 3)
        #expect(
            settings.brands.map(\.brand.id.rawValue) == [
                "harbour-cafe", "dockside-diner", "anchor",
            ])
        #expect(
            settings.sources.map(\.id.rawValue) == ["shop-reviews", "town-forum", "local-news"])
        #expect(settings.rules.map(\.id.rawValue) == ["bad-review", "urgent-words", "praise"])
        #expect(
            settings.ruleOrder.map(\.rawValue) == [
                "bad-review", "urgent-words", "praise", "bad-day", "slide", "unanswered",
            ])
        #expect(settings.digests.map(\.id.rawValue) == ["morning", "week"])
    }

    @Test func `for the quick start loads without a problem`() throws {
        let settings = try SettingsLoader(environment: [:])
            .load(path: root.appendingPathComponent("config/quickstart.yaml").path)
        #expect(settings.warnings.map(\.description) == [])
    }

    @Test func `says of what it shows with one number sign that it is valid too`() throws {
        let main = try uncommented()
            .replacing("\n    url: https://shop.example.org/reviews.atom", with: "")
            .replacing("\n    url: https://hooks.example.org/repute", with: "")
            .replacing("\n    url_credential: shop-reviews-url", with: "")
            .replacing("\n    url_credential: team-chat-url", with: "")
            .replacing("\n  url_credential: heartbeat-url", with: "")
            .replacing("\n  url: http://192.168.1.5/beat", with: "")
        let key = "whsec_" + String(repeating: "QUJD", count: 8)
        let folder = try ConfigurationFolder(
            main,
            files: [
                "secrets/shop-reviews-url": "https://shop.example.org/private.atom",
                "secrets/team-chat-url": "https://hooks.example.org/private",
                "secrets/heartbeat-url": "https://beat.example.org/private",
                "secrets/shop-token": "t0ken", "secrets/webhook-signing-secret": key,
                "credentials/shop-key": "k3y", "credentials/team-chat-token": "t0ken",
                "credentials/webhook-signing-secret": key,
                "lexicons/coffee.tsv": "bitter\t-1\n", "recipes/.keep": "",
            ])
        let folderPath = folder.path
        try folder.write(
            "repute.yaml",
            main.replacing("/etc/ssl/our-proxy.pem", with: "lexicons/coffee.tsv"))
        let environment = ["CREDENTIALS_DIRECTORY": folderPath + "/credentials"]
        #expect(folder.problems(environment) == [])
        let settings = try folder.settings(environment)
        let used = PollingSettings()
        #expect(settings.polling.interval == used.interval)
        #expect(settings.polling.timeout == used.timeout)
        #expect(settings.polling.bodyLimit == used.bodyLimit)
        #expect(settings.polling.hostSpacing == used.hostSpacing)
        #expect(settings.polling.concurrency == used.concurrency)
        #expect(settings.polling.requestsPerHost == used.requestsPerHost)
        #expect(settings.polling.connectTimeout == used.connectTimeout)
        #expect(settings.polling.minimumInterval == used.minimumInterval)
        var retention = RetentionSettings.standard
        retention.sources = [SourceID(trusted: "shop-reviews"): TimeInterval?.none]
        #expect(settings.retention == retention)
        #expect(settings.heartbeat?.interval == 300)
        #expect(settings.channels.count == 2)
        #expect(
            settings.sources.map(\.id.rawValue) == [
                "shop-reviews", "town-forum", "app-store", "survey-2025",
            ])
    }

    @Test func `shows the defaults of rules`() throws {
        let main = try text("config/repute.yaml")
        let defaults = [
            "#window: 1d ", "#false_alarms: 1 ", "#of: rating ", "#days: 30 ", "#least: 0.3 ",
            "#false_alarms: 0.5", "within: 8h ", "#pauses: [1d, 3d, 1w] ", "#patience: 90d ",
            "#after: 2", "#cooldown: 10m ", "#instant: info ", "#severity: weighed ", "#at: 08:00 ",
            "#empty: false ",
        ]
        for text in defaults { #expect(main.contains(text), "\(text)") }
    }

    @Test(arguments: SettingsBlock.ruleTests)
    func `has a manual for the keys of rule tests too`(block: SettingsBlock) throws {
        let manual = try text("docs/rule-tests.md")
        for key in block.keys {
            #expect(
                manual.contains("`\(key.name)`"),
                "\(block.path).\(key.name) is missing in docs/rule-tests.md")
        }
    }

    @Test(arguments: SettingsBlock.all)
    func `shows every key, and so does the reference`(block: SettingsBlock) throws {
        let example = try text("config/repute.yaml")
        let reference = try text("docs/configuration.md")
        for key in block.keys {
            let isShown = example.split(separator: "\n").contains { line in
                line.contains("\(key.name):")
            }
            #expect(isShown, "\(block.path).\(key.name) is missing in config/repute.yaml")
            #expect(
                reference.contains("`\(key.name)`"),
                "\(block.path).\(key.name) is missing in docs/configuration.md")
        }
    }
}
