import FoundationEssentials
import Model
import Notifying
import TextProcessing

extension Section {
    /// What every mail has, whichever way it leaves.
    struct MailHeadSettings {
        var sender: EmailAddress
        var recipients: [EmailAddress]
        var senderName: String?
        var envelopeSender: EmailAddress?
        var timeLimit: TimeInterval?
        var templates: MailTemplates
    }

    /// Reads sender, recipients and wording; nil where one of the first two can't be had.
    func mailHead(_ language: LetterLanguage) -> MailHeadSettings? {
        require("from", "give the address that mails come from", of: "this channel")
        require("to", "give one or more addresses", of: "this channel")
        let sender = emailAddress("from")
        let recipients = emailAddresses("to")
        let name = string("from_name")
        let bounce = emailAddress("envelope_from")
        let limit = duration("timeout", in: 1...600)
        let templates = templates(
            .mailTemplates, uses: ["subject": .subject, "text": .text, "html": .html])
        guard let sender, !recipients.isEmpty else { return nil }
        return MailHeadSettings(
            sender: sender.value, recipients: recipients, senderName: name?.value,
            envelopeSender: bounce?.value, timeLimit: limit?.value,
            templates: MailTemplates(
                subject: templates["subject"], text: templates["text"], html: templates["html"]))
    }
}

extension Section {
    /// The settings of a channel that mails by SMTP; nil if there are none to be had.
    func smtp(_ language: LetterLanguage) -> SMTPSettings? {
        require(
            "url", "give the mail server, such as `smtp://mail.example.org`", of: "this channel")
        let head = mailHead(language)
        let server = mailServer()
        let login = mailLogin()
        let security = server.flatMap { mailSecurity(of: $0, hasLogin: login.value != nil) }
        let hello = string("hello", needs: Self.helloNeeds)
        let authorities = certificateFile("ca_file")
        if let hello, !Self.isHostName(hello.value) {
            problems.error(
                hello.place, "`hello` needs \(Self.helloNeeds), found `\(shown(hello.value))`")
        }
        guard let head, let server, let security, !login.isMissing else { return nil }
        let port = server.port ?? (security == .tls ? 465 : server.isPlain ? 25 : 587)
        var settings = SMTPSettings(
            host: server.host, port: port, security: security, login: login.value,
            sender: head.sender, recipients: head.recipients)
        settings.helloName = hello?.value
        settings.certificateAuthorities = authorities
        if let name = head.senderName { settings.senderName = name }
        settings.envelopeSender = head.envelopeSender
        if let limit = head.timeLimit { settings.timeLimit = limit }
        settings.language = language
        settings.templates = head.templates
        return settings
    }

    private static let helloNeeds = "a host name such as `repute.example.org`"

    private struct MailServer {
        var host: String
        var port: Int?
        var isImplicit: Bool
        var isPlain = false
    }

    /// The server in `url`, which has nothing but a host and a port.
    private func mailServer() -> MailServer? {
        guard let text = scalar("url", needs: "a mail server") else { return nil }
        let url = trimmed(text.value)
        func refuse(_ message: String, _ cure: String? = nil) -> MailServer? {
            problems.error(text.place, message, cure)
            return nil
        }
        if URLText.holdsPassword(url) {
            return refuse(
                "the address holds a password, which does not belong into this file",
                "give `user`, and write the password into a file of its own: `password_file: PATH`")
        }
        if let fault = URLText.fault(in: url, schemes: ["smtp", "smtps"]) {
            return refuse("`url` needs a mail server: \(fault)")
        }
        let scheme = url.prefix { $0 != ":" }
        let rest = url.dropFirst(scheme.count + 3)
        let authority = rest.prefix { !"/?#".contains($0) }
        if authority.contains("@") {
            return refuse("the address holds a user", "give it as `user`")
        }
        guard rest.dropFirst(authority.count).allSatisfy({ $0 == "/" }) else {
            return refuse("`url` needs a mail server: there is something behind its host and port")
        }
        let host: Substring =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        guard host.hasPrefix("[") || Self.isHostName(String(host)) else {
            return refuse("`url` needs a mail server: its host is not a host name in ASCII")
        }
        let port = Int(authority.dropFirst(host.count + 1))
        guard port != 0 else { return refuse("`url` needs a mail server: its port is 0") }
        var server = MailServer(
            host: host.lowercased(), port: port, isImplicit: scheme.lowercased() == "smtps")
        server.isPlain = scalar("tls", needs: "`required` or `none`")?.value == "none"
        return server
    }

    private struct MailLogin {
        var value: SMTPSettings.Login?
        var isMissing = false
    }

    private func mailLogin() -> MailLogin {
        let user = string("user", needs: "the name of an account")
        let password = secret("password")
        let hasPassword = has("password_file") || has("password_credential")
        if let user, user.value.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            problems.error(user.place, "`user` has a control character in it")
            return MailLogin(isMissing: true)
        }
        if has("user"), !hasPassword {
            problems.error(
                place(of: "user"), "this channel has a `user` and no password",
                "write it into a file of its own and give `password_file: PATH`, or "
                    + "`password_credential: NAME`")
        }
        if hasPassword, !has("user") {
            problems.error(
                place(of: has("password_file") ? "password_file" : "password_credential"),
                "this channel has a password and no `user`", "give the name of the account")
        }
        guard let user, let password else {
            return MailLogin(isMissing: has("user") || hasPassword)
        }
        return MailLogin(value: .init(user: user.value, password: password.value))
    }

    private enum Encryption: String, CaseIterable {
        case required
        case none
    }

    /// How the conversation is kept from strangers; nil where it would not be, and nobody said so.
    private func mailSecurity(
        of server: MailServer, hasLogin: Bool
    ) -> SMTPSettings.Security? {
        let tls: Placed<Encryption>? = choice("tls")
        let isAllowed = bool("allow_plaintext") ?? false
        if has("tls"), tls == nil { return nil }
        guard tls?.value == Encryption.none else {
            if isAllowed {
                problems.warning(
                    place(of: "allow_plaintext"),
                    "`allow_plaintext` means nothing without `tls: none`", "remove it")
            }
            return server.isImplicit ? .tls : .startTLS
        }
        let place = place(of: "tls")
        if server.isImplicit {
            problems.error(place, "`tls: none` contradicts `smtps://`", "remove one of them")
            return nil
        }
        if PrivateNetwork.isLoopback(server.host) { return .loopbackOnly }
        guard isAllowed else {
            problems.error(
                place,
                "without TLS everybody on the way to `\(shown(server.host))` can read the letters"
                    + (hasLogin ? " and the password" : ""),
                "remove `tls: none`, or add `allow_plaintext: true` if that network is yours alone")
            return nil
        }
        if hasLogin {
            problems.warning(place, "the password goes to the mail server unencrypted")
        }
        return .plaintext
    }

    private static func isHostName(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count)
                    && label.allSatisfy { byte in
                        HeaderName.isTokenCharacter(byte) && !"!#$%&'*+.^`|~".utf8.contains(byte)
                    }
            }
    }
}
