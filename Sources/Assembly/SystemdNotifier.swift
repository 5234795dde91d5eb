import Foundation

/// Tells systemd how the service is, by the protocol of sd_notify(3).
///
/// Without a `NOTIFY_SOCKET` in the environment nothing is sent. A message is a datagram of
/// newline-separated assignments; a socket that is gone or full is no error of ours.
public struct SystemdNotifier: Sendable {
    private let socketPath: String?
    /// How often systemd wants a sign of life, in seconds (`WATCHDOG_USEC`); nil if it wants none.
    public let watchdogInterval: Double?

    /// A notifier for this environment.
    public init(environment: [String: String]) {
        socketPath = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isForUs = environment["WATCHDOG_PID"].flatMap(Int32.init).map { $0 == getpid() } ?? true
        let interval = environment["WATCHDOG_USEC"].flatMap(UInt64.init) ?? 0
        watchdogInterval = isForUs && interval > 0 ? Double(interval) / 1_000_000 : nil
    }

    /// Start-up is over, and what the service is doing.
    public func ready(_ status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }

    /// One line for `systemctl status`.
    public func status(_ status: String) { send("STATUS=\(oneLine(status))") }

    /// A reload has begun; `ready` ends it.
    public func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    /// The service is on its way out.
    public func stopping() { send("STOPPING=1\nSTATUS=stopping") }

    /// A sign of life.
    public func watchdog() { send("WATCHDOG=1") }

    private func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    private func send(_ message: String) {
        guard let socketPath, let address = UnixAddress(socketPath) else { return }
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        address.withSockaddr { pointer, length in
            _ = sendto(
                descriptor, bytes, bytes.count,
                Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT),
                pointer, length)
        }
    }
}

/// The address of a Unix socket; a path that begins with `@` is in the abstract namespace.
private struct UnixAddress {
    private var storage = sockaddr_un()
    private let length: socklen_t

    init?(_ path: String) {
        var bytes = Array(path.utf8)
        if bytes.first == UInt8(ascii: "@") { bytes[0] = 0 }
        guard bytes.count < MemoryLayout.size(ofValue: storage.sun_path) else { return nil }
        storage.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: bytes) }
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    }

    func withSockaddr(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
        withUnsafePointer(to: storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
