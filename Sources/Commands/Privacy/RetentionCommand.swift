import ArgumentParser
import Assembly
import FoundationEssentials
import Model
import Reporting
import Storage

/// The command `repute retention`.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Shows what is kept for how long, and what goes next.",
        discussion: """
            The daemon removes what is older than `retention` in the configuration says, every six \
            hours and shortly after it starts; this shows what that would be, by the configuration as \
            it is now, even if the daemon has not read it yet. Ages count from the first sight, to the \
            second. What is still to be decided or told stays until that is done. The figures by day \
            stay for ever, and nothing that went comes back with a later poll.

            With --apply it is removed now.

            Examples:
              repute retention
              repute retention --format json
              repute retention --apply --yes
            """)

    @Flag(help: "Remove now what is due, instead of with the daemon's next look.")
    var apply = false

    @Flag(help: "Only show it, which is what happens without --apply too.")
    var dryRun = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if apply, dryRun { throw ValidationError("Give --apply or --dry-run, not both.") }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let text = try await workplace.withStore {
            try await self.text(of: $0, workplace, dialogue: .system)
        }
        try await workplace.console.print(text)
    }

    /// What is shown; removes first where that is asked for.
    func text(of store: any Store, _ workplace: Workplace, dialogue: Dialogue) async throws
        -> String
    {
        let policy = workplace.assembly.retentionPolicy
        let cutoffs = policy.cutoffs(now: workplace.now)
        let forecast = try await store.retentionForecast(cutoffs)
        let listing = RetentionListing(policy: policy, forecast: forecast)
        guard apply else {
            return listing.listing.rendered(as: options.format, for: workplace.reader)
        }
        guard try await isConfirmed(forecast, dialogue) else { return "Nothing was removed.\n" }
        let pruned = try await prune(store, cutoffs)
        return RetentionListing.page(of: pruned)
            .rendered(as: options.format, for: workplace.reader)
    }

    private func prune(_ store: any Store, _ cutoffs: RetentionCutoffs) async throws -> Pruned {
        let progress = Progress()
        var pruned = Pruned(isComplete: false)
        while !pruned.isComplete {
            pruned = pruned + (try await store.prune(cutoffs, limit: 500))
            progress.show("\(pruned.mentions) mentions removed")
            // The daemon looks at the lock every tenth of a second.
            if !pruned.isComplete { try await Task.sleep(for: .milliseconds(150)) }
        }
        progress.clear()
        try await store.checkpoint()
        return pruned
    }

    private func isConfirmed(_ forecast: RetentionForecast, _ dialogue: Dialogue) async throws
        -> Bool
    {
        let due = forecast.sources.reduce(0) { $0 + $1.due }
        if yes || due + forecast.authors + forecast.deliveries == 0 { return true }
        guard dialogue.isInteractive else {
            throw CommandFailure(
                .usage, "nobody is there to be asked; --yes removes without asking")
        }
        return try await dialogue.confirms(
            "Remove \(due) mentions, the authors' names of \(forecast.authors) others, and "
                + "\(forecast.deliveries) old letters? This can't be undone.", otherwise: false)
    }
}
