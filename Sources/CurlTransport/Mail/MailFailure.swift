extension TransportError {
    /// The error of a submission without an answer.
    ///
    /// `text` is what libcurl says of it, without secrets; `mayBeTaken` where the message was on its way
    /// already.
    init(
        _ reason: Reason, mailing submission: MailSubmission, text: String, mayBeTaken: Bool = false
    ) {
        let cause = text.isEmpty ? "" : " (\(text))"
        var detail = Self.sentence(reason, submission.server, cause)
        if mayBeTaken, reason != .closed {
            detail += " It may have the message: if it comes twice, both have the same Message-ID."
        }
        self.init(reason: reason, detail: detail)
    }

    private static func sentence(_ reason: Reason, _ server: String, _ cause: String) -> String {
        switch reason {
        case .blockedAddress:
            "\(server) is not on this machine, and letters leave it by TLS only, unless the settings "
                + "say otherwise."
        case .dns:
            "The name of the mail server \(server) could not be resolved\(cause); check the address and "
                + "this machine's DNS."
        case .connect:
            "No connection to the mail server \(server)\(cause); check that it is up, that the port is "
                + "right and that no firewall is between."
        case .tls:
            "No trustworthy TLS connection to the mail server \(server)\(cause); check its certificate "
                + "and its port (465 is for smtps, 587 for smtp with STARTTLS)."
        case .timeout:
            "The mail server \(server) was too slow\(cause); see what it logs, or raise the limit."
        case .interrupted:
            "The mail server \(server) ended the connection before it had taken the message\(cause)."
        case .cancelled: "The conversation with the mail server \(server) was cancelled."
        case .closed: "The transport is shut down."
        case .badURL, .unsupportedProtocol:
            "This libcurl can't mail to \(server)\(cause); check the address, and that libcurl was built "
                + "with SMTP."
        case .badResponse, .tooLarge, .tooManyRedirects:
            "\(server) doesn't answer as a mail server does\(cause); check the port."
        case .outOfResources:
            "libcurl could not mail to \(server)\(cause); check memory, open files and the settings."
        }
    }
}
