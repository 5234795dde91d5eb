import Testing

@testable import Settings

struct `The place of metrics` {
    @Test func `is nowhere unless configured`() throws {
        #expect(try settings("log: {level: info}").metrics == nil)
    }

    @Test(arguments: [
        ("unix:/run/repute/metrics.sock", MetricsSettings.Listen.unix("/run/repute/metrics.sock")),
        ("127.0.0.1:9464", .loopback(address: "127.0.0.1", port: 9464)),
        ("127.9.9.9:1", .loopback(address: "127.9.9.9", port: 1)),
        ("localhost:65535", .loopback(address: "127.0.0.1", port: 65_535)),
        ("[::1]:9464", .loopback(address: "::1", port: 9464)),
    ])
    func `is a socket or an address of this machine`(
        text: String, expected: MetricsSettings.Listen
    ) throws {
        #expect(
            try settings("metrics: {listen: '\(text)'}").metrics
                == MetricsSettings(listen: expected))
    }

    @Test func `is written as it was read`() throws {
        for text in ["unix:/run/m.sock", "127.0.0.1:9464", "[::1]:9464"] {
            #expect(
                try settings("metrics: {listen: '\(text)'}").metrics?.listen.description == text)
        }
    }

    @Test func `is beside the file that names it where its path is relative`() throws {
        let folder = try ConfigurationFolder("metrics: {listen: 'unix:m.sock', source_limit: 0}")
        let metrics = try #require(try folder.settings().metrics)
        #expect(metrics.listen == .unix(folder.path + "/m.sock"))
        #expect(metrics.sourceLimit == 0)
    }

    @Test(arguments: [
        (
            "metrics: {source_limit: 3}",
            "1:10: error: `metrics` has no `listen`, give `unix:/run/repute/metrics.sock` or `127.0.0.1:9464`"
        ),
        (
            "metrics: {listen: '0.0.0.0:9464'}",
            "1:19: error: `listen` takes only addresses of this machine, found `0.0.0.0:9464`, give `127.0.0.1:9464` or `[::1]:9464`, and let a reverse proxy with TLS and a password stand before it if others have to reach it"
        ),
        (
            "metrics: {listen: '[2001:db8::1]:80'}",
            "1:19: error: `listen` takes only addresses of this machine, found `[2001:db8::1]:80`"
        ),
        (
            "metrics: {listen: 'monitor.example:80'}",
            "1:19: error: `listen` takes only addresses of this machine"
        ),
        (
            "metrics: {listen: '127.0.0.1.evil.example:80'}",
            "1:19: error: `listen` takes only addresses of this machine"
        ),
        (
            "metrics: {listen: '9464'}",
            "1:19: error: `listen` needs a socket or an address with a port, found `9464`"
        ),
        (
            "metrics: {listen: ':9464'}",
            "1:19: error: `listen` needs a socket or an address with a port"
        ),
        (
            "metrics: {listen: '127.0.0.1:0'}",
            "1:19: error: `listen` needs a socket or an address with a port"
        ),
        (
            "metrics: {listen: '127.0.0.1:65536'}",
            "1:19: error: `listen` needs a socket or an address with a port"
        ),
        (
            "metrics: {listen: '::1:80'}",
            "1:19: error: `listen` needs a socket or an address with a port"
        ),
        (
            "metrics: {listen: 'unix:'}",
            "1:19: error: `listen` names no socket, give `unix:/run/repute/metrics.sock`"
        ),
        (
            "metrics: {listen: 'unix:/\(String(repeating: "x", count: 107))'}",
            "1:19: error: the path of the socket is longer than 107 bytes"
        ),
        (
            "metrics: {listen: '127.0.0.1:80', source_limit: 10001}",
            "1:49: error: `source_limit` needs a whole number from 0 to 10000"
        ),
        (
            "metrics: {lisen: '127.0.0.1:80'}",
            "1:11: error: unknown key `lisen`, did you mean `listen`?"
        ),
    ])
    func `that is wrong is told so`(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found.contains { $0.hasPrefix("repute.yaml:" + expected) }, "\(found)")
    }
}
