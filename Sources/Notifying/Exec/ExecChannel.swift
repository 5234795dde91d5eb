import Glibc
public import Model

/// The channel that hands letters to a command of the owner's, as JSON on its standard input.
///
/// The JSON is that of a webhook (`docs/webhook.md`). The command runs without a shell, in a session of
/// its own, with few variables in its environment, and has a finished file for its input, never
/// half a letter.
public struct ExecChannel: Channel {
    /// The name of the channel in the configuration.
    public let id: ChannelID
    private let settings: ExecSettings

    /// A channel named `id` that runs what `settings` say.
    public init(id: ChannelID, settings: ExecSettings) {
        self.id = id
        self.settings = settings
    }

    /// Runs the command once.
    ///
    /// Exit code 0 means that the letter was taken. 100 is final, as 410 is of a webhook: the command
    /// wants no more letters, and the channel is switched off. Every other code, a signal, or more time
    /// than allowed is worth another attempt, with the first words of the output in the detail. A
    /// repeated attempt has the same `REPUTE_MESSAGE_ID`.
    public func deliver(_ letter: Letter) async throws(DeliveryError) {
        guard let program = settings.command.first, !program.isEmpty else {
            throw DeliveryError(reason: .missing, detail: "channel \(id) has an empty command")
        }
        let input = try await UnlinkedFile.descriptor(holding: WebhookPayload(letter).bytes)
        let run = CommandRun(
            arguments: settings.command, timeLimit: settings.timeLimit,
            variables: Self.variables(letter))
        let outcome = await run.outcome(input: input)
        if let error = error(for: outcome, of: program) { throw error }
    }

    /// What a command can tell without reading the JSON; names only, never words of a mention.
    static func variables(_ letter: Letter) -> [String: String] {
        [
            "REPUTE_MESSAGE_ID": letter.delivery.messageID,
            "REPUTE_CHANNEL": letter.delivery.channel.rawValue,
            "REPUTE_ALERT_ID": String(letter.alert.id),
            "REPUTE_ALERT_KIND": letter.alert.kind.rawValue,
            "REPUTE_RULE": letter.alert.rule.rawValue,
            "REPUTE_SEVERITY": letter.alert.severity.rawValue,
            "REPUTE_BRAND": letter.alert.brand?.rawValue ?? "",
        ]
    }

    private func error(for outcome: CommandRun.Outcome, of program: String) -> DeliveryError? {
        let words = OneLine.text(outcome.output, limit: 300)
        let said = words.isEmpty ? "" : ": “\(words)”"
        switch outcome.ending {
        case .exited(0): return nil
        case .exited(100):
            return DeliveryError(
                reason: .gone,
                detail: "\(program) ended with exit code 100: it wants no more letters\(said)")
        case .exited(let code):
            let (reason, text) = Self.meaning(of: code)
            return DeliveryError(
                reason: reason, detail: "\(program) ended with exit code \(code)\(text)\(said)")
        case .killed(let signal):
            let name = strsignal(signal).map { String(cString: $0) } ?? "unknown"
            return DeliveryError(
                reason: .killed,
                detail: "\(program) was killed by signal \(signal) (\(name))\(said)")
        case .timedOut:
            return DeliveryError(
                reason: .timeout,
                detail:
                    "\(program) did not end within \(Figures.english.short(settings.timeLimit)) s and was "
                    + "killed\(said)")
        case .interrupted:
            return DeliveryError(
                reason: .interrupted, detail: "the attempt was broken off before \(program) ended")
        case .notFound:
            return DeliveryError(
                reason: .missing,
                detail: "\(program) is not there or cannot be run: see channels.\(id).command")
        case .notStarted(let text):
            return DeliveryError(
                reason: .notStarted, detail: "\(program) could not be started: \(text)")
        }
    }

    private static func meaning(of code: Int32) -> (DeliveryError.Reason, String) {
        switch code {
        case 75: (.temporaryFailure, " (a temporary failure)")
        case 126: (.noPermission, " (a program that it needs may not be run)")
        case 127: (.missing, " (a program that it needs is missing)")
        default: (.exitCode, "")
        }
    }
}
