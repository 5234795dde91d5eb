import CCurl

/// One message on its way through libcurl: the handle, what it was given and what it has overheard.
///
/// Not `Sendable`, so the compiler sees to it that only the curl thread touches it.
final class MailTransfer: CurlExchange {
    /// How long the last good-bye may take, in seconds; libcurl waits for it with the whole thread.
    private static let farewell = 2

    let easy: UnsafeMutableRawPointer
    let submission: MailSubmission
    private let callbacks: UnsafeMutablePointer<ccurl_callbacks>
    private let mail: UnsafeMutablePointer<ccurl_mail>
    private let message: UnsafeMutableBufferPointer<UInt8>
    private let errorText: UnsafeMutablePointer<CChar>
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private var dialogue = MailDialogue()
    private var isBlocked = false
    private var continuation: CheckedContinuation<Result<MailAnswer, TransportError>, Never>?

    init(_ submission: MailSubmission) throws(TransportError) {
        guard let easy = ccurl_easy_init() else {
            throw TransportError(.outOfResources, mailing: submission, text: "")
        }
        self.easy = easy
        self.submission = submission
        callbacks = .allocate(capacity: 1)
        mail = .allocate(capacity: 1)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        message = .allocate(capacity: submission.message.count)
        _ = message.initialize(from: submission.message)
        let context = Unmanaged.passUnretained(self).toOpaque()
        callbacks.initialize(
            to: ccurl_callbacks(
                context: context, receive_header: { $2 }, receive_body: { $2 },
                allows: { context, bytes, count, _ in
                    MailTransfer.at(context).allows(.init(start: bytes, count: count))
                }, wire_limit: 1 << 20, is_over_wire_limit: false))
        mail.initialize(
            to: ccurl_mail(
                context: context,
                said: { MailTransfer.at($0).overhear($1, .init(start: $2, count: $3)) },
                bytes: UnsafePointer(message.baseAddress), count: message.count, sent: 0))
        try check(ccurl_set_error_buffer(easy, errorText))
        try check(ccurl_set_callbacks(easy, callbacks))
        try check(ccurl_set_mail(easy, mail))
    }

    deinit {
        ccurl_easy_cleanup(easy)
        ccurl_list_free(recipients)
        callbacks.deallocate()
        mail.deallocate()
        message.deallocate()
        errorText.deallocate()
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> MailTransfer {
        Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    /// Sets the recipients, which libcurl does not copy.
    func setRecipients(_ addresses: [String]) throws(TransportError) {
        for address in addresses {
            guard let list = ccurl_list_append(recipients, address) else {
                throw TransportError(.outOfResources, mailing: submission, text: "")
            }
            recipients = list
        }
        try check(ccurl_set_list(easy, CURLOPT_MAIL_RCPT, recipients))
    }

    /// Fails closed: an option that libcurl refuses ends the transfer before it begins.
    func check(_ result: CURLcode) throws(TransportError) {
        guard result != CURLE_OK else { return }
        throw TransportError(
            .outOfResources, mailing: submission,
            text: String(cString: ccurl_easy_strerror(result)))
    }

    /// Keeps who waits for the end.
    func begin(_ continuation: CheckedContinuation<Result<MailAnswer, TransportError>, Never>) {
        self.continuation = continuation
    }

    /// Tells the waiting caller how it ended.
    ///
    /// What the server said counts for more than libcurl's result: a message that was taken stays
    /// taken, however the connection ended.
    func finish(_ result: CURLcode) {
        let refusals = dialogue.refusals.compactMap { refusal -> MailAnswer.Refusal? in
            guard submission.recipients.indices.contains(refusal.index) else { return nil }
            return MailAnswer.Refusal(
                recipient: submission.recipients[refusal.index], reply: masked(refusal.reply))
        }
        if dialogue.isTaken {
            return resume(.success(MailAnswer(outcome: .taken, refusals: refusals)))
        }
        if let reply = dialogue.reply, reply.code >= 400 {
            let outcome = MailAnswer.Outcome.refused(dialogue.stage, masked(reply))
            return resume(.success(MailAnswer(outcome: outcome, refusals: refusals)))
        }
        if result == CURLE_LOGIN_DENIED {
            return resume(.success(MailAnswer(outcome: .refused(.login, nil))))
        }
        fail(reason(of: result), text: words(for: result))
    }

    func fail(_ reason: TransportError.Reason, text: String) {
        let error = TransportError(
            reason, mailing: submission, text: text, mayBeTaken: dialogue.isSending)
        resume(.failure(error))
    }

    private func resume(_ result: Result<MailAnswer, TransportError>) {
        continuation?.resume(returning: result)
        continuation = nil
    }

    private func reason(of result: CURLcode) -> TransportError.Reason {
        switch result {
        case CURLE_COULDNT_CONNECT where isBlocked: .blockedAddress
        case CURLE_OK, CURLE_REMOTE_ACCESS_DENIED, CURLE_UPLOAD_FAILED: .badResponse
        case CURLE_FTP_ACCEPT_FAILED, CURLE_READ_ERROR: .interrupted
        default: .init(result)
        }
    }

    /// What libcurl says of it, without the password.
    private func words(for result: CURLcode) -> String {
        if result == CURLE_USE_SSL_FAILED { return "it offers no STARTTLS" }
        let words =
            errorText.pointee == 0 ? ccurl_easy_strerror(result) : UnsafePointer(errorText)
        return submission.masked(String(cString: words))
    }

    private func masked(_ reply: MailAnswer.Reply) -> MailAnswer.Reply {
        MailAnswer.Reply(code: reply.code, text: submission.masked(reply.text))
    }

    private func overhear(_ isReply: Bool, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard !isReply else { return dialogue.receive(bytes) }
        dialogue.send(bytes)
        if dialogue.isOver {
            ccurl_set_long(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, Self.farewell)
        }
    }

    private func allows(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard submission.security == .none(anywhere: false) else { return true }
        let isAllowed = IPAddress(bytes: bytes)?.isLoopback ?? false
        if !isAllowed { isBlocked = true }
        return isAllowed
    }
}
