import Glibc
import Synchronization

/// A gate that holds a reply of a `LoopbackServer` back until a test opens it; it never shuts again.
public final class LoopbackGate: Sendable {
    /// A pipe whose end of file is the open gate: every thread that polls `readEnd` sees it.
    private let readEnd: Int32
    private let writeEnd: Mutex<Int32?>

    /// A gate that is shut.
    public init() {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0, "no file descriptor left for a gate")
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        writeEnd = Mutex(ends[1])
    }

    deinit {
        open()
        close(readEnd)
    }

    /// Lets everything through that waits now or will; may be called twice.
    public func open() {
        writeEnd.withLock { end in
            if let end { close(end) }
            end = nil
        }
    }

    /// Waits for `descriptor` to have something to read; false if the gate opened instead.
    func isClosed(while descriptor: Int32) -> Bool {
        Self.wait(for: [readEnd, descriptor]) != readEnd
    }

    /// Waits until one of the gates opens or the client of `connection` leaves, at most
    /// `milliseconds` (−1: for ever); true unless the client left or the last gate opened.
    static func wait(
        on gates: [LoopbackGate], connection: Int32, milliseconds: Int32 = -1
    ) -> Bool {
        let winner = wait(
            for: gates.map(\.readEnd) + [connection], milliseconds: milliseconds)
        return winner != connection && winner != gates.last?.readEnd
    }

    /// The first readable descriptor; nil at the end of the time.
    private static func wait(for descriptors: [Int32], milliseconds: Int32 = -1) -> Int32? {
        var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            let count = poll(&entries, nfds_t(entries.count), milliseconds)
            if count == 0 { return nil }
            if count > 0 { return entries.first { $0.revents != 0 }?.fd }
            guard errno == EINTR else { return descriptors.last }
        }
    }
}
