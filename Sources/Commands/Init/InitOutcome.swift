import Assembly
import Foundation
import Model
import Notifying
import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What `repute init` has written, and what comes next.
struct InitOutcome: Sendable {
    /// The main file.
    var file: String
    var files: InitPlace.Outcome
    var sources: [SourceID]
    /// Nil where nobody is told yet.
    var mail: FirstAnswers.Mail?
    /// What came of the test mail; nil where none was sent.
    var test: ChannelTest.Result?
    var hasSystemd: Bool

    /// For people.
    func text(for reader: Reader) -> String {
        var text =
            "\n" + files.written.reversed().map { "Written: \(Table.Cell($0).text)\n" }.joined()
        text += files.kept.map { "Kept:    \(Table.Cell($0).text)\n" }.joined()
        if mail == nil {
            text += reader.style.paint(
                "Nobody is told of anything yet; docs/channels.md has the ways.\n", .warning)
        }
        text += "\nNext:\n"
        let steps = steps
        let width = steps.map(\.command.count).max() ?? 0
        for step in steps {
            let command = step.command.padding(toLength: width, withPad: " ", startingAt: 0)
            text += "  \(command)  # \(step.meaning)\n"
        }
        return text
    }

    private var steps: [(command: String, meaning: String)] {
        let isStandard = file == ConfigurationPath.standard
        let option = isStandard ? "" : " --config \(ShellWord(file))"
        var steps: [(String, String)] = [("repute check\(option)", "what it tells, and when")]
        if isStandard, hasSystemd {
            if mail?.server == nil, mail != nil, getgrnam("postdrop") != nil {
                steps.append(
                    (
                        "less /usr/share/doc/repute/docs/service.md",
                        "postfix needs a drop-in of the unit"
                    ))
            }
            steps.append(
                (
                    "sudo systemctl enable --now reputed",
                    "the first poll is the baseline: nothing is told"
                ))
        } else {
            steps.append(("reputed\(option)", "the first poll is the baseline: nothing is told"))
        }
        steps.append(("repute status\(option)", "how everything stands"))
        if sources.isEmpty {
            steps.append(("repute source add ADDRESS\(option)", "nothing is watched yet"))
        }
        if mail != nil, test?.isTaken != true {
            steps.append(
                (
                    "repute alerts test \(FirstConfiguration.channel)\(option)",
                    "once the daemon ran: a real test"
                ))
        }
        return steps
    }

    /// For programs.
    var json: JSONValue {
        .members([
            "file": .string(file), "written": .array(files.written.map(JSONValue.string)),
            "kept": .array(files.kept.map(JSONValue.string)),
            "sources": .array(sources.map { .string($0.rawValue) }),
            "mailTo": .optional(mail?.recipient.description),
            "testMail": .optional(test.map { $0.isTaken ? "taken" : "not taken" }),
        ])
    }
}
