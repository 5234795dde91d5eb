import ArgumentParser
import Assembly
import Settings
import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program `repute`.
public enum Repute {
    /// Runs the command that the process was started with, and ends the process.
    ///
    /// Exit codes are those of `sysexits.h`. A reader that goes away, as `head` does, ends it quietly.
    public static func run() async -> Never {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try ReputeCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(ExitCodes.ok.rawValue)
        } catch let failure as CommandFailure {
            end(failure)
        } catch let error as StorageError {
            end(CommandFailure(error))
        } catch let error as AssemblyError {
            let code: ExitCodes = error.reason == .alreadyRunning ? .temporary : .configuration
            end(CommandFailure(code, error.detail))
        } catch {
            ReputeCommand.exit(withError: error)
        }
    }

    private static func end(_ failure: CommandFailure) -> Never {
        if !failure.message.isEmpty { Console.complain(failure.message) }
        exit(failure.code.rawValue)
    }
}

/// The root of the commands.
struct ReputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repute",
        abstract: "Shows what customers say about a business, and why it is felt so.",
        discussion: """
            The daemon reputed collects and scores; repute reads the same database.

            Examples:
              repute status
              repute mentions --label negative --since 7d --unanswered
              repute explain 42
            """,
        version: "repute \(Version.current)",
        subcommands: [
            InitCommand.self, StatusCommand.self, MentionsCommand.self, ShowCommand.self,
            ExplainCommand.self,
            SearchCommand.self,
            InboxCommand.self, AckCommand.self, AnswerCommand.self, ResolveCommand.self,
            WontAnswerCommand.self, NoteCommand.self, AssignCommand.self, ReopenCommand.self,
            TriageCommand.self, FlagCommand.self, FlagsCommand.self, DraftCommand.self,
            CorrectCommand.self, CorrectionsCommand.self, ReportCommand.self,
            TransparencyCommand.self,
            TryCommand.self, ScoreCommand.self,
            LexiconCommand.self, SourceCommand.self, ImportCommand.self, RecipesCommand.self,
            AlertsCommand.self, RulesCommand.self, SilenceCommand.self,
            RetentionCommand.self, ForgetCommand.self, ExportCommand.self, ArchiveCommand.self,
            BackupCommand.self, RestoreCommand.self, DatabaseCommand.self, CheckCommand.self,
            VersionCommand.self, GenerateManualCommand.self,
        ])
}
