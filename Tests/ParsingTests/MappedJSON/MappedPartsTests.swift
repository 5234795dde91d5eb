import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `An item with parts` {
    private let rule: RecipeNode = [
        "parts": ["service", "products[*]"],
        "fields": [
            "id": "id", "author": "^.who", "text": ["text", "^.text"], "title": "{^.who}: {id}",
        ],
    ]

    @Test func `gives an entry for each, which knows the item`() throws {
        let feed = try mapped(
            #"""
            {"reviews": [{"who": "Ann", "text": "all", "service": {"id": "s", "text": "Late."}, "products": [{"id": "p"}, {"id": "q", "text": "Fine."}]},
             {"who": "Bo", "service": null, "products": []}, {"who": "Cy"}]}
            """#, rule)
        #expect(feed.entries.map(\.id) == ["s", "p", "q"])
        #expect(feed.entries.map(\.author) == ["Ann", "Ann", "Ann"])
        #expect(feed.entries.map(\.text) == ["Late.", "all", "Fine."])
        #expect(feed.entries.map(\.title) == ["Ann: s", "Ann: p", "Ann: q"])
    }

    @Test func `may hold what is no part`() throws {
        let feed = try mapped(
            #"{"reviews": [{"service": "none", "products": [5, {"id": "p"}]}]}"#, rule)
        #expect(feed.entries.map(\.id) == ["p"])
        #expect(feed.notes == ["2 items are no objects and left out."])
    }
}

struct `The quota of an answer` {
    private static let longest = 604_800.0

    @Test(
        arguments: [
            (#""wait": 10, "left": 298"#, 10, 298), (#""wait": "10", "left": "0""#, 10, 0),
            ("", nil, nil),
            (#""wait": 0, "left": -1"#, nil, nil), (#""wait": null, "left": true"#, nil, nil),
            (#""wait": 1e300, "left": 1e300"#, longest, 1_000_000_000_000),
            (#""wait": [], "left": "x""#, nil, nil),
        ] as [(String, TimeInterval?, Int?)])
    func `is read where the recipe says`(members: String, wait: TimeInterval?, left: Int?) throws {
        let payload = #"{"reviews": []\#(members.isEmpty ? "" : ", " + members)}"#
        let feed = try mapped(payload, ["quota": ["backoff": "wait", "remaining": "left"]])
        #expect(feed.backoff == wait)
        #expect(feed.quotaRemaining == left)
        #expect(try mapped(payload).backoff == nil)
    }
}

struct `A template of a field` {
    @Test(
        arguments: [
            ("https://x.example/b?id=7&u=2", "7"), ("https://x.example/b?u=2&id=a%20b%2", "a b%2"),
            ("/b?id=", nil),
            ("/b?uid=7", nil), ("/b#id=7", nil),
        ] as [(String, String?)])
    func `may take a value out of an address`(url: String, id: String?) throws {
        let feed = try mapped(
            #"{"reviews": [{"u": "\#(url)", "text": "a"}]}"#,
            ["fields": ["id": "{u|query=id}", "text": "text"]])
        #expect(feed.entries.first?.id == id)
    }

    @Test(arguments: ["{u|first}", "{u|query=}", "{u|}"])
    func `refuses what it can't take`(template: String) {
        let node = RecipeNode.scalar(template, at: RecipePosition(line: 1, column: 1))
        #expect(throws: RecipeProblems.self) {
            try Recipe(fields: .shop.with(["fields": ["id": node]]))
        }
    }
}
