import Foundation

/// `make run`: the whole way from a feed to the owner's mailbox, on one machine in a minute.
///
/// Serves the demo business's feeds and a webhook receiver on loopback, runs `reputed` on
/// `config/quickstart.yaml`, publishes a one-star complaint once the baseline is in, and shows the
/// mail that comes of it. With `--once` it does the same with two `reputed --once` and ends.
@main
struct Quickstart {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            guard arguments.allSatisfy({ $0 == "--once" || $0 == "--keep" }) else {
                throw QuickstartError("usage: quickstart [--once] [--keep]")
            }
            let stage = try Stage(keepsState: arguments.contains("--keep"))
            let play = Play(stage: stage)
            let status = try await play.run(isOnce: arguments.contains("--once"))
            exit(status)
        } catch {
            try? FileHandle.standardError.write(contentsOf: Data("quickstart: \(error)\n".utf8))
            exit(1)
        }
    }
}

/// Why the quick start can't go on; one sentence.
struct QuickstartError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
