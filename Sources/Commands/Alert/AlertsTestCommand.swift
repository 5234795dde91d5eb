import ArgumentParser
import Assembly
import FoundationEssentials
import Logging
import Model
import Monitor
import Reporting
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command `repute alerts test`.
struct AlertsTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Sends a real, marked test through a channel and says how it ended.",
        discussion: """
            The test is stored like any alert, rendered by the same code, and sent by this process in \
            one attempt, quiet hours or not; the daemon need not run. A channel that was down is tried \
            again by the daemon once a test was taken. Exit code 0 means that the receiver took it, \
            1 that it did not, with what the receiver said; the daemon then tries the test again.

            Examples:
              repute alerts test mail
              repute alerts test hook --format json
            """)

    @Argument(help: ArgumentHelp("The id of the channel.", valueName: "channel"))
    var channel: ChannelID

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        try workplace.check(channel: channel)
        let run = ChannelTest(channel: channel, workplace: workplace)
        let result = try await workplace.withStore { try await run.result(in: $0) }
        await workplace.assembly.shutdown()
        try await workplace.console.print(
            result.rendered(as: options.format, for: workplace.reader))
        if !result.isTaken { throw CommandFailure(.failed) }
    }
}

/// One test of a channel.
struct ChannelTest {
    /// How it ended.
    struct Result: Sendable {
        var delivery: Delivery
        var outcome: AttemptOutcome
        /// How long the attempt took, in seconds.
        var duration: Double

        var isTaken: Bool { outcome == .delivered }

        func rendered(as format: OutputFormat, for reader: Reader) -> String {
            guard format == .table || format == .markdown else { return json + "\n" }
            let head = "\(delivery.channel): " + (isTaken ? "taken" : "not taken")
            let meaning: TerminalStyle.Meaning = isTaken ? .positive : .negative
            let seconds = JSONValue.rounded((duration * 100).rounded() / 100).text
            var text = reader.style.paint(head, meaning)
            text += " after \(seconds) s, alert \(delivery.alert), id \(delivery.messageID)\n"
            switch outcome {
            case .delivered: break
            case .retry(let time, let error):
                text += Table.Cell(error).text + "\n"
                text += reader.style.paint(
                    "The daemon tries again \(reader.time.relative(max(time, reader.time.now))); "
                        + "`repute alerts cancel \(delivery.alert)` takes the test back.\n", .faint)
            case .givenUp(let error), .cancelled(let error): text += Table.Cell(error).text + "\n"
            }
            return text
        }

        private var json: String {
            var (word, error, next): (String, String?, Date?) = ("delivered", nil, nil)
            switch outcome {
            case .delivered: break
            case .retry(let time, let detail): (word, error, next) = ("retry", detail, time)
            case .givenUp(let detail): (word, error) = ("given-up", detail)
            case .cancelled(let detail): (word, error) = ("cancelled", detail)
            }
            return JSONValue.members([
                "channel": .string(delivery.channel.rawValue), "outcome": .string(word),
                "error": .optional(error), "nextAttempt": .date(next),
                "alert": .integer(Int(delivery.alert)), "messageID": .string(delivery.messageID),
                "seconds": .rounded(duration),
            ]).text
        }
    }

    let channel: ChannelID
    let workplace: Workplace
    var time: TimeSource = .system
    /// Who asked for it, as the alert tells.
    var reason = "a test that was asked for with `repute alerts test`"

    func result(in store: any Store) async throws -> Result {
        let configuration = workplace.assembly.monitorConfiguration()
        guard let channel = configuration.channels[channel] else {
            throw CommandFailure(.software, "the channel \(channel) could not be made")
        }
        let walk = DeliverWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time,
            owner: "test-\(getpid())", random: { Double.random(in: 0..<1) },
            logger: Logger(label: "repute") { _ in SwiftLogNoOpLogHandler() })
        let started = ContinuousClock.now
        let (delivery, outcome) = try await walk.test(channel, reason: reason)
        return Result(
            delivery: delivery, outcome: outcome,
            duration: started.duration(to: .now) / .seconds(1))
    }
}
