import ArgumentParser
import Foundation
import Model
import Parsing
import Reporting
import Settings
import TextProcessing

/// The command `repute source export`.
struct SourceExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the feeds as a list that other readers take (OPML 2.0).",
        discussion: """
            Sources that other readers could not read are left out and told on standard error: \
            interfaces that need a recipe, and addresses or headers with secrets. --with-secrets \
            writes addresses with secrets too.

            Examples:
              repute source export --opml > feeds.opml
            """)

    @Flag(help: "Write OPML; the only list there is, and the default.")
    var opml = false

    @Flag(help: "Write addresses that hold secrets too.")
    var withSecrets = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let export = SubscriptionExport(settings: workplace.settings, withSecrets: withSecrets)
        for line in export.leftOut { Console.complain("left out: " + line) }
        try await workplace.console.print(export.text(now: workplace.now))
    }
}

/// The feeds of a configuration as a list.
struct SubscriptionExport {
    private(set) var list: SubscriptionList
    /// Sources that are not in the list, each with the reason.
    private(set) var leftOut: [String] = []

    init(settings: Settings, withSecrets: Bool) {
        list = SubscriptionList(title: settings.business.name, feeds: [])
        for source in settings.sources {
            if let reason = Self.obstacle(source, withSecrets: withSecrets) {
                leftOut.append("\(source.id), \(reason)")
            } else {
                list.feeds.append(
                    SubscriptionList.Feed(
                        title: source.title ?? source.id.rawValue, url: source.url.reveal()))
            }
        }
    }

    /// What keeps other readers from reading the source; nil if nothing does.
    private static func obstacle(_ source: Source, withSecrets: Bool) -> String? {
        let address = source.url.reveal()
        if source.isImported { return "which is filled by imports" }
        if source.recipe != nil { return "which is no feed but an interface that a recipe reads" }
        if !address.hasPrefix("http://"), !address.hasPrefix("https://") {
            return "which is a file"
        }
        if !withSecrets, MaskedURL.masked(address) != address {
            return "since its address holds a secret (--with-secrets)"
        }
        return nil
    }

    /// The list as OPML, with what was left out in a comment.
    func text(now: Date) -> String {
        list.text(created: now, comment: leftOut.map { "left out: " + $0 })
    }
}
