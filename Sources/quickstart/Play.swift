import Foundation

/// What happens in the quick start, in order.
struct Play: Sendable {
    let stage: Stage

    func run(isOnce: Bool) async throws -> Int32 {
        let server = try DemoServer(stage: stage) { say($0) }
        return try await withThrowingTaskGroup(of: Int32?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            try await server.waitUntilListening()
            group.addTask { isOnce ? try await once(server) : try await watch(server) }
            while let result = try await group.next() {
                guard let status = result else { continue }
                group.cancelAll()
                return status
            }
            return 1
        }
    }

    /// Two passes and the report.
    private func once(_ server: DemoServer) async throws -> Int32 {
        say("the first pass stores the baseline: scored, reported, never alerted on")
        let first = try await run("reputed", ["--config", stage.configuration, "--once"])
        server.publishComplaint()
        say("a one-star review appears in the shop's feed; the next pass finds it")
        // The schedule of the configuration is five seconds; a pass polls only what is due.
        try await Task.sleep(for: .seconds(6))
        let second = try await run("reputed", ["--config", stage.configuration, "--once"])
        let hasMail = showMails(after: 0) > 0
        // Seven mentions make the baseline, so the complaint is the eighth.
        for command in [["status"], ["explain", "8"], ["report"]] {
            say("repute \(command.joined(separator: " "))")
            _ = try await run("repute", command + ["--config", stage.configuration])
        }
        guard hasMail else { throw QuickstartError("no mail was sent") }
        return max(first, second)
    }

    /// The daemon in the foreground, until it is stopped.
    private func watch(_ server: DemoServer) async throws -> Int32 {
        say("reputed begins; its first poll of each source is the baseline, never alerted on")
        say("in another terminal: .build/release/repute status --config config/quickstart.yaml")
        let daemon = stage.process("reputed", ["--config", stage.configuration])
        signal(SIGINT, SIG_IGN)
        signal(SIGTERM, SIG_IGN)
        try daemon.run()
        let stop = DispatchSource.makeSignalSource(signal: SIGTERM)
        stop.setEventHandler { daemon.terminate() }
        stop.resume()
        let story = Task {
            while !server.wasReadWhole { try await Task.sleep(for: .milliseconds(200)) }
            try await Task.sleep(for: .seconds(2))
            say("a one-star review appears in the shop's feed")
            server.publishComplaint()
            while stage.mails().isEmpty { try await Task.sleep(for: .milliseconds(200)) }
            _ = showMails(after: 0)
            say("that was all; reputed goes on watching, Ctrl-C ends it")
        }
        let status = await ended(daemon)
        story.cancel()
        stop.cancel()
        return status
    }

    private func run(_ program: String, _ arguments: [String]) async throws -> Int32 {
        let process = stage.process(program, arguments)
        try process.run()
        return await ended(process)
    }

    /// Waits on a thread that may block.
    private func ended(_ process: Process) async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    /// Prints the mails that came after the first `count`; returns how many there are.
    private func showMails(after count: Int) -> Int {
        let mails = stage.mails()
        for mail in mails.dropFirst(count) {
            say("mail sent, in \(mail.path)")
            guard let bytes = try? Data(contentsOf: mail) else { continue }
            for line in DemoMail(message: String(decoding: bytes, as: UTF8.self)).text
                .components(separatedBy: "\n")
            { print("    │ \(line)") }
        }
        return mails.count
    }
}

/// A line of the narrator.
func say(_ text: String) {
    let isColoured =
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    print(isColoured ? "\u{1B}[1;35m▸ \(text)\u{1B}[0m" : "▸ \(text)")
    fflush(nil)
}
