import ArgumentParser
import Assembly
import FoundationEssentials
import Model
import Reporting
import Scheduling
import Settings
import Storage

/// From where on `repute status --check` warns.
struct StatusCheckOptions: ParsableArguments {
    @Flag(help: "Say in one line whether all is well, as a Nagios plugin: exit code 0, 1, 2 or 3.")
    var check = false

    @Option(help: ArgumentHelp("Warn from so many dead sources on.", valueName: "number"))
    var warningDead: Bound = .number(1)
    @Option(help: ArgumentHelp("Critical from so many dead sources on.", valueName: "number"))
    var criticalDead: Bound = .never

    @Option(help: ArgumentHelp("Warn when an alert waits for so long.", valueName: "duration"))
    var warningOutbox: Age = .seconds(3600)
    @Option(help: ArgumentHelp("Critical when an alert waits for so long.", valueName: "duration"))
    var criticalOutbox: Age = .seconds(6 * 3600)

    @Option(
        help: ArgumentHelp(
            "Warn when a source is due and not asked for so long.", valueName: "duration"))
    var warningOverdue: Age = .seconds(900)
    @Option(
        help: ArgumentHelp(
            "Critical when a source is due and not asked for so long.", valueName: "duration"))
    var criticalOverdue: Age = .seconds(3600)

    @Option(help: ArgumentHelp("Warn from so many given-up alerts on.", valueName: "number"))
    var warningGivenUp: Bound = .number(1)
    @Option(help: ArgumentHelp("Critical from so many given-up alerts on.", valueName: "number"))
    var criticalGivenUp: Bound = .never

    @Option(
        help: ArgumentHelp(
            "Warn when a complaint waits unanswered for so long.", valueName: "duration"))
    var warningComplaint: Age = .never
    @Option(
        help: ArgumentHelp(
            "Critical when a complaint waits unanswered for so long.", valueName: "duration"))
    var criticalComplaint: Age = .never

    var thresholds: CheckThresholds {
        var thresholds = CheckThresholds()
        thresholds.dead = .init(warning: warningDead.value, critical: criticalDead.value)
        thresholds.outbox = .init(warning: warningOutbox.value, critical: criticalOutbox.value)
        thresholds.overdue = .init(warning: warningOverdue.value, critical: criticalOverdue.value)
        thresholds.givenUp = .init(warning: warningGivenUp.value, critical: criticalGivenUp.value)
        thresholds.complaint = .init(
            warning: warningComplaint.value, critical: criticalComplaint.value)
        return thresholds
    }

    /// A count from 1, or `never`.
    enum Bound: ExpressibleByArgument {
        case number(Int)
        case never

        init?(argument: String) {
            if argument == "never" {
                self = .never
            } else if let number = Int(argument), number > 0 {
                self = .number(number)
            } else {
                return nil
            }
        }

        var value: Double? {
            if case .number(let number) = self { Double(number) } else { nil }
        }

        var defaultValueDescription: String {
            if case .number(let number) = self { "\(number)" } else { "never" }
        }
    }

    /// A duration, such as `90m`, or `never`.
    enum Age: ExpressibleByArgument {
        case seconds(Double)
        case never

        init?(argument: String) {
            if argument == "never" {
                self = .never
            } else if let seconds = DurationText.seconds(argument), seconds > 0 {
                self = .seconds(seconds)
            } else {
                return nil
            }
        }

        var value: Double? {
            if case .seconds(let seconds) = self { seconds } else { nil }
        }

        var defaultValueDescription: String {
            if case .seconds(let seconds) = self { DurationText.text(seconds) } else { "never" }
        }
    }
}

extension StatusCommand {
    /// The verdict on what `options` name; never throws, since every fault is a verdict too.
    static func verdict(
        _ options: GlobalOptions, _ thresholds: CheckThresholds
    ) async -> StatusCheck {
        let workplace: Workplace
        do {
            workplace = try await Workplace.open(options)
        } catch let failure as CommandFailure {
            let lines = failure.message.split(whereSeparator: \.isNewline)
            return StatusCheck(unknown: "the configuration can't be used: \(lines.first ?? "")")
        } catch {
            return StatusCheck(unknown: "the configuration can't be used: \(error)")
        }
        let daemon: StatusCheck.Daemon =
            switch DaemonLock.holder(storePath: workplace.settings.storagePath) {
            case .process: .runs
            case .nobody: .isMissing
            case .unknown: .cannotBeSeen
            }
        do {
            let page = try await workplace.withStore { try await Self.page(workplace, store: $0) }
            return StatusCheck(page, daemon: daemon, thresholds: thresholds, now: workplace.now)
        } catch let error as StorageError {
            return StatusCheck(unreadable: error.detail, daemon: daemon)
        } catch {
            return StatusCheck(unreadable: "\(error)", daemon: daemon)
        }
    }
}
