/// Hands finished messages to mail servers over libcurl (RFC 6409, RFC 5321): TLS verified, a
/// connection for each message.
///
/// It has a thread of its own: libcurl says good-bye to a mail server with all that its thread has,
/// and nobody else should wait for a server that doesn't say it back. A transport that is dropped
/// without `shutdown` ends its thread by itself.
public actor MailTransport {
    private let thread: CurlThread

    /// A transport; its thread starts with the first message.
    public init() { thread = CurlThread(settings: TransportSettings()) }

    deinit { thread.stop() }

    /// The curl thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Offers the message to the server once, to all its recipients.
    ///
    /// Whatever the server says is an answer, also that it takes nothing. Without an answer it throws,
    /// and then nothing is known of the message if the server had asked for its content, which the
    /// detail says. Cancelling the task drops the connection at once and throws `cancelled`.
    public func submit(_ submission: MailSubmission) async throws(TransportError) -> MailAnswer {
        if let refusal = thread.refusal {
            throw TransportError(reason: .outOfResources, detail: refusal)
        }
        let transfer = try MailTransfer.prepared(submission)
        let number = thread.reserveNumber()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { begin(transfer, number, $0) }
        } onCancel: { [thread] in
            thread.cancel(number)
        }
        return try result.get()
    }

    /// Fails every running submission with `closed`, and later ones too, and returns when the thread
    /// has ended; may be called twice.
    public nonisolated func shutdown() async {
        thread.stop()
        await thread.end()
    }

    private func begin(
        _ transfer: MailTransfer, _ number: UInt64,
        _ continuation: CheckedContinuation<Result<MailAnswer, TransportError>, Never>
    ) {
        transfer.begin(continuation)
        if thread.isStopped { return transfer.fail(.closed, text: "") }
        // A cancellation from here on finds the transfer started.
        if Task.isCancelled { return transfer.fail(.cancelled, text: "") }
        thread.start(transfer, number: number)
    }
}
