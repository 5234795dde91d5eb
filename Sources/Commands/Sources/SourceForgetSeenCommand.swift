import ArgumentParser
import Model
import Reporting
import Settings
import Storage

/// The command `repute source forget-seen`.
struct SourceForgetSeenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget-seen",
        abstract: "Looks at everything that a source lists anew.",
        discussion: """
            Forgets which entries were seen but made no mention, so that they are matched again: \
            after a brand's query was mended, what the feed still lists becomes mentions. They count \
            as history and never alert. Mentions that are stored stay as they are. In a terminal you \
            are asked first.

            Examples:
              repute source forget-seen town-forum
            """)

    @Argument(help: "The id of the source.")
    var id: SourceID

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let source = try workplace.source(id)
        let deed = try await Self.deed(
            source, isAgreed: yes, dialogue: .system, workplace: workplace)
        try await workplace.console.print(
            SourceDeed.rendered([deed], as: options.format, style: workplace.console.style))
        if !deed.isDone { throw CommandFailure(.failed) }
    }

    /// Asks, forgets, and tells.
    static func deed(
        _ source: Source, isAgreed: Bool, dialogue: Dialogue, workplace: Workplace
    ) async throws -> SourceDeed {
        if !isAgreed, dialogue.isInteractive {
            let question =
                "Everything that \(source.id) lists will be read anew and matched again; what becomes "
                + "a mention by that never alerts. Go on?"
            guard try await dialogue.confirms(question, otherwise: true) else {
                return SourceDeed(source: source.id, isDone: false, text: "nothing was forgotten")
            }
        }
        let count = try await workplace.withStore {
            try await $0.forgetSeen(of: source.id, now: workplace.now)
        }
        guard let count else {
            return SourceDeed(
                source: source.id, isDone: false,
                text: "the daemon has not registered it yet, so there is nothing to forget")
        }
        let entries =
            count == 1
            ? "1 entry that was no mention is" : "\(count) entries that were no mentions are"
        return SourceDeed(
            source: source.id, isDone: true,
            text: "\(entries) forgotten; the next poll reads everything anew")
    }
}
