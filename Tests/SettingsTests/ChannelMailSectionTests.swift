import Foundation
import Model
import Notifying
import Testing

@testable import Settings

private let head =
    "channels:\n  - {id: m, type: smtp, from: a@x.example, to: [b@x.example, c@x.example]"

private func folder(_ keys: String) throws -> ConfigurationFolder {
    try ConfigurationFolder(
        "\(head), \(keys)}\n",
        files: ["password": "open sesame\n", "ca.pem": "certificate\n", "empty": ""])
}

private func read(_ keys: String) throws -> SMTPSettings {
    let folder = try folder(keys)
    let settings: Settings
    do {
        settings = try folder.settings()
    } catch {
        Issue.record("\(keys): \(folder.problems())")
        throw error
    }
    guard case .smtp(let mail) = try #require(settings.channels.first).kind else {
        throw NoMail()
    }
    return mail
}

private struct NoMail: Error {}

struct `A channel of type smtp` {
    @Test func `needs a server, a sender and a recipient, and encrypts`() throws {
        let mail = try read("url: 'smtp://Mail.example.org'")
        #expect(mail.host == "mail.example.org" && mail.port == 587)
        #expect(mail.security == .startTLS && mail.login == nil && mail.helloName == nil)
        #expect(mail.recipients.map(\.description) == ["b@x.example", "c@x.example"])
        #expect(mail.timeLimit == 60 && mail.senderName == "Repute")
    }

    @Test func `has all that a server may ask for`() throws {
        let mail = try read(
            "url: 'smtps://mail.example.org:2465/', user: till, password_file: password, "
                + "ca_file: ca.pem, hello: till.example.org, timeout: 90s, from_name: Till, "
                + "envelope_from: bounces@x.example, language: de")
        #expect(mail.port == 2465 && mail.security == .tls)
        #expect(mail.login?.user == "till" && mail.login?.password.reveal() == "open sesame")
        #expect(mail.certificateAuthorities?.hasSuffix("/ca.pem") == true)
        #expect(mail.helloName == "till.example.org" && mail.timeLimit == 90)
        #expect(mail.senderName == "Till" && mail.language == .german)
        #expect(mail.envelopeSender?.description == "bounces@x.example")
        #expect(try read("url: 'smtps://mail.example.org'").port == 465)
    }

    @Test(arguments: [
        ("smtp://localhost", "localhost"), ("smtp://127.0.0.1", "127.0.0.1"),
        ("smtp://[::1]", "[::1]"),
    ])
    func `may speak plainly to its own machine`(url: String, host: String) throws {
        let mail = try read("url: '\(url)', tls: none")
        #expect(mail.security == .loopbackOnly && mail.host == host && mail.port == 25)
    }

    @Test func `speaks plainly to others only where that is said`() throws {
        let mail = try read("url: 'smtp://10.0.0.5:2525', tls: none, allow_plaintext: true")
        #expect(mail.security == .plaintext && mail.port == 2525)
    }

    @Test(arguments: [
        ("from_name: A", "has no `url`, give the mail server"),
        ("url: mail.example.org", "`url` needs a mail server: it does not begin with `smtp://`"),
        ("url: 'https://mail.example.org'", "`https://` is not read, only `smtp://` or `smtps://`"),
        ("url: 'smtp://u:p@mail.example.org'", "the address holds a password"),
        ("url: 'smtp://u@mail.example.org'", "the address holds a user, give it as `user`"),
        ("url: 'smtp://mail.example.org/inbox'", "there is something behind its host and port"),
        ("url: 'smtp://mail.example.org?x=1'", "there is something behind its host and port"),
        ("url: 'smtp://mail.example.org:0'", "its port is 0"),
        ("url: 'smtp://mail.example.org:99999'", "its port is not a number"),
        ("url: 'smtp://mäil.example.org'", "its host is not a host name in ASCII"),
        ("url: 'smtp://m.example', user: till", "this channel has a `user` and no password"),
        ("url: 'smtp://m.example', password_file: password", "has a password and no `user`"),
        (
            "url: 'smtp://m.example', password: hidden",
            "`password` is a secret and does not belong into this file"
        ),
        ("url: 'smtp://m.example', user: t, password_file: empty", "is empty"),
        ("url: 'smtp://m.example', user: t, password_file: nowhere", "can't be read"),
        ("url: 'smtp://m.example', tls: none", "everybody on the way to `m.example` can read"),
        ("url: 'smtp://127.0.0.1.example.org', tls: none", "everybody on the way"),
        (
            "url: 'smtp://m.example', tls: none, user: t, password_file: password",
            "can read the letters and the password"
        ),
        ("url: 'smtps://localhost', tls: none", "`tls: none` contradicts `smtps://`"),
        ("url: 'smtp://m.example', tls: some", "`tls` needs one of required, none, found `some`"),
        ("url: 'smtp://m.example', hello: 'a b'", "`hello` needs a host name"),
        ("url: 'smtp://m.example', hello: 'x/../y'", "`hello` needs a host name"),
        ("url: 'smtp://m.example', ca_file: nowhere", "`ca_file` can't be read"),
        ("url: 'smtp://m.example', command: [x]", "a channel of type smtp has no `command`"),
        ("url: 'smtp://m.example', timeout: 1h", "`timeout` needs a duration"),
    ])
    func `is refused with the reason`(keys: String, message: String) throws {
        let problems = try folder(keys).problems().filter { $0.contains("error") }
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.contains(message) == true, "\(problems)")
        #expect(problems.first?.contains(":2:") == true, "\(problems)")
    }

    @Test func `is warned of a password that everybody can read on the way`() throws {
        let problems = try folder(
            "url: 'smtp://m.example', tls: none, allow_plaintext: true, user: t, "
                + "password_file: password"
        ).problems()
        #expect(problems.contains { $0.contains("warning: the password goes to the mail server") })
        let idle = try folder("url: 'smtp://m.example', allow_plaintext: true").problems()
        #expect(idle.contains { $0.contains("`allow_plaintext` means nothing") })
    }

    @Test func `leads elsewhere with another server, account or password`() throws {
        func digest(_ keys: String) throws -> String? {
            try folder(keys).settings().channels.first?.addressDigest
        }
        let first = try digest("url: 'smtp://m.example'")
        #expect(try first == digest("url: 'smtp://m.example', from_name: A"))
        #expect(try first != digest("url: 'smtp://n.example'"))
        #expect(
            try first != digest("url: 'smtp://m.example', user: t, password_file: password"))
    }
}
