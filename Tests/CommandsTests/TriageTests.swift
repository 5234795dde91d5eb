import ArgumentParser
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

struct `Mentions named by number` {
    @Test(
        arguments: [
            ("12", 12...12), ("#12", 12...12), ("12..20", 12...20), ("#12..#20", 12...20),
            ("7..7", 7...7), ("1..9223372036854775807", 1...MentionID.max),
        ] as [(String, ClosedRange<MentionID>)])
    func `are numbers and ranges`(word: String, range: ClosedRange<MentionID>) throws {
        let numbers = try MentionNumbers(parsing: word)
        #expect(numbers.range == range && numbers.isSingle == (range.count == 1))
    }

    @Test(arguments: [
        "", "0", "-1", "+1", "1..", "..5", "..", "1...3", "1..2..3", "12a", "##1", " 1", "1 ",
        "1,2",
        "١٢", "1e3", "0x10", "99999999999999999999", "1..99999999999999999999",
        "9223372036854775808", String(repeating: "9", count: 100_000),
    ])
    func `are nothing else`(word: String) {
        let error = #expect(throws: ValidationError.self) { try MentionNumbers(parsing: word) }
        #expect(error?.message.contains("is no number of a mention") == true)
        #expect(error?.message.utf8.count ?? 0 < 400)
    }

    @Test func `in a range run upwards`() {
        let error = #expect(throws: ValidationError.self) { try MentionNumbers(parsing: "9..2") }
        #expect(error?.message.contains("did you mean 2..9?") == true)
    }
}

struct `Who does something` {
    private func name(_ words: [String], _ environment: [String: String]) throws -> String {
        try ActingPerson.parse(words).name(environment: environment)
    }

    @Test func `is named, or the one who logged in`() throws {
        #expect(try name(["--by", " Ada "], ["USER": "x"]) == "Ada")
        #expect(try name([], ["SUDO_USER": "ada", "LOGNAME": "root", "USER": "root"]) == "ada")
        #expect(try name([], ["SUDO_USER": "", "USER": "ben"]) == "ben")
        #expect(try !name(["--by", "x"], [:]).isEmpty)
    }

    @Test func `is never Repute itself`() {
        for (words, environment) in [
            (["--by", "repute"], [:]), (["--by", "Repute"], [:]), ([], ["USER": "repute"]),
        ] as [([String], [String: String])] {
            let error = #expect(throws: CommandFailure.self) { try name(words, environment) }
            #expect(error?.code == .usage && error?.message.contains("--by NAME") == true)
        }
    }

    @Test(arguments: [
        "", "  ", "Ada\nBen", "Ada\u{1B}[31m", "Ada\u{202E}", String(repeating: "a", count: 101),
    ])
    func `has a name of one plain line`(name: String) {
        #expect(throws: (any Error).self) { try ActingPerson.parse(["--by", name]) }
    }
}

struct `What a person writes` {
    @Test func `is bounded`() throws {
        #expect(try PersonText.note(" a\nb ") == "a\nb")
        #expect(try PersonText.note(String(repeating: "ä", count: 2000)).utf8.count == 4000)
        for text in ["", " \n ", String(repeating: "a", count: 100_000)] {
            let error = #expect(throws: ValidationError.self) { try PersonText.note(text) }
            #expect(error?.message.contains("at most 4000 bytes") == true)
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "/r/1", "ftp://a.example/", "https://", "file:///etc/passwd", "",
        "https://a.example/" + String(repeating: "a", count: 2000),
    ])
    func `links to pages only`(link: String) {
        #expect(throws: ValidationError.self) { try PersonText.link(link) }
    }

    @Test func `keeps all of an address`() throws {
        #expect(
            try PersonText.link("https://A.example/r?utm_source=x#reply")
                == "https://a.example/r?utm_source=x#reply")
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Triage on the command line` {
    @Test func `goes from complaint to answered`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(AckCommand.self, ["1", "--note", "will call them"])
        try await inn.run(AssignCommand.self, ["#1", "--to", "Ben"])
        try await inn.run(
            AnswerCommand.self,
            ["1", "--privately", "--at", "2h", "--by", "Ben", "--note", "called"])
        try await inn.run(ResolveCommand.self, ["1"])
        let page = try await inn.run(ReopenCommand.self, ["1", "--note", "wrote again"])
        #expect(page.changed == [.init(mention: 1, before: .resolved, after: .reopened)])
        try await inn.run(
            AnswerCommand.self, ["1", "--url", "https://a.example/r/1#reply", "--by", "Ben"])
        let now = inn.shop.now
        let (mention, events) = try await inn.shop.withStore { store in
            (try await store.mention(1), try await store.triageEvents(of: 1))
        }
        #expect(
            mention?.triage
                == Triage(state: .answeredPublicly, assignee: "Ben", answeredAt: now - 7200))
        #expect(
            events.map(\.action) == [
                .seen, .assigned, .answeredPrivately, .resolved, .reopened, .answeredPublicly,
            ])
        #expect(events.last?.url == "https://a.example/r/1#reply")
    }

    @Test func `tells what was changed, and what was not and why`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(ResolveCommand.self, ["2"])
        let page = try await inn.run(AckCommand.self, ["1..4", "70", "80..90", "#1"])
        #expect(
            page.rendered(as: .table, for: try inn.reader()) == """
                #1  new → seen
                #3  new → seen
                #70: there is no such mention
                80..90: no mention has such a number
                #2: is resolved; `repute reopen` first, if it waits again
                #4: is answered publicly; `repute reopen` first, if it waits again
                2 of 4 mentions were changed.

                """)
        let json = page.rendered(as: .json, for: try inn.reader())
        #expect(
            json.hasPrefix(
                #"{"action":"seen","dryRun":false,"declined":false,"changed":[{"id":1,"before":"new","after":"seen"}"#
            ))
        #expect(json.contains(#""refused":[{"id":2,"reason":"closed","state":"resolved","#))
        #expect(json.contains(#""missing":[{"from":70,"to":70},{"from":80,"to":90}]"#))
        let csv = page.rendered(as: .csv, for: try inn.reader())
        #expect(csv.hasPrefix("id,result,before,after,why\r\n1,changed,new,seen,\r\n"))
        #expect(page.rendered(as: .markdown, for: try inn.reader()).contains("| refused"))
    }

    @Test func `ends badly where nothing was changed`() async throws {
        let inn = try await TriagedInn()
        let words = ["--by", "Ada", "--config", inn.shop.configuration]
        for id in ["4", "99", "50..60"] {
            let error = await #expect(throws: CommandFailure.self) {
                try await AnswerCommand.parse([id] + words).run()
            }
            #expect(error?.code == .failed)
        }
        try await AnswerCommand.parse(["1"] + words).run()
        await #expect(throws: CommandFailure.self) {
            try await AckCommand.parse(["--source", "guest-book", "--until", "400d"] + words).run()
        }
    }

    @Test func `with filters shows what it means and asks`() async throws {
        let inn = try await TriagedInn()
        let words = ["--label", "negative", "--open", "--note", "ok"]
        let error = await #expect(throws: CommandFailure.self) {
            try await inn.run(AckCommand.self, words)
        }
        #expect(error?.code == .usage && error?.message.contains("--yes") == true)
        let declined = try await inn.run(AckCommand.self, words, inn.shop.dialogue("n"))
        #expect(declined.isDeclined && !declined.isApplied)
        #expect(inn.shop.screen.contains("filthy sheets"))
        #expect(inn.shop.screen.contains("Acknowledge these 3 mentions? [y/N]"))
        #expect(
            declined.rendered(as: .table, for: try inn.reader()) == "Nothing was changed.\n")
        #expect(try await inn.state(of: 1) == .new)
        let done = try await inn.run(AckCommand.self, words, inn.shop.dialogue("y"))
        #expect(done.changed.map(\.mention) == [1, 3, 5])
        #expect(try await inn.state(of: 5) == .seen)
    }

    @Test func `with filters does not ask when told, nor about a single mention`() async throws {
        let inn = try await TriagedInn()
        #expect(try await inn.run(AckCommand.self, ["--stars", "2"]).isApplied)
        let all = try await inn.run(
            WontAnswerCommand.self, ["--until", "7d", "--reason", "too late", "--yes"])
        #expect(all.changed.map(\.mention) == [5])
        let yes = try await inn.run(ResolveCommand.self, ["--label", "negative", "-y"])
        #expect(yes.changed.map(\.mention) == [1, 3, 4] && yes.refused.map(\.mention) == [5])
        let none = try await inn.run(AckCommand.self, ["--author", "Nobody"])
        #expect(none.rendered(as: .table, for: try inn.reader()) == "No mention fits.\n")
    }

    @Test func `on trial changes nothing`() async throws {
        let inn = try await TriagedInn()
        let page = try await inn.run(ResolveCommand.self, ["--label", "negative", "--dry-run"])
        #expect(page.isDryRun && page.isApplied && page.changed.count == 4)
        let text = page.rendered(as: .table, for: try inn.reader())
        #expect(text.contains("4 of 4 mentions would change; nothing was changed yet."))
        #expect(try await inn.state(of: 1) == .new)
    }

    @Test func `takes whole stories along`() async throws {
        let inn = try await TriagedInn()
        try await inn.shop.withStore { store in
            var record = DecisionRecord(
                alerts: [], notes: [], decided: [], now: inn.shop.now)
            record.copies = [StoryCopy(mention: 3, first: 1)]
            _ = try await store.commit(record)
        }
        #expect(try await inn.run(AckCommand.self, ["3"]).changed.map(\.mention) == [3])
        let page = try await inn.run(ResolveCommand.self, ["3", "--story"])
        #expect(page.changed.map(\.mention) == [1, 3])
    }

    @Test(arguments: [
        ["--by", "Ada"], ["1", "--label", "negative"], ["1..99999999999999999999"],
        ["1", "--note", String(repeating: "a", count: 100_000)], ["1", "--note", " "], ["x"],
        ["--state", "open"], ["1", "--by", "a\nb"],
    ])
    func `refuses words that say nothing, too much or nonsense`(words: [String]) {
        #expect(throws: (any Error).self) { try AckCommand.parse(words) }
    }

    @Test func `needs a reason, a person, or an answer that was given`() async throws {
        #expect(throws: (any Error).self) { try WontAnswerCommand.parse(["1"]) }
        #expect(throws: (any Error).self) { try WontAnswerCommand.parse(["1", "--reason", " "]) }
        #expect(throws: (any Error).self) { try AssignCommand.parse(["1"]) }
        #expect(throws: (any Error).self) {
            try AssignCommand.parse(["1", "--to", "Ben", "--nobody"])
        }
        #expect(throws: (any Error).self) { try NoteCommand.parse(["1"]) }
        #expect(throws: (any Error).self) {
            try AnswerCommand.parse(["1", "--publicly", "--privately"])
        }
        #expect(throws: (any Error).self) { try AnswerCommand.parse(["1", "--url", "a.example"]) }
        let inn = try await TriagedInn()
        let error = await #expect(throws: CommandFailure.self) {
            try await inn.run(AnswerCommand.self, ["1", "--at", "2030-01-01"])
        }
        #expect(error?.message.contains("in the future") == true)
    }

    @Test func `says so where the brand is not there`() async throws {
        let inn = try await TriagedInn()
        let error = await #expect(throws: CommandFailure.self) {
            try await inn.run(AckCommand.self, ["--brand", "pub"])
        }
        #expect(error?.code == .usage)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The history of a mention` {
    private let hostile = "\u{1B}[31m=1+1\n<b>x</b> | \u{202E}evil"

    @Test func `stands on its page and in its own list, harmless`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(NoteCommand.self, ["1", "--note", hostile])
        try await inn.run(AssignCommand.self, ["1", "--to", "=cmd|'/c calc'!A1", "--by", "Ben"])
        let page = try await inn.shop.withStore { store in
            try await ShowCommand.page(of: 1, store: store)
        }
        let reader = try inn.reader()
        let text = page.rendered(as: .table, names: Names(), for: reader)
        #expect(text.contains("What was done") && text.contains("assigned to =cmd"))
        #expect(text.contains("State") && text.contains("new") && text.contains("Cared for by"))
        let json = page.rendered(as: .json, names: Names(), for: reader)
        #expect(json.contains(#""state":"new","open":true,"assignee":"=cmd|'/c calc'!A1""#))
        let events = TriageHistory.listing(page.triage)
        for (name, shown) in [
            ("show", text), ("json", json), ("table", events.rendered(as: .table, for: reader)),
            ("csv", events.rendered(as: .csv, for: reader)),
            ("markdown", events.rendered(as: .markdown, for: reader)),
        ] {
            #expect(!shown.unicodeScalars.contains("\u{1B}"), "\(name)")
            #expect(!shown.unicodeScalars.contains("\u{202E}") || name == "json", "\(name)")
        }
        #expect(events.rendered(as: .csv, for: reader).contains("'=cmd"))
        #expect(!events.rendered(as: .markdown, for: reader).contains("<b>"))
    }

    @Test func `says whose word a state is`() async throws {
        let inn = try await TriagedInn()
        let page = try await inn.shop.withStore { try await ShowCommand.page(of: 4, store: $0) }
        let text = page.rendered(as: .table, names: Names(), for: try inn.reader(width: nil))
        #expect(text.contains("answered publicly, by the reply that the source shows"))
        let listing = TriageHistory.listing([]).rendered(as: .table, for: try inn.reader())
        #expect(listing == "Nobody has done anything about it yet.\n")
    }

    @Test func `is asked for by one number that is there`() async throws {
        let inn = try await TriagedInn()
        let config = ["--config", inn.shop.configuration]
        try await TriageCommand.parse(["#1"] + config).run()
        #expect(throws: (any Error).self) { try TriageCommand.parse(["1..3"]) }
        let error = await #expect(throws: CommandFailure.self) {
            try await TriageCommand.parse(["99"] + config).run()
        }
        #expect(error?.code == .noInput)
    }

    @Test func `shows in lists, where there is something to see`() async throws {
        let inn = try await TriagedInn()
        func list(_ words: String..., format: OutputFormat = .table) async throws -> String {
            let command = try MentionsCommand.parse(words)
            return try await MentionsCommand.text(
                try inn.shop.workplace(format), command.filters, command.paging, search: nil)
        }
        #expect(try await !list().contains("State"))
        try await inn.run(AssignCommand.self, ["1", "--to", "Ben"])
        try await inn.run(ResolveCommand.self, ["2"])
        let all = try await list()
        #expect(all.contains("State") && all.contains("Who") && all.contains("resolved"))
        #expect(try await list("--state", "resolved").contains("Lovely"))
        #expect(try await list("--assignee", "ben").contains("filthy"))
        #expect(try await !list("--open").contains("Lovely"))
        let csv = try await list("--state", "answered-publicly", format: .csv)
        #expect(csv.contains(",state,assignee,") && csv.contains(",answered-publicly,"))
        #expect(try await list(format: .json).contains(#""state":"new","assignee":"Ben""#))
    }
}
