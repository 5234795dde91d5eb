public import CurlTransport
public import Model
import Synchronization

/// The channel that hands letters to a mail server by SMTP (RFC 6409), which needs no mail program on
/// this machine and no privilege.
public final class SMTPChannel: Channel {
    /// The name of the channel in the configuration.
    public let id: ChannelID
    private let settings: SMTPSettings
    private let transport: MailTransport
    /// Who has which letter already, for letters that others still wait for.
    private let holders = Mutex<[LetterKey: Set<EmailAddress>]>([:])

    /// How many letters are kept in mind that some recipients have and others wait for.
    private static let memory = 1000

    /// A letter in these very words: told anew with more in it, it is another one.
    private struct LetterKey: Hashable {
        var id: String
        var digest: String
    }

    /// A channel named `id` that mails as `settings` say, over `transport`.
    public init(id: ChannelID, settings: SMTPSettings, transport: MailTransport) {
        self.id = id
        self.settings = settings
        self.transport = transport
    }

    /// Offers the letter to the server once, as one message for all recipients.
    ///
    /// A reply of 4xx is worth another attempt; one of 5xx to the recipients or to the message is final
    /// for this letter (`refused`). What concerns every letter is mended by the owner and so is tried
    /// again: a login that fails (`unauthorized`), a sender that may not send. Where the server takes
    /// the letter for some recipients only, the error is partial and names the others with the server's
    /// words, and while this object lives another attempt goes to those alone. Every attempt sends the
    /// same bytes, `Message-ID` included.
    public func deliver(_ letter: Letter) async throws(DeliveryError) {
        let text = MailMessage(letter, settings: settings).source
        let key = LetterKey(
            id: letter.delivery.messageID, digest: AddressDigest.digest(of: [text]))
        let served = holders.withLock { $0[key] ?? [] }
        let open = settings.recipients.filter { !served.contains($0) }
        guard !open.isEmpty else {
            throw DeliveryError(reason: .usage, detail: "channel \(id) has no recipient")
        }
        let submission = submission(of: text, to: open)
        let answer: MailAnswer
        do {
            answer = try await transport.submit(submission)
        } catch {
            throw SMTPAnswer.error(for: error)
        }
        let error = SMTPAnswer(answer, from: submission.server, channel: id).error(
            served: served.isEmpty ? [] : settings.recipients.filter(served.contains))
        let refused = Set(answer.refusals.map(\.recipient))
        let taken =
            answer.outcome == .taken ? open.filter { !refused.contains($0.description) } : []
        remember(key, served.union(taken), waits: error?.isTransient ?? false)
        if let error { throw error }
    }

    private func remember(_ key: LetterKey, _ served: Set<EmailAddress>, waits: Bool) {
        holders.withLock { holders in
            holders[key] = waits && !served.isEmpty ? served : nil
            if holders.count > Self.memory, let other = holders.keys.first(where: { $0 != key }) {
                holders[other] = nil
            }
        }
    }

    private func submission(of text: String, to recipients: [EmailAddress]) -> MailSubmission {
        var submission = MailSubmission(
            host: settings.host, port: settings.port, security: .init(settings.security),
            sender: (settings.envelopeSender ?? settings.sender).description,
            recipients: recipients.map(\.description), message: Self.wire(text))
        submission.user = settings.login?.user
        submission.password = settings.login?.password.reveal()
        submission.helloName = settings.helloName
        submission.certificateAuthorities = settings.certificateAuthorities
        let limit = min(max(settings.timeLimit, 0.001), 86_400)
        submission.totalTimeout = .milliseconds(Int(limit * 1000))
        submission.connectTimeout = min(submission.connectTimeout, submission.totalTimeout)
        return submission
    }

    /// The message with the line ends of the wire.
    private static func wire(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 21 / 20)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
            bytes.append(byte)
        }
        return bytes
    }
}
