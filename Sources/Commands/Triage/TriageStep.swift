import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// A command that adds one event to the mentions that are chosen.
protocol TriageStep: AsyncParsableCommand {
    var choice: MentionChoice { get }
    var person: ActingPerson { get }
    var options: GlobalOptions { get }

    /// What is done by `person`, as seen at `now` in `zone`.
    func change(by person: String, now: Date, zone: TimeZone) throws -> TriageChange
}

extension TriageStep {
    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await page(workplace, dialogue: .system)
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
        if !page.isApplied { throw CommandFailure(.failed) }
    }

    /// Does it, once somebody agreed; what came of it.
    func page(_ workplace: Workplace, dialogue: Dialogue) async throws -> TriageResultPage {
        let change = try change(
            by: try person.name(), now: workplace.now, zone: workplace.reader.time.zone)
        return try await TriageRun(
            choice: choice, change: change, workplace: workplace, dialogue: dialogue
        ).page()
    }
}
