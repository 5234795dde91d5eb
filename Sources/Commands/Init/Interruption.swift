import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends the program at Ctrl-C as the shell expects, after tidying up.
///
/// Its two sources are never touched again until `end`, by whoever made it.
final class Interruption: @unchecked Sendable {
    private let sources: [any DispatchSourceSignal]

    /// From now on SIGINT and SIGTERM run `tidy` and end the program; the terminal echoes again.
    init(_ tidy: @escaping @Sendable () -> Void) {
        var former = termios()
        let isTerminal = tcgetattr(0, &former) == 0
        let terminal = former
        sources = [SIGINT, SIGTERM].map { number -> any DispatchSourceSignal in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(
                signal: number, queue: DispatchQueue(label: "interruption"))
            source.setEventHandler {
                tidy()
                if isTerminal {
                    var terminal = terminal
                    tcsetattr(0, TCSANOW, &terminal)
                }
                try? FileDescriptor.standardError.write(Array("\nNothing was written.\n".utf8))
                exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    /// From now on the signals do what they do by default.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
