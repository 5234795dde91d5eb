import Model
import Testing

@testable import Settings

struct `A heartbeat` {
    @Test func `is told to nobody unless configured`() throws {
        #expect(try settings("log: {level: info}").heartbeat == nil)
    }

    @Test func `beats every five minutes unless told otherwise`() throws {
        let folder = try ConfigurationFolder(
            "heartbeat: {url_file: beat}", files: ["beat": "https://beat.example/abc\n"])
        let heartbeat = try folder.settings().heartbeat
        #expect(heartbeat == HeartbeatSettings(url: Secret("https://beat.example/abc")))
        #expect(heartbeat?.interval == 300)
    }

    @Test func `takes every key`() throws {
        let folder = try ConfigurationFolder(
            "heartbeat: {url_credential: beat, every: 1h}",
            files: ["credentials/beat": "https://beat.example/abc"])
        let heartbeat = try folder.settings([
            "CREDENTIALS_DIRECTORY": folder.path + "/credentials"
        ]).heartbeat
        #expect(heartbeat?.url.reveal() == "https://beat.example/abc")
        #expect(heartbeat?.interval == 3600)
        let plain = try settings("heartbeat: {url: 'http://127.0.0.1:9/'}").heartbeat
        #expect(plain?.url.reveal() == "http://127.0.0.1:9/")
    }

    @Test(arguments: [
        (
            "heartbeat: {every: 5m}",
            "1:12: error: `heartbeat` has no address, give `url_file`, `url_credential` or `url`"
        ),
        (
            "heartbeat: {url: 'ftp://beat.example/'}",
            "1:18: error: `url` needs an address: `ftp://` is not read, only `https://` or `http://`"
        ),
        (
            "heartbeat: {url: 'https://a:b@beat.example/'}",
            "1:18: error: the address holds a password, which does not belong into this file, write the address into a file of its own and give `url_file: PATH`"
        ),
        (
            "heartbeat: {url: 'https://beat.example/', every: 30s}",
            "1:50: error: `every` needs a duration from 1m to 1d, such as `15m` or `2h`, found `30s`"
        ),
        (
            "heartbeat: {url: 'https://beat.example/', evry: 1h}",
            "1:43: error: unknown key `evry`, did you mean `every`?"
        ),
    ])
    func `that is wrong is told so`(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found.contains("repute.yaml:" + expected), "\(found)")
    }
}
