import CCurl
import FoundationEssentials

extension MailTransfer {
    /// A submission, ready to run.
    static func prepared(_ submission: MailSubmission) throws(TransportError) -> MailTransfer {
        if let refusal = ccurl_load() {
            throw TransportError(
                .outOfResources, mailing: submission, text: String(cString: refusal))
        }
        try submission.validate()
        let transfer = try MailTransfer(submission)
        try transfer.setConduct()
        try transfer.setTrust()
        try transfer.setEnvelope()
        return transfer
    }

    /// Only SMTP, directly, on a connection of its own: never by the environment's proxy or `.netrc`.
    private func setConduct() throws(TransportError) {
        try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FRESH_CONNECT, 1)
        try set(CURLOPT_FORBID_REUSE, 1)
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, submission.connectTimeout.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, submission.totalTimeout.milliseconds)
        try set(CURLOPT_URL, submission.url)
    }

    /// TLS 1.2 or newer with a verified certificate, or nothing at all.
    private func setTrust() throws(TransportError) {
        switch submission.security {
        case .tls, .startTLS: try set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        case .none: try set(CURLOPT_USE_SSL, Int(CURLUSESSL_NONE.rawValue))
        }
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = submission.certificateAuthorities {
            try set(CURLOPT_CAINFO, file)
            try set(CURLOPT_CAPATH, nil)
        }
    }

    private func setEnvelope() throws(TransportError) {
        if let user = submission.user {
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, submission.password ?? "")
        }
        try set(CURLOPT_MAIL_FROM, submission.sender)
        try setRecipients(submission.recipients)
    }

    private func set(_ option: CURLoption, _ value: String?) throws(TransportError) {
        try check(ccurl_set_string(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(ccurl_set_long(easy, option, value))
    }
}

extension MailSubmission {
    /// Refuses what would mean more than itself in a URL or in a line of the conversation.
    fileprivate func validate() throws(TransportError) {
        let isPlain =
            !host.isEmpty && (1...65535).contains(port)
            && ![host, helloName ?? ""].contains { $0.utf8.contains(where: Self.isForeign) }
        let lines = [sender, user ?? "", password ?? ""] + recipients
        guard isPlain, !lines.contains(where: { $0.utf8.contains { $0 < 0x20 || $0 == 0x7F } })
        else {
            throw TransportError(
                reason: .badURL,
                detail:
                    "The mail server, the login or an address has a character that none can have; "
                    + "check the channel's settings.")
        }
    }

    private static func isForeign(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "/?#@\\%\"<>".utf8.contains(byte)
    }

    /// `text` without the password, also as a login sends it (RFC 4616, RFC 4954).
    func masked(_ text: String) -> String {
        guard let password, password.utf8.count > 1 else { return text }
        let login = Data("\0\(user ?? "")\0\(password)".utf8).base64EncodedString()
        let encoded = Data(password.utf8).base64EncodedString()
        return [login, encoded, password].reduce(text) {
            $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }
}

extension IPAddress {
    /// Whether the address is one of this machine: 127.0.0.0/8 and ::1.
    var isLoopback: Bool {
        switch self {
        case .v4(let address): address >> 24 == 127
        case .v6(let address):
            address == 1
                || address >> 32 == 0xFFFF && UInt32(truncatingIfNeeded: address) >> 24 == 127
        }
    }
}
