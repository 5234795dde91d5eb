import Glibc
public import Model

/// The channel that hands letters to the system's mail program.
public struct SendmailChannel: Channel {
    /// The name of the channel in the configuration.
    public let id: ChannelID
    private let settings: SendmailSettings

    /// A channel named `id` that mails as `settings` say.
    public init(id: ChannelID, settings: SendmailSettings) {
        self.id = id
        self.settings = settings
    }

    /// Runs the command once, with the whole message as a finished file on its standard input.
    ///
    /// Exit code 0 means that the mail is queued. Every other end is an error that is worth another
    /// attempt, with the first words of the command's output in the detail. A repeated attempt sends
    /// the same bytes, `Message-ID` included; a command that took the letter and failed afterwards
    /// (opensmtpd's 75 while its daemon is down) so makes a recognisable double.
    public func deliver(_ letter: Letter) async throws(DeliveryError) {
        let arguments = settings.arguments
        guard let program = arguments.first, !program.isEmpty else {
            throw DeliveryError(
                reason: .missing, detail: "channel \(id) has an empty command: \(remedy)")
        }
        guard !settings.recipients.isEmpty else {
            throw DeliveryError(reason: .usage, detail: "channel \(id) has no recipient")
        }
        let message = MailMessage(letter, settings: settings)
        let input = try await UnlinkedFile.descriptor(holding: message.bytes)
        let run = CommandRun(arguments: arguments, timeLimit: settings.timeLimit)
        let outcome = await run.outcome(input: input)
        if let error = error(for: outcome, of: program) { throw error }
    }

    private var remedy: String { "install a mail server (MTA), or set channels.\(id).command" }

    private func error(for outcome: CommandRun.Outcome, of program: String) -> DeliveryError? {
        let words = OneLine.text(outcome.output, limit: 300)
        let said = words.isEmpty ? "" : ": “\(words)”"
        switch outcome.ending {
        case .exited(0): return nil
        case .exited(let code):
            let (reason, text) = SendmailExit.meaning(of: code)
            return DeliveryError(
                reason: reason, detail: "\(program) ended with exit code \(code) (\(text))\(said)")
        case .killed(let signal):
            return DeliveryError(
                reason: .killed,
                detail:
                    "\(program) was killed by signal \(signal) (\(Self.name(of: signal)))\(said)")
        case .timedOut:
            return DeliveryError(
                reason: .timeout,
                detail:
                    "\(program) did not end within \(Figures.english.short(settings.timeLimit)) s and was "
                    + "killed; see the mail log and the rights on the mail queue\(said)")
        case .interrupted:
            return DeliveryError(
                reason: .interrupted, detail: "the attempt was broken off before \(program) ended")
        case .notFound:
            return DeliveryError(
                reason: .missing, detail: "\(program) is not there or cannot be run: \(remedy)")
        case .notStarted(let text):
            return DeliveryError(
                reason: .notStarted, detail: "\(program) could not be started: \(text)")
        }
    }

    private static func name(of signal: Int32) -> String {
        strsignal(signal).map { String(cString: $0) } ?? "unknown"
    }
}
