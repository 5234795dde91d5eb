import Model

@testable import CurlTransport
@testable import Notifying

/// The conversation with a mail server: lines that begin with `>` are ours, all others the server's.
enum SMTPPromises {
    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        var dialogue = MailDialogue()
        var recipients = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.first == UInt8(ascii: ">") {
                let command = Array(line.dropFirst()) + [0x0D, 0x0A]
                if command.starts(with: "RCPT TO:".utf8), !dialogue.isOver { recipients += 1 }
                dialogue.send(command)
            } else {
                dialogue.receive(line + [0x0A])
            }
            if let reply = dialogue.reply { try check(reply) }
        }
        for refusal in dialogue.refusals {
            try check(refusal.reply)
            try promise(
                (0..<recipients).contains(refusal.index),
                "recipient \(refusal.index) of \(recipients) is refused")
        }
        try promise(!dialogue.isTaken || dialogue.isSending, "a letter is taken that was not sent")
        try checkError(dialogue)
    }

    private static func check(_ reply: MailAnswer.Reply) throws(BrokenPromise) {
        try promise((200...599).contains(reply.code), "a reply of \(reply.code)")
        try promise(reply.text.utf8.count <= 1000, "a reply of \(reply.text.utf8.count) bytes")
    }

    /// What is told of a refusal is one line of ours, whatever the server said.
    private static func checkError(_ dialogue: MailDialogue) throws(BrokenPromise) {
        let refusals = dialogue.refusals.map {
            MailAnswer.Refusal(recipient: "owner@shop.example", reply: $0.reply)
        }
        let outcome: MailAnswer.Outcome =
            dialogue.isTaken ? .taken : .refused(dialogue.stage, dialogue.reply)
        let answer = SMTPAnswer(
            MailAnswer(outcome: outcome, refusals: refusals), from: "mail.example",
            channel: ChannelID(trusted: "mail"))
        guard let error = answer.error(served: []) else { return }
        try TextPromises.checkSentence(error.detail, "what is told of a refusal")
    }
}
