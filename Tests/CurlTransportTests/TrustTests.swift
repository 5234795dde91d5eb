import CurlTransport
import Foundation
import Glibc
import TestSupport
import Testing

/// Whether the `openssl` command, which makes certificates and serves TLS here, is installed.
private let hasOpenSSL = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

@Suite(
    .timeLimit(.minutes(5)),
    .enabled(if: hasOpenSSL, "needs the openssl command in /usr/bin (package openssl)"))
struct `TLS` {
    @Test func `is trusted by the given authority only, and only for the certificate's names`()
        async throws
    {
        let server = try TLSServer()
        defer { server.stop() }
        let url = "https://localhost:\(server.port)/"
        let response = try await transport(trusting: server.authority).send(.init(url: url))
        #expect(response.status == 200)
        await #expect(throws: TransportError.self, "by the system's authorities") {
            try await transport(trusting: nil).send(.init(url: url))
        }
        await #expect("by another name") {
            try await transport(trusting: server.authority)
                .send(.init(url: "https://127.0.0.1:\(server.port)/"))
        } throws: {
            ($0 as? TransportError)?.reason == .tls
        }
    }

    @Test func `with a bundle that can't be read fails`() async throws {
        let server = try TLSServer()
        defer { server.stop() }
        await #expect {
            try await transport(trusting: "/nonexistent.pem")
                .send(.init(url: "https://localhost:\(server.port)/"))
        } throws: {
            ($0 as? TransportError)?.reason == .tls
        }
    }

    private func transport(trusting file: String?) throws -> CurlTransport {
        let networks = ["127.0.0.1", "::1"].compactMap { AllowedNetwork($0) }
        return CurlTransport(
            settings: .init(certificateAuthorities: file, allowPrivateNetworks: networks))
    }
}

/// `openssl s_server` with a certificate for `localhost` from an authority of its own.
private final class TLSServer {
    let port: Int
    let authority: String
    private let folder: String
    private let server: Process

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/repute-tls-\(UUID().uuidString)"
        authority = folder + "/ca.crt"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try Self.openssl(
            in: folder,
            ["req", "-x509", "-days", "2", "-subj", "/CN=test CA", "-keyout", "ca.key", "-out"]
                + ["ca.crt", "-addext", "keyUsage=critical,keyCertSign"] + key
        ).finish()
        try Self.openssl(
            in: folder, ["req", "-subj", "/CN=x", "-keyout", "a.key", "-out", "a.csr"] + key
        ).finish()
        try Data("subjectAltName=DNS:localhost\n".utf8).write(to: URL(filePath: folder + "/a.ext"))
        try Self.openssl(
            in: folder,
            ["x509", "-req", "-in", "a.csr", "-CA", "ca.crt", "-CAkey", "ca.key", "-days", "2"]
                + ["-CAcreateserial", "-extfile", "a.ext", "-out", "a.crt"]
        ).finish()
        let output = Pipe()
        server = try Self.openssl(
            in: folder,
            ["s_server", "-accept", "127.0.0.1:0", "-cert", "a.crt", "-key", "a.key", "-www"],
            output: output)
        var text = ""
        // The line has no end, but is written at once.
        while !text.contains("ACCEPT ") {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { break }
            text += String(decoding: bytes, as: UTF8.self)
        }
        let line = text.split(separator: "\n").first { $0.hasPrefix("ACCEPT") }
        port = try #require(line?.split(separator: ":").last.flatMap { Int($0) })
    }

    func stop() {
        // The child is started with SIGTERM blocked, as the threads of this process have it.
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func openssl(
        in folder: String, _ arguments: [String], output: Pipe? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = Pipe()
        try process.run()
        return process
    }
}

extension Process {
    fileprivate func finish() throws {
        waitUntilExit()
        try #require(terminationStatus == 0, "openssl \(arguments?.first ?? "") failed")
    }
}
