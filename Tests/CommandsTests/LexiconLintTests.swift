import FoundationEssentials
import Reporting
import Settings
import Testing

@testable import Commands

struct `Lint on the command line` {
    @Test func `tells file, line and column, and what to do`() {
        let problems = LexiconLintCommand.problems(in: [
            ("a.tsv", "zorbed\t2\nslow\tx\n"), ("b.tsv", "zorbed\t-2\n"),
        ])
        #expect(
            problems.map(\.description) == [
                "a.tsv:2:6: error: 'x' is no valence; write a number from -4 to 4, or - to silence",
                "b.tsv:1:1: warning: “zorbed” counts −2.0 here, but counts +2.0 in a.tsv:1; the later "
                    + "line holds, decide for one and remove the other",
            ])
        #expect(
            LexiconLintCommand.summary(fileCount: 2, problems) == "2 files: 1 error, 1 warning\n")
    }
}

struct `What the lexicon knows` {
    private func csv(_ knowledge: LexiconKnowledge, _ term: String, withPhrases: Bool) -> String {
        let reader = Reader(
            style: .plain, width: 120, time: TimeText(zone: .gmt, now: .distantPast))
        let entries = knowledge.entries(for: term, in: ["en"], withPhrases: withPhrases)
        return knowledge.listing(entries).rendered(as: .csv, for: reader)
    }

    @Test func `is shown with the line of one's own list`() throws {
        let files = OverlayFiles([("own.tsv", "# mine\nzorbly\t-2.5\n")])
        let knowledge = try LexiconKnowledge(files)
        let text = csv(knowledge, "zorbly", withPhrases: true)
        #expect(
            text == "language,term,valence,opinion,part,origin,place\r\n"
                + "en,zorbly,-2.5,1.25,opinion,overlay,own.tsv:2\r\n")
    }

    @Test func `has the negated form and the phrases`() throws {
        let knowledge = try LexiconKnowledge(OverlayFiles([]))
        #expect(csv(knowledge, "waste", withPhrases: true).contains("en,waste of time,-"))
        let alone = csv(knowledge, "waste", withPhrases: false).split(separator: "\r\n")
        #expect(alone.dropFirst().allSatisfy { $0.hasPrefix("en,waste,") })
    }

    @Test func `is in languages that there are`() throws {
        let knowledge = try LexiconKnowledge(OverlayFiles([]))
        #expect(try knowledge.languages("DE") == ["de"])
        #expect(try knowledge.languages(nil).first == "en")
        let error = #expect(throws: CommandFailure.self) { _ = try knowledge.languages("xx") }
        #expect(error?.code == .usage)
    }

    @Test func `fails at a line that is wrong and says how to see all`() {
        let error = #expect(throws: CommandFailure.self) {
            _ = try LexiconKnowledge(OverlayFiles([("own.tsv", "a\t1\nslow\tx\n")]))
        }
        #expect(error?.code == .configuration)
        #expect(error?.message.hasPrefix("own.tsv:2: ") == true)
    }
}
