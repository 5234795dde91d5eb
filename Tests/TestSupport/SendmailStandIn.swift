public import Foundation

/// A `sendmail` for tests: a shell script in a folder of its own that accepts, fails or hangs as told.
///
/// ```swift
/// let sendmail = try SendmailStandIn(.exit(75))
/// defer { sendmail.remove() }
/// … run `sendmail.path` …
/// try sendmail.set(.ok)
/// … sendmail.letters …
/// ```
///
/// The modes are the ends that the MTAs in use really have, and the ones that break a careless
/// caller: exit codes, an accepted letter with exit code 75, a hang in a grandchild, a reader that
/// never reads, ten megabytes on standard error.
public struct SendmailStandIn: Sendable {
    /// How the script ends, and what it does before.
    public enum Mode: Sendable, Hashable {
        /// Takes the letter and exits with 0.
        case ok
        /// Reads the letter, keeps nothing and exits with the code, after a line on standard error.
        case exit(Int)
        /// Takes the letter and exits with 75, as opensmtpd does while its daemon is down.
        case acceptThenExit75
        /// Reads the letter and never exits.
        case hang
        /// Reads the letter and waits for a child that never exits, as postfix on a full disk does.
        case hangInGrandchild
        /// Takes the letter, leaves a child behind that holds its output open, and exits with 0, as
        /// exim and dma do.
        case deliverInBackground
        /// Never reads and never exits.
        case neverReads
        /// Closes its input unread and exits with 69.
        case closesInput
        /// Takes the letter, writes ten million bytes to standard error and exits with 0.
        case noisy
        /// Reads the letter and dies by the signal of this name, such as `KILL`.
        case signal(String)
        /// Takes the letter line by line with pauses, and exits with 0.
        case slow

        fileprivate var word: String {
            switch self {
            case .ok: "ok"
            case .exit(let code): "exit=\(code)"
            case .acceptThenExit75: "accept75"
            case .hang: "hang"
            case .hangInGrandchild: "hangtree"
            case .deliverInBackground: "background"
            case .neverReads: "noread"
            case .closesInput: "closed"
            case .noisy: "noisy"
            case .signal(let name): "signal=\(name)"
            case .slow: "slow"
            }
        }
    }

    /// A letter that was taken, and how the script was called for it.
    public struct Letter: Sendable, Hashable {
        /// As it came on standard input.
        public var message: String
        /// Without the program's own name.
        public var arguments: [String]
    }

    /// Holds the script and what it writes.
    public let folder: URL

    /// A stand-in in a new temporary folder.
    public init(_ mode: Mode = .ok) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sendmail-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("new"), withIntermediateDirectories: true)
        let script = Data(Self.script(folder: folder.path).utf8)
        try script.write(to: folder.appendingPathComponent("sendmail"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try set(mode)
    }

    /// The path of the script.
    public var path: String { folder.appendingPathComponent("sendmail").path }

    /// Changes how the next call ends.
    public func set(_ mode: Mode) throws {
        try Data(mode.word.utf8).write(to: folder.appendingPathComponent("mode"))
    }

    /// The letters that were taken, in no particular order.
    public var letters: [Letter] {
        let new = folder.appendingPathComponent("new")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: new.path)) ?? []
        return names.filter { !$0.hasSuffix(".args") }.sorted().map { name in
            Letter(
                message: contents(of: new.appendingPathComponent(name)),
                arguments: lines(of: new.appendingPathComponent(name + ".args")))
        }
    }

    /// How often the script was started.
    public var callCount: Int { lines(of: folder.appendingPathComponent("calls")).count }

    /// The `NAME=value` lines of the last call's environment, as the script was given them.
    public var environment: [String] { lines(of: folder.appendingPathComponent("environment")) }

    /// What the last call found about itself: `stdin=…` (the kind of file), `ignored=…` (the mask of
    /// ignored signals), `group=…` (process group) and `fd=…` for every open descriptor.
    public var circumstances: [String] { lines(of: folder.appendingPathComponent("circumstances")) }

    /// The process that the last hanging call left, if there was one.
    public var hangingProcess: Int32? {
        Int32(lines(of: folder.appendingPathComponent("hanging")).first ?? "")
    }

    /// Deletes the folder.
    public func remove() { try? FileManager.default.removeItem(at: folder) }

    private func contents(of file: URL) -> String {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func lines(of file: URL) -> [String] {
        contents(of: file).split(separator: "\n").map(String.init)
    }

    private static func script(folder: String) -> String {
        """
        #!/bin/sh
        D='\(folder)'
        M=$(cat "$D/mode")
        echo $$ >> "$D/calls"
        tr '\\0' '\\n' < /proc/$$/environ > "$D/environment"
        {
          echo "stdin=$(stat -L -c %F /proc/$$/fd/0)"
          echo "ignored=$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/$$/status)"
          echo "group=$(cut -d' ' -f5 /proc/$$/stat)"
          for f in /proc/$$/fd/*; do echo "fd=${f##*/}"; done
        } > "$D/circumstances"
        T="$D/letter.$$"; N="$D/new/$(date +%s%N).$$"
        take() { printf '%s\\n' "$@" > "$N.args"; mv "$T" "$N"; }
        case $M in
          ok)         cat > "$T"; take "$@"; exit 0;;
          exit=*)     cat > /dev/null; echo "stand-in: refused, code ${M#exit=}" >&2; exit "${M#exit=}";;
          accept75)   cat > "$T"; take "$@"; exit 75;;
          hang)       cat > /dev/null; echo $$ > "$D/hanging"; exec sleep 3600;;
          hangtree)   cat > /dev/null; sleep 3600 & echo $! > "$D/hanging"; wait;;
          background) cat > "$T"; take "$@"; sleep 3600 & echo $! > "$D/hanging"; exit 0;;
          noread)     echo $$ > "$D/hanging"; exec sleep 3600;;
          closed)     exec 0<&-; echo refused >&2; exit 69;;
          noisy)      cat > "$T"; take "$@"; head -c 10000000 /dev/zero | tr '\\0' E >&2; exit 0;;
          signal=*)   cat > /dev/null; kill -"${M#signal=}" $$; exec sleep 3600;;
          slow)       while IFS= read -r l; do printf '%s\\n' "$l"; sleep 0.01; done > "$T"; take "$@"; exit 0;;
        esac

        """
    }
}
