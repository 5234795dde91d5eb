import Assembly
import Foundation
import Model
import Monitor
import Notifying
import Reporting
import Settings
import TextProcessing

/// Makes a first configuration: asks for what is not given, tries each answer at once, and writes all
/// of it at the end, or nothing.
struct InitRun: Sendable {
    /// What the command line gives.
    struct Request: Sendable {
        var business: String?
        var timeZone: String?
        var recipient: String?
        var sender: String?
        var server: String?
        var user: String?
        var passwordFile: String?
        /// Addresses, and recipes with their parameters behind them.
        var sources: [String] = []
        var fetches = true
        var mails = true
        /// Whether nobody is to be asked.
        var isAgreed = false
    }

    let request: Request
    let place: InitPlace
    let stage: InitStage
    let surroundings: Surroundings
    let dialogue: Dialogue
    let console: Console
    let now: Date
    /// Waits between two guesses at one host.
    var pause: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(1)) }
    /// Shows a person what was found.
    let show: @Sendable (String) async throws -> Void

    var asks: Bool { dialogue.isInteractive && !request.isAgreed }

    /// Makes it; the result says what was written.
    func run() async throws -> InitOutcome {
        let place = place
        try await onOwnThread { try place.refuseTaken() }
        if !asks { try refuseMissing() }
        if asks {
            dialogue.show(
                "A few questions; Enter takes what stands in brackets, Ctrl-C ends without writing anything.\n\n"
            )
        }
        var answers = FirstAnswers(
            business: try await business(), timeZone: try await timeZone(),
            language: surroundings.language)
        let test = try await mail(&answers)
        let added = try await addSources()
        guard try await isAgreed(added.count) else {
            throw CommandFailure(.failed, "nothing was written")
        }
        let stage = stage
        let files = try await onOwnThread {
            _ = try stage.settings()
            return try place.take(stage)
        }
        return InitOutcome(
            file: place.file, files: files, sources: added.map(\.source.id), mail: answers.mail,
            test: test, hasSystemd: surroundings.hasSystemd)
    }

    /// Names every flag that is missing where nobody can be asked.
    private func refuseMissing() throws(CommandFailure) {
        var missing: [String] = []
        if request.business == nil { missing.append("--business NAME") }
        if request.recipient == nil, request.mails {
            missing.append("--mail-to ADDRESS (or --no-mail)")
        }
        if request.user != nil, request.passwordFile == nil {
            missing.append("--smtp-password-file FILE")
        }
        guard missing.isEmpty else {
            throw CommandFailure(
                .usage,
                "nobody can be asked here, so give \(missing.joined(separator: " and ")); also "
                    + "--source ADDRESS (as often as you like) and --time-zone ZONE")
        }
    }

    private func business() async throws -> String {
        if let business = request.business { return try AnswerCheck.business(business) }
        return try await answer("Name of the business: ", AnswerCheck.business)
    }

    private func timeZone() async throws -> String {
        if let zone = request.timeZone { return try AnswerCheck.timeZone(zone) }
        let own = surroundings.timeZone
        if !asks { return own }
        return try await answer("Time zone [\(own)]: ") { text throws(CommandFailure) in
            try text.isEmpty ? own : AnswerCheck.timeZone(text)
        }
    }

    /// Asks until an answer can be taken.
    func answer<Value>(
        _ question: String, isHidden: Bool = false,
        _ check: (String) throws(CommandFailure) -> Value
    ) async throws -> Value {
        while true {
            guard let text = try await dialogue.ask(question, isHidden: isHidden) else {
                throw CommandFailure(.usage, "the input ended; nothing was written")
            }
            do throws(CommandFailure) {
                return try check(text)
            } catch {
                complain(error)
            }
        }
    }

    /// Tells a person what is wrong with an answer.
    func complain(_ failure: CommandFailure) {
        dialogue.show("  " + TerminalText.sanitizedLines(failure.message) + "\n")
    }

    /// A yes or no; the end of the input is neither.
    func confirms(_ question: String, otherwise: Bool) async throws -> Bool {
        try await answer("\(question) \(otherwise ? "[Y/n]" : "[y/N]") ") {
            text throws(CommandFailure) in
            switch text.lowercased() {
            case "": otherwise
            case "y", "yes": true
            case "n", "no": false
            default: throw CommandFailure(.usage, "Please answer y or n.")
            }
        }
    }

    private func isAgreed(_ count: Int) async throws -> Bool {
        guard asks else { return true }
        let sources = count == 1 ? "1 source" : "\(count) sources"
        return try await confirms("\nWrite \(place.file), with \(sources)?", otherwise: true)
    }

    /// Writes the configuration so far into the stage.
    func write(_ answers: FirstAnswers) async throws {
        let isStandard = place.file == ConfigurationPath.standard
        let first = FirstConfiguration(
            answers: answers,
            day: TimeText(zone: TimeZone(identifier: answers.timeZone) ?? .gmt, now: now).day(now),
            storagePath: isStandard ? nil : "repute.db",
            reload: isStandard ? DaemonReload.command : "kill -HUP PROCESS")
        let stage = stage
        try await onOwnThread {
            try stage.write(first)
            _ = try stage.settings()
        }
    }
}
