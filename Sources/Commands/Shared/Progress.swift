import TextProcessing

/// A line on standard error that tells how far a long command is.
///
/// Shown from the second second on, and only in a terminal; erased before anything else is written.
final class Progress: Sendable {
    private let started = ContinuousClock.now
    private let isShown = FileDescriptor.standardError.isTerminal

    /// Shows `text` in place of what was shown before.
    func show(_ text: String) {
        guard isShown, started.duration(to: .now) > .seconds(1) else { return }
        write("\r\u{1B}[K" + TerminalText.sanitized(text))
    }

    /// Takes the line away.
    func clear() {
        guard isShown, started.duration(to: .now) > .seconds(1) else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        // Progress is a courtesy: a closed standard error is no reason to stop.
        try? FileDescriptor.standardError.write(Array(text.utf8))
    }
}
