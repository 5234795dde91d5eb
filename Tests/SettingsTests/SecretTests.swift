import Foundation
import Model
import Notifying
import Testing

@testable import Settings

private let key = "whsec_" + String(repeating: "QUJD", count: 8)

private func webhook(_ keys: String) -> String {
    "channels:\n  - {id: w, type: webhook, \(keys)}\n"
}

private func header(_ value: String) -> String {
    "sources:\n  - id: s\n    url: https://s.example/\n    headers: {Authorization: \(value)}\n"
}

struct `A secret` {
    @Test func `is read from a file beside the one that names it, without its last newline`() throws
    {
        let folder = try ConfigurationFolder(
            webhook("url_file: secrets/url, secret_file: [secrets/new, ../\("x")/old]")
                .replacing("../x/old", with: "secrets/old"),
            files: [
                "secrets/url": "https://hooks.example/T0/abc\n", "secrets/new": key + "\n",
                "secrets/old": "  \(key)\r\n",
            ])
        guard case .webhook(let settings) = try folder.settings().channels[0].kind else {
            Issue.record("not a webhook")
            return
        }
        #expect(settings.url.reveal() == "https://hooks.example/T0/abc")
        #expect(settings.signingSecrets.map { $0.reveal() } == [key, key])
        #expect(folder.problems() == [])
    }

    @Test func `is read from the credentials that systemd passes`() throws {
        let folder = try ConfigurationFolder(
            header("{credential: token, prefix: Bearer}"), files: ["run/token": "t0ken\n"])
        let environment = ["CREDENTIALS_DIRECTORY": folder.path + "/run"]
        let headers = try folder.settings(environment).sources[0].headers
        #expect(headers.map(\.name) == ["Authorization"])
        #expect(headers.map { $0.value.reveal() } == ["Bearer t0ken"])
    }

    @Test func `is never printed`() throws {
        let folder = try ConfigurationFolder(
            header("{file: token}"), files: ["token": "s3cret-value"])
        #expect(!"\(try folder.settings())".contains("s3cret-value"))
    }

    @Test(arguments: [
        (
            header("Bearer abc"),
            "4:30: error: the value of `Authorization` is a secret and does not belong into this file, write it into a file of its own and give `Authorization: {file: PATH}`"
        ),
        (
            webhook("url: 'https://a.example/', secret: abc"),
            "2:55: error: `secret` is a secret and does not belong into this file, write it into a file of its own and give `secret_file: PATH`"
        ),
        (
            header("{file: nowhere}"),
            "4:37: error: the secret file `nowhere` can't be read: there is no such file"
        ),
        (
            header("{file: folder}"),
            "4:37: error: the secret file `folder` can't be read: it is a folder"
        ),
        (header("{file: empty}"), "4:37: error: the secret file `empty` is empty"),
        (
            header("{file: lines}"),
            "4:37: error: the secret file `lines` has more than one line, or a control character, leave only the secret in it"
        ),
        (header("{file: binary}"), "4:37: error: the secret file `binary` is not UTF-8 text"),
        (
            header("{file: open}"),
            "4:37: warning: the secret file `open` can be read by every user of this machine, run `chmod o-r` on it"
        ),
        (
            header("{file: open, credential: b}"),
            "4:43: error: `file` and `credential` both stand here, keep one of them"
        ),
        (
            header("{credential: ../b}"),
            "4:43: error: `../b` is not the name of a credential, give the name that stands behind `LoadCredential=`, without a folder"
        ),
        (
            header("{credential: b}"),
            "4:43: error: the credential `b` can't be read: there is no such file, put it into a file of that name in `secrets` beside the configuration, or name its file with `LoadCredential=` in the unit"
        ),
        (
            webhook("url_file: open, url_credential: b"),
            "2:44: error: `url_file` and `url_credential` both stand here, keep one of them"
        ),
        (
            webhook("url_file: noturl"),
            "2:38: error: `url_file` needs an address: it does not begin with `https://`"
        ),
        (
            webhook("url: 'https://a.example/', secret_file: weak"),
            "2:68: error: the signing secret does not start with whsec_"
        ),
        (
            webhook("url: 'https://a.example/0f8fad5b-d9cb-469f-a165-70867728950e'"),
            "2:33: warning: the address seems to hold a secret, write it into a file of its own and give `url_file: PATH`"
        ),
    ])
    func `that is not where it belongs is told so`(text: String, expected: String) throws {
        let folder = try ConfigurationFolder(
            text,
            files: [
                "folder/x": "", "empty": " \n", "lines": "a\nb\n", "noturl": "hunter2",
                "weak": "hunter2",
            ])
        try folder.write("binary", bytes: [0xFF])
        try folder.write("open", "abc", mode: 0o644)
        let found = folder.problems(["CREDENTIALS_DIRECTORY": folder.path + "/run"])
        #expect(found.contains("repute.yaml:" + expected))
        #expect(!found.joined().contains("hunter2"))
    }

    @Test func `is read from what systemd passes of the folder of secrets`() throws {
        let folder = try ConfigurationFolder(
            header("{credential: token}"),
            files: ["run/secrets_token": "passed\n", "secrets/token": "not passed\n"])
        let environment = ["CREDENTIALS_DIRECTORY": folder.path + "/run"]
        #expect(try folder.settings(environment).sources[0].headers[0].value.reveal() == "passed")
        try folder.write("run/token", "its own")
        #expect(try folder.settings(environment).sources[0].headers[0].value.reveal() == "its own")
    }

    @Test func `is read from the folder of secrets where systemd passes none`() throws {
        let folder = try ConfigurationFolder(
            "brands: [{id: shop, name: Shop}]", files: ["secrets/token": "t0ken\n"])
        try folder.write(
            "repute.d/feeds/one.yaml", header("{credential: token}"))
        #expect(try folder.settings().sources[0].headers[0].value.reveal() == "t0ken")
    }

    @Test func `from a credential needs systemd or the folder of secrets`() throws {
        #expect(
            try problems(header("{credential: b}")) == [
                "repute.yaml:4:43: error: the credential `b` is not there, since systemd did not start "
                    + "this program with credentials (`CREDENTIALS_DIRECTORY` is not set), put "
                    + "the secret into the file `secrets/b` beside the configuration, or use a `_file` key"
            ])
    }

    @Test func `may be an address in a header's place only where the header is no secret`() throws {
        let text = header("x").replacing("Authorization", with: "Accept-Language")
        #expect(try settings(text).sources[0].headers.map { $0.value.reveal() } == ["x"])
    }
}
