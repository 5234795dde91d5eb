import Model
import Testing

@testable import Parsing

struct `A mapped author` {
    @Test(
        arguments: [
            ("Ann", "Ann"), ("Ann <3", "Ann <3"), ("ann@home", "ann@home"), ("@ann", "@ann"),
            ("C@fé", "C@fé"),
            ("76561198000000000", "76561198000000000"), ("123456789", "123456789"),
            ("a:b:c", "a:b:c"),
            ("1.2.3", "1.2.3"), ("1.2.3.400", "1.2.3.400"), ("007", "007"),
            ("Agent 007 555 123 456", "Agent 007 555 123 456"),
            ("ann@shop.example", nil), ("<ann@shop.example>", nil),
            ("mailto:ann@shop.example", nil),
            ("a***@shop.example", nil), ("192.0.2.7", nil), ("2001:db8::1", nil), ("::1", nil),
            ("2001:db8:0:0:0:0:0:1", nil), ("+49 30 5550100", nil), ("+15550104477", nil),
            ("(555) 010-4477", nil), ("030/12345678", nil), ("03055501000", nil),
        ] as [(String, String?)])
    func `is a name and nothing that leads to the person`(name: String, expected: String?) throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "who": "\#(name)"}]}"#,
            ["fields": ["id": "id", "author": "who"]])
        #expect(feed.entries.first?.author == expected)
        #expect(
            feed.notes
                == (expected == nil
                    ? ["1 author was a mail address, a phone number or an IP address and left out."]
                    : []))
    }

    @Test func `may be a handle that looks like a mail address`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "who": "ann@server.example"}]}"#,
            ["fields": ["id": "id", "author": ["path": "who", "handle": "true"]]])
        #expect(feed.entries.first?.author == "ann@server.example")
        #expect(feed.notes.isEmpty)
    }

    @Test func `is not taken from another place where it led to the person`() throws {
        let feed = try mapped(
            #"{"reviews": [{"id": "1", "who": "ann@shop.example", "order": "A-7"}]}"#,
            ["fields": ["id": "id", "author": ["who", "order"]]])
        #expect(feed.entries.first?.author == nil)
    }

    @Test func `is checked where the fields were guessed, too`() throws {
        let body = Array(#"[{"id": 1, "text": "a", "author": "ann@shop.example"}]"#.utf8)
        let feed = try JSONDocumentParser.parse(body, options: FeedParser.Options())
        #expect(feed.entries.first?.author == nil)
    }
}

struct `A recipe that lists shared fields` {
    @Test func `tells that they are dropped`() throws {
        let recipe = try Recipe(
            fields: .shop.with([
                "shares": ["reviewer.email", "^.order.phone"], "limits": "Only 5.", "lacks": "url",
            ]))
        #expect(recipe.shares == ["reviewer.email", "order.phone"])
        #expect(
            recipe.caveats == [
                "Only 5.", "no link to the entry itself",
                "it also gives `reviewer.email`, `order.phone`, which Repute drops",
            ])
    }

    @Test func `may not map one of them, nor what is in it`() throws {
        for path in ["reviewer.email", "reviewer"] {
            let node = RecipeNode.scalar(path, at: RecipePosition(line: 1, column: 1))
            #expect(throws: RecipeProblems.self) {
                try Recipe(
                    fields: .shop.with([
                        "shares": node, "fields": ["id": "id", "author": "reviewer.email"],
                    ]))
            }
        }
    }

    @Test func `may map what has only the beginning of the name`() throws {
        let recipe = try Recipe(
            fields: .shop.with([
                "shares": "mail", "fields": ["id": "id", "author": "mailer.name"],
            ]))
        #expect(recipe.doubts.isEmpty)
    }
}
