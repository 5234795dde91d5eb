import Foundation
import Testing

@testable import Assembly

/// A datagram socket as systemd has one.
private final class NotifySocket {
    private let descriptor: Int32

    /// Binds to `path`; a path that begins with `@` is in the abstract namespace.
    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        let result = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// The next message; nil if there is none.
    var next: String? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}

struct `The notifier of systemd` {
    @Test func `sends what sd_notify(3) says`() throws {
        let workshop = try Workshop()
        let socket = try NotifySocket(workshop.path + "/notify")
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": workshop.path + "/notify"])
        notifier.ready("4 sources")
        #expect(socket.next == "READY=1\nSTATUS=4 sources")
        notifier.status("two\nlines\r\nREADY=1")
        #expect(socket.next == "STATUS=two lines READY=1")
        notifier.watchdog()
        #expect(socket.next == "WATCHDOG=1")
        notifier.reloading()
        let reloading = try #require(socket.next).split(separator: "\n")
        #expect(reloading.first == "RELOADING=1")
        #expect(reloading.last?.hasPrefix("MONOTONIC_USEC=") == true)
        #expect(UInt64(reloading.last?.dropFirst(15) ?? "") ?? 0 > 0)
        notifier.stopping()
        #expect(socket.next == "STOPPING=1\nSTATUS=stopping")
        #expect(socket.next == nil)
    }

    @Test func `knows the abstract namespace`() throws {
        let name = "@repute-test-" + UUID().uuidString
        let socket = try NotifySocket(name)
        SystemdNotifier(environment: ["NOTIFY_SOCKET": name]).watchdog()
        #expect(socket.next == "WATCHDOG=1")
    }

    @Test(
        arguments: [
            nil, "", "/nowhere/notify", "/" + String(repeating: "x", count: 200),
        ] as [String?])
    func `sends nothing where there is no socket`(path: String?) {
        let environment = path.map { ["NOTIFY_SOCKET": $0] } ?? [:]
        SystemdNotifier(environment: environment).ready("well")
    }

    @Test func `does not wait for a reader that is behind`() throws {
        let workshop = try Workshop()
        let socket = try NotifySocket(workshop.path + "/notify")
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": workshop.path + "/notify"])
        for _ in 0..<5000 { notifier.watchdog() }
        #expect(socket.next == "WATCHDOG=1")
    }

    static let intervals: [([String: String], Double?)] = [
        ([:], nil), (["WATCHDOG_USEC": "30000000"], 30),
        (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())"], 30),
        (["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"], nil),
        (["WATCHDOG_USEC": "0"], nil), (["WATCHDOG_USEC": "nan"], nil),
        (["WATCHDOG_USEC": "-5"], nil), (["WATCHDOG_USEC": "soon"], nil),
    ]

    @Test(arguments: intervals)
    func `reads how often a sign of life is wanted`(
        environment: [String: String], interval: Double?
    ) {
        #expect(SystemdNotifier(environment: environment).watchdogInterval == interval)
    }
}
