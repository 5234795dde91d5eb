import Assembly
import Foundation
import Model
import Notifying
import Settings
import Storage

extension InitRun {
    /// Finds out who is told and how, with a real test where that is wanted; what came of it, nil
    /// where none was sent.
    func mail(_ answers: inout FirstAnswers) async throws -> ChannelTest.Result? {
        while true {
            answers.mail = try await chosenMail()
            do {
                try await write(answers)
                guard let mail = answers.mail, try await wantsTest(mail) else { return nil }
                let result = try await test()
                if result.isTaken {
                    if asks { dialogue.show("  Taken. Is it in the mailbox?\n") }
                    return result
                }
                let failure = CommandFailure(.unavailable, Self.words(of: result))
                guard asks else { throw failure.nothingWritten("--no-mail sends no test") }
                complain(failure)
                if try await confirms("Keep these settings all the same?", otherwise: false) {
                    return result
                }
            } catch let failure as CommandFailure where asks && failure.code == .usage {
                // What a flag says can't be answered otherwise.
                if answers.mail == nil || request.server != nil { throw failure }
                complain(failure)
            }
        }
    }

    private func chosenMail() async throws -> FirstAnswers.Mail? {
        guard let recipient = try await recipient() else { return nil }
        let sender =
            try request.sender.map { text throws(CommandFailure) in
                try AnswerCheck.address(text)
            } ?? surroundings.sender(for: recipient)
        var mail = FirstAnswers.Mail(recipient: recipient, sender: sender, server: nil)
        mail.server = try await server()
        // Servers that ask for a login let it send in its own name only.
        if request.sender == nil, let user = mail.server?.user,
            let own = try? EmailAddress(parsing: user)
        {
            mail.sender = own
        }
        return mail
    }

    private func recipient() async throws -> EmailAddress? {
        if let text = request.recipient { return try AnswerCheck.address(text) }
        guard asks else { return nil }
        return try await answer("Your mail address, for alerts [none]: ") {
            text throws(CommandFailure) in
            try text.isEmpty ? nil : AnswerCheck.address(text)
        }
    }

    private func server() async throws -> FirstAnswers.Server? {
        if let url = request.server {
            return FirstAnswers.Server(
                url: try AnswerCheck.server(url), user: request.user,
                password: try await password())
        }
        if surroundings.hasMailProgram { return nil }
        guard asks else {
            guard request.mails else { return nil }
            throw CommandFailure(
                .unavailable,
                "there is no mail program here (\(Surroundings.mailProgram)): install one, such as "
                    + "msmtp-mta or postfix, or give a mail server with --smtp URL, --smtp-user and "
                    + "--smtp-password-file; --no-mail writes the configuration all the same")
        }
        dialogue.show(
            "There is no mail program here (\(Surroundings.mailProgram)). Letters can go straight to a "
                + "mail server,\nsuch as smtp://mail.example.org or smtps://mail.example.org.\n")
        let url = try await answer("Mail server [none; I'll install a mail program]: ") {
            text throws(CommandFailure) in
            try text.isEmpty ? nil : AnswerCheck.server(text)
        }
        guard let url else { return nil }
        let user = try await answer("User [no login]: ") { text throws(CommandFailure) in
            try AnswerCheck.refuseControls(text, "the user")
            return text
        }
        guard !user.isEmpty else { return FirstAnswers.Server(url: url) }
        let password = try await answer("Password: ", isHidden: true) {
            text throws(CommandFailure) in
            try Self.checkedPassword(text)
        }
        return FirstAnswers.Server(url: url, user: user, password: password)
    }

    /// The password in the file that the command line names.
    private func password() async throws -> Secret? {
        guard let file = request.passwordFile else { return nil }
        return try await onOwnThread {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw CommandFailure(.noInput, "the password file \(file) can't be read")
            }
            return try Self.checkedPassword(
                String(decoding: bytes, as: UTF8.self)
                    .trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    private static func checkedPassword(_ text: String) throws(CommandFailure) -> Secret {
        try AnswerCheck.refuseControls(text, "the password")
        guard !text.isEmpty else { throw CommandFailure(.usage, "the password is empty") }
        return Secret(text)
    }

    // MARK: The test

    private func wantsTest(_ mail: FirstAnswers.Mail) async throws -> Bool {
        guard request.mails else { return false }
        if mail.server == nil, !surroundings.hasMailProgram {
            if asks {
                dialogue.show(
                    "  Install one (msmtp-mta, postfix, …), then: repute alerts test "
                        + "\(FirstConfiguration.channel)\n")
            }
            return false
        }
        guard asks else { return true }
        return try await confirms("Send a test mail to \(mail.recipient) now?", otherwise: true)
    }

    /// Sends a real, marked test by the path of any alert, out of a store that goes with the stage.
    private func test() async throws -> ChannelTest.Result {
        let (stage, console, now) = (stage, console, now)
        let workplace = try await onOwnThread { try stage.workplace(console, now: now) }
        let store = try await workplace.assembly.openStore(create: true)
        var test = ChannelTest(channel: FirstConfiguration.channel, workplace: workplace)
        test.reason = "a test that was asked for with `repute init`"
        do {
            let result = try await test.result(in: store)
            try await store.close()
            await workplace.assembly.shutdown()
            return result
        } catch {
            // The first error is the one to tell.
            try? await store.close()
            throw error
        }
    }

    private static func words(of result: ChannelTest.Result) -> String {
        switch result.outcome {
        case .delivered: "the test mail was taken"
        case .retry(_, let error), .givenUp(let error), .cancelled(let error):
            "the test mail was not taken: \(error)"
        }
    }
}

extension CommandFailure {
    /// The failure, told with what it means here and a way around it.
    func nothingWritten(_ hint: String) -> CommandFailure {
        CommandFailure(code, "\(message)\nNothing was written; \(hint).")
    }
}
