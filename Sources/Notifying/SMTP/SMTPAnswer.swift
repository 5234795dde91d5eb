import CurlTransport
import Model

/// What a mail server's answer to a letter means.
///
/// The table of RFC 5321, section 4.2.1: 4xx asks for another attempt, 5xx for none. A 5xx that would
/// meet every letter alike, since it is about the login, the sender or this machine, is no word on the
/// letter, and the owner can mend it.
struct SMTPAnswer {
    private let answer: MailAnswer
    private let server: String
    private let channel: ChannelID

    init(_ answer: MailAnswer, from server: String, channel: ChannelID) {
        self.answer = answer
        self.server = server
        self.channel = channel
    }

    /// The error that stands for a conversation without an answer.
    static func error(for error: TransportError) -> DeliveryError {
        let reason: DeliveryError.Reason =
            switch error.reason {
            case .badURL, .unsupportedProtocol: .badURL
            case .blockedAddress: .blockedAddress
            case .tls: .tls
            case .timeout: .timeout
            case .cancelled, .closed: .interrupted
            case .badResponse, .tooLarge, .tooManyRedirects: .protocolError
            case .dns, .connect, .interrupted, .outOfResources: .network
            }
        return DeliveryError(reason: reason, detail: error.detail)
    }

    /// The error that the answer stands for; nil where everybody has the letter.
    ///
    /// `served` have it from an attempt before.
    func error(served: [EmailAddress]) -> DeliveryError? {
        switch answer.outcome {
        case .taken where answer.refusals.isEmpty: nil
        case .taken: partial()
        case .refused(let stage, let reply): refusal(at: stage, reply, served: served)
        }
    }

    private func partial() -> DeliveryError {
        let isFinal = answer.refusals.allSatisfy { $0.reply.code >= 500 }
        var error = DeliveryError(
            reason: isFinal ? .refused : .temporaryFailure,
            detail: "\(server) took the letter, but not for \(refusedNames); "
                + (isFinal
                    ? "check channels.\(channel).to" : "these are tried again, the others not"))
        error.isPartial = true
        return error
    }

    private func refusal(
        at stage: MailAnswer.Stage, _ reply: MailAnswer.Reply?, served: [EmailAddress]
    ) -> DeliveryError {
        let (reason, advice) = meaning(of: reply, at: stage)
        let isAboutRecipients = stage == .recipients && !answer.refusals.isEmpty
        let said =
            isAboutRecipients
            ? "takes nothing for \(refusedNames)"
            : "refused \(Self.name(of: stage))" + (reply.map { ": \(Self.words(of: $0))" } ?? "")
        let rest = served.isEmpty ? "" : " (\(Self.list(served)) had it before)"
        var error = DeliveryError(reason: reason, detail: "\(server) \(said)\(rest); \(advice)")
        error.isPartial = isAboutRecipients && !served.isEmpty
        return error
    }

    private func meaning(
        of reply: MailAnswer.Reply?, at stage: MailAnswer.Stage
    ) -> (DeliveryError.Reason, String) {
        let settings = "channels.\(channel)"
        guard let reply else {
            return (
                .unauthorized, "it knows no way to log in with a password that this libcurl knows"
            )
        }
        let isAboutLogin = stage == .login || [530, 534, 535, 538].contains(reply.code)
        if reply.code < 500 { return (.temporaryFailure, "tried again later") }
        if isAboutLogin {
            return (.unauthorized, "check `user` and the password of \(settings)")
        }
        return switch stage {
        // Only where all are refused for good is the letter lost.
        case .recipients where answer.refusals.contains { $0.reply.code < 500 }:
            (.temporaryFailure, "tried again later")
        case .recipients: (.refused, "check \(settings).to")
        case .content: (.refused, "it doesn't want this letter; see its log")
        case .sender: (.rejected, "check \(settings).from, and whether it may send there")
        case .encryption: (.tls, "it has no TLS now; no letter is sent without")
        case .hello: (.rejected, "give a full host name in \(settings).hello")
        case .greeting, .login: (.serverError, "see its log, and whether it takes mail from here")
        }
    }

    private var refusedNames: String {
        answer.refusals.prefix(10).map { "\($0.recipient) (\(Self.words(of: $0.reply)))" }
            .joined(separator: ", ")
            + (answer.refusals.count > 10 ? " and \(answer.refusals.count - 10) more" : "")
    }

    private static func list(_ addresses: [EmailAddress]) -> String {
        addresses.prefix(5).map(\.description).joined(separator: ", ")
            + (addresses.count > 5 ? " and \(addresses.count - 5) more" : "")
    }

    private static func words(of reply: MailAnswer.Reply) -> String {
        let words = OneLine.text(reply.text, limit: 150)
        return words.isEmpty ? "\(reply.code)" : "\(reply.code) \(words)"
    }

    private static func name(of stage: MailAnswer.Stage) -> String {
        switch stage {
        case .greeting: "the connection"
        case .hello: "this machine"
        case .encryption: "TLS"
        case .login: "the login"
        case .sender: "the sender"
        case .recipients: "the recipients"
        case .content: "the letter"
        }
    }
}
