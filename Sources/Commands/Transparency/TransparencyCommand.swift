import ArgumentParser
import Assembly
import FoundationEssentials
import Model
import Reporting
import Scoring
import Settings
import Storage

/// The command `repute transparency`.
struct TransparencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transparency",
        abstract: "Says in plain words what this configuration does with what people write.",
        discussion: """
            One page: how mentions are judged and by which words, what is told and to whom, where mentions \
            come from, what is stored and for how long, what leaves the machine, and how to have something \
            corrected or forgotten. It follows the running configuration, so that it can be put on a \
            website and made anew after every change. No secret stands in it; addresses of sources are \
            masked, and who reads alerts is left out unless --recipients asks for it.

            Examples:
              repute transparency
              repute transparency --format html > transparency.html
              repute transparency --format markdown --recipients
            """)

    @Flag(help: "Name the mail addresses that alerts go to.")
    var recipients = false

    @OptionGroup var options: DocumentOptions

    func run() async throws {
        let workplace = try await Workplace.open(options.global)
        let settings = workplace.settings
        let overlays = try await onOwnThread { try OverlayFiles(settings) }
        // The page can be printed before the daemon has made a database.
        let isStored = try await onOwnThread {
            FileManager.default.fileExists(atPath: settings.storagePath)
        }
        let corrections =
            isStored
            ? try await workplace.withStore { try await $0.corrections(of: nil) } : []
        let facts = try TransparencyReading(
            settings: settings, overlays: overlays, showsRecipients: recipients
        ).facts(corrections, now: workplace.now)
        let document = TransparencyPage(facts: facts).document(madeAt: workplace.now)
        try await workplace.console.print(
            document.rendered(
                as: options.format, names: workplace.names, for: workplace.reader))
    }
}
