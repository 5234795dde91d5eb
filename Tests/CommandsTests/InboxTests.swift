import ArgumentParser
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(5)))
struct `The inbox` {
    private func listing(_ inn: TriagedInn, mine: String? = nil, _ words: String...) async throws
        -> Listing
    {
        let paging = try PageOptions.parse(words)
        let workplace = try inn.shop.workplace()
        return try await inn.shop.withStore { store in
            try await Inbox(workplace: workplace, store: store).listing(mine: mine, paging: paging)
        }
    }

    @Test func `lists what waits, the oldest first, in days where it is long`() async throws {
        let inn = try await TriagedInn()
        let text = try await listing(inn).rendered(as: .table, for: try inn.reader(width: 120))
        #expect(
            text == """
                ID  Waiting  Due           Rating  Label     State  Source      Says
                 5     14 d  over by 13 d  ★☆☆☆☆   negative  new    Guest book  Never again, terrible.
                 1      2 d  over by 2 d   ★☆☆☆☆   negative  new    Guest book  Terrible, filthy sheets and rude staff.
                 3      1 d  in 23 h       ★★☆☆☆   negative  new    Guest book  Awful breakfast and a broken shower.

                """)
    }

    @Test func `tells programs the business hours in seconds`() async throws {
        let inn = try await TriagedInn()
        // Of Thursday, 16:00: an hour, and Friday.
        let json = try await listing(inn, "--limit", "1", "--page", "2")
            .rendered(as: .json, for: try inn.reader())
        #expect(
            json.hasPrefix(
                #"[{"id":1,"since":"2026-11-19T15:00:00Z","waitingSeconds":32400,"due":"2026-11-20T11:00:00Z","overdue":true,"overdueSeconds":18000,"#
            ))
        #expect(json.contains(#""state":"new","assignee":null,"source":"guest-book""#))
    }

    @Test func `holds what somebody has taken up, and not what is closed`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(AckCommand.self, ["2"])
        try await inn.run(ReopenCommand.self, ["4"])
        try await inn.run(AnswerCommand.self, ["1", "--privately"])
        try await inn.run(WontAnswerCommand.self, ["5", "--reason", "before our time"])
        let text = try await listing(inn).rendered(as: .csv, for: try inn.reader())
        let ids = text.split(separator: "\r\n").dropFirst().compactMap { $0.first }
        #expect(ids == ["2", "3", "4"])
        // Reopened just now, on a Sunday: it has not waited yet.
        let row = try #require(text.split(separator: "\r\n").last)
        #expect(row.hasPrefix("4,2026-11-22T12:00:00Z,0,2026-11-23T12:00:00Z,false,0,"))
    }

    @Test func `of a person is what they care for`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(AssignCommand.self, ["1", "2", "4", "--to", "Ben"])
        let text = try await listing(inn, mine: "ben")
            .rendered(as: .table, for: try inn.reader(width: 120))
        #expect(text.contains("filthy") && text.contains("Lovely") && !text.contains("Awful"))
        #expect(text.contains("Who"))
        let none = try await listing(inn, mine: "Eve").rendered(as: .table, for: try inn.reader())
        #expect(none == "Nothing waits for an answer.\n")
    }

    @Test func `leaves out competitors`() async throws {
        let inn = try await TriagedInn()
        let brands =
            "brands: [{id: inn, name: Harbour Inn, query: a}, {id: pub, name: Pub, query: b, competitor: true}]"
        let text = try #require(inn.shop.text("repute.yaml"))
        try inn.shop.write(
            "repute.yaml", text.replacingOccurrences(of: SourceShop.brands, with: brands))
        #expect(Inbox.brands(try inn.shop.workplace()) == [BrandID(trusted: "inn")])
        #expect(try await listing(inn).rows.count == 3)
    }

    @Test func `has pages, and fits a narrow terminal`() async throws {
        let inn = try await TriagedInn()
        let page = try await listing(inn, "--limit", "2")
        #expect(page.footer == ["2 of 3, next: --page 2"])
        for line in page.rendered(as: .table, for: try inn.reader(width: 80)).split(separator: "\n")
        {
            #expect(DisplayWidth.columns(of: line) <= 80)
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The status` {
    private func page(_ inn: TriagedInn) async throws -> StatusPage {
        let workplace = try inn.shop.workplace()
        return try await inn.shop.withStore { try await StatusCommand.page(workplace, store: $0) }
    }

    @Test func `begins with the oldest that waits, then how complaints stand`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(AckCommand.self, ["3"])
        let page = try await page(inn)
        let lines = page.rendered(as: .table, names: Names(), for: try inn.reader())
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "Oldest unanswered: 14 d, #5, guest-book: “Never again, terrible.”")
        #expect(lines[1] == "Complaints: 3 wait (2 new, 1 seen), 1 answered publicly")
        let json = page.rendered(as: .json, names: Names(), for: try inn.reader())
        #expect(json.hasPrefix(#"{"oldestUnanswered":{"#))
        #expect(json.contains(#""complaints":{"new":2,"seen":1,"answered-publicly":1,"#))
    }

    @Test func `says so where nothing waits`() async throws {
        let inn = try await TriagedInn()
        try await inn.run(ResolveCommand.self, ["1..9"])
        let page = try await page(inn)
        let text = page.rendered(as: .table, names: Names(), for: try inn.reader())
        #expect(text.hasPrefix("Oldest unanswered: none\nComplaints: 0 wait, 4 resolved\n"))
        let json = page.rendered(as: .json, names: Names(), for: try inn.reader())
        #expect(json.hasPrefix(#"{"oldestUnanswered":null,"#))
    }
}
