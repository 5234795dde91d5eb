import FlyingSocks
import Foundation
import Settings

/// Why nothing can listen at a place, as one sentence.
struct ListeningProblem: Error, Sendable, CustomStringConvertible {
    var description: String
}

/// A socket that listens, and its file if it has one.
struct ListeningSocket: Sendable {
    /// How many connections the kernel keeps that nobody has taken.
    private static let backlog: Int32 = 32

    let socket: Socket
    private let path: String?

    /// Listens at `place`; a Unix socket is for the user and the group of this process (mode 0660).
    ///
    /// A socket that a daemon left behind, and nobody listens at, is replaced.
    init(at place: MetricsSettings.Listen) throws(ListeningProblem) {
        switch place {
        case .unix(let path):
            try Self.clear(path)
            self.path = path
            socket = try Self.bound(sockaddr_un.unix(path: path), at: place) { socket in
                chmod(path, 0o660) == 0
                    && (try? socket.listen(maxPendingConnection: Self.backlog)) != nil
            }
        case .loopback(let address, let port):
            path = nil
            func listen(_ socket: Socket) -> Bool {
                (try? socket.listen(maxPendingConnection: Self.backlog)) != nil
            }
            do {
                if address.contains(":") {
                    socket = try Self.bound(
                        sockaddr_in6.inet6(ip6: address, port: port), at: place, listen)
                } else {
                    socket = try Self.bound(
                        sockaddr_in.inet(ip4: address, port: port), at: place, listen)
                }
            } catch let problem as ListeningProblem {
                throw problem
            } catch {
                throw ListeningProblem(description: "\(place) is no address")
            }
        }
    }

    /// Ends the listening and removes the file.
    func close() {
        try? socket.close()
        if let path { unlink(path) }
    }

    private static func bound(
        _ address: some SocketAddress, at place: MetricsSettings.Listen,
        _ listen: (Socket) -> Bool
    ) throws(ListeningProblem) -> Socket {
        let socket: Socket
        do {
            socket = try Socket(domain: Int32(type(of: address).family))
        } catch {
            throw ListeningProblem(description: "no socket can be had: \(reason())")
        }
        // Programs that letters are handed to must not inherit it.
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        do {
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
        } catch {
            let reason = reason()
            try? socket.close()
            throw ListeningProblem(description: "\(place) can't be listened at: \(reason)")
        }
        guard listen(socket) else {
            let reason = reason()
            try? socket.close()
            throw ListeningProblem(description: "\(place) can't be listened at: \(reason)")
        }
        return socket
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    /// Removes a socket that nobody listens at.
    private static func clear(_ path: String) throws(ListeningProblem) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw ListeningProblem(description: "\(path) is there and is no socket; remove it")
        }
        guard let probe = try? Socket(domain: Int32(AF_UNIX)) else { return }
        defer { try? probe.close() }
        _ = fcntl(probe.file.rawValue, F_SETFD, FD_CLOEXEC)
        try? probe.setFlags(.nonBlocking)
        do {
            try probe.connect(to: sockaddr_un.unix(path: path))
        } catch {
            if errno == ECONNREFUSED { unlink(path) }
            return
        }
        throw ListeningProblem(description: "another process listens at \(path)")
    }
}
