import Model
import Testing

@testable import Matching

struct `A brand query` {
    @Test(arguments: [
        ("joe", "Joe went out", true),
        ("joe", "Joey went out", false),
        ("cafe", "The CAFÉ is closed", true),
        ("café", "the cafe is closed", true),
        ("cafe\u{301}", "café", true),
        ("café", "cafe\u{301}", true),
        ("strasse", "Hohe Straße 5", true),
        ("muller", "Müller", true),
        ("øl", "OL", true),
        ("ΚΑΦΕΣ", "ο καφές", true),
        ("елка", "Ёлка", true),
        ("ｃａｆｅ", "cafe", true),
        ("Joe's", "at Joe’s place", true),
        ("Joe’s", "at Joe's place", true),
        ("Joe's", "at Joes place", true),
        ("Joes", "at Joe's place", true),
        ("Joe", "at Joe's place", true),
        ("Joe's", "at Joe place", false),
        ("Joe's", "Joe S. wrote", false),
        ("Joe's", "it was joe's", true),
        ("shell", "she'll come", false),
        ("hotel", "l’hôtel du port", true),
        ("OReilly", "O’Reilly", true),
        ("O'Reilly", "oreilly", true),
        ("co-op", "the Co-op shop", true),
        ("co-op", "the coop shop", true),
        ("co-op", "the co op shop", true),
        ("coop", "the co‑op shop", true),
        ("op", "the co-op shop", true),
        ("coo", "the co-op shop", false),
        ("\"coop bank\"", "the Co-op Bank", true),
        ("\"co-op bank\"", "Coop bank", true),
        ("H&M", "at H&M today", true),
        ("H&M", "h m", false),
        ("AT&T", "look at t-shirts", false),
        ("harbour", "love #Harbour!", true),
        ("harbour", "by @harbour_cafe", true),
        ("#harbour", "in the harbour", true),
        ("\"harbour cafe\"", "so nice #HarbourCafe", true),
        ("\"harbour cafe\"", "so nice @harbourcafe", true),
        ("\"harbour cafe\"", "so nice harbourcafe", false),
        ("@harbour_cafe", "by @harbour_cafe!", true),
        ("4.5", "it has 4.5 stars", true),
        ("4.5", "it has 4 or 5 stars", false),
        ("5", "it has 4.5 stars", false),
        ("example.com", "see example.com.", true),
        ("harbour", "har\u{AD}bour", true),
        ("東京", "私は東京駅にいます", true),
        ("東京", "京東", false),
        ("카페", "카페는 좋다", true),
        ("ร้าน", "ที่ร้านนี้", true),
        ("😀cafe", "cafe", true),
    ])
    func `folds case, accents and apostrophes and keeps to whole words`(
        query: String, text: String, expected: Bool
    ) throws {
        #expect(try matches(query, text) == expected)
    }

    @Test(arguments: [
        ("\"harbour cafe\"", "The Harbour Café", true),
        ("\"harbour cafe\"", "the cafe at the harbour", false),
        ("\"harbour cafe\"", "harbour, cafe", true),
        ("\"cafe cafe bar\"", "cafe cafe cafe bar", true),
        ("harb*", "harbours", true),
        ("harb*", "the arbour", false),
        ("\"harbour caf*\"", "harbour cafeteria", true),
        ("\"har* cafe\"", "harbour cafe", true),
        ("co-op*", "cooperative", true),
        ("col*", "Joe's collection", true),
        ("\"co* bank\"", "the co-co-op bank", true),
        ("\"co-op* bank store\"", "the co-operative bank-store", true),
        ("\"co* co* op bank\"", "co-co-op bank", true),
        ("raw:Target", "a Target store", true),
        ("raw:Target", "the target is", false),
        ("raw:Target", "Targets", false),
        ("raw:\"C++\"", "I like C++.", true),
        ("raw:\"C++\"", "I like c++.", false),
        ("raw:\"C++\"", "I like C++20.", true),
        ("raw:Café", "Cafe", false),
        ("raw:🦀", "so 🦀 good", true),
        ("raw:aab", "aaaaab aab", true),
        ("raw:\"say \\\"hi\\\"\"", "they say \"hi\" there", true),
    ])
    func `finds phrases, prefixes and raw terms`(
        query: String, text: String, expected: Bool
    ) throws {
        #expect(try matches(query, text) == expected)
    }

    @Test(arguments: [
        ("bad NEAR/0 coffee", "bad coffee", true),
        ("coffee NEAR/0 bad", "bad coffee", true),
        ("bad NEAR/1 coffee", "bad cold black coffee", false),
        ("bad NEAR/2 coffee", "bad cold black coffee", true),
        ("bad NEAR/2 coffee", "coffee was quite bad", true),
        ("bad NEAR/1 coffee", "bad one two three four coffee five bad", true),
        ("bad NEAR/5 bad", "a bad day", false),
        ("bad NEAR/5 bad", "bad, really bad", true),
        ("(bad OR \"not good\") NEAR/2 (coffee OR tea)", "the tea is not good", true),
        ("\"harbour cafe\" NEAR/1 bad", "harbour cafe is bad", true),
        ("\"harbour cafe\" NEAR/0 bad", "harbour cafe is bad", false),
        ("raw:C++ NEAR/1 bad", "C++ is bad", true),
        ("caf* NEAR/3 cafe", "cafe", false),
    ])
    func `measures nearness in words between`(
        query: String, text: String, expected: Bool
    ) throws {
        #expect(try matches(query, text) == expected)
    }

    @Test(arguments: [
        ("aa AND bb", [false, false, false, true]),
        ("aa bb", [false, false, false, true]),
        ("aa OR bb", [false, true, true, true]),
        ("aa -bb", [false, true, false, false]),
        ("aa AND NOT bb", [false, true, false, false]),
        ("(aa OR bb) NOT (aa bb)", [false, true, true, false]),
        ("(aa OR bb) (aa OR -bb)", [false, true, false, true]),
    ])
    func `keeps the truth table`(query: String, expected: [Bool]) throws {
        let texts = ["x", "aa", "bb", "aa bb"]
        #expect(try texts.map { try matches(query, $0) } == expected)
    }

    @Test func `gives the terms as they stand in the text, once each, in its order`() throws {
        let text = "Joe’s and JOE'S: a Café, the best Harbour cafés. Harbour!"
        #expect(
            try terms("harbour OR joe's OR caf*", in: text) == [
                "Joe’s", "Café", "Harbour", "cafés",
            ])
        #expect(try terms("rating:1 OR joe's", in: "at Joe's") == ["Joe's"])
        #expect(try terms("\"co-op bank\"", in: "the Co-op  Bank") == ["Co-op  Bank"])
    }

    @Test func `looks in titles, but no phrase reaches from the title into the body`() throws {
        let both = subject("Cafe was closed", title: "Harbour")
        #expect(try BrandQuery(parsing: "\"harbour cafe\"").matchedTerms(in: both) == nil)
        #expect(try BrandQuery(parsing: "harbour NEAR/1 cafe").matchedTerms(in: both) != nil)
        #expect(try BrandQuery(parsing: "title:harbour").matchedTerms(in: both) == ["Harbour"])
        #expect(try BrandQuery(parsing: "title:cafe").matchedTerms(in: both) == nil)
        let repeated = subject("Harbour cafe was closed", title: "Harbour")
        #expect(try BrandQuery(parsing: "\"harbour cafe\"").matchedTerms(in: repeated) != nil)
        #expect(try BrandQuery(parsing: "title:cafe").matchedTerms(in: repeated) == nil)
    }

    @Test(arguments: [
        ("author:smith", true), ("author:\"ann smith\"", true), ("author:jones", false),
        ("author:smi*", true), ("site:example.com", true), ("site:reviews.example.com", true),
        ("site:ample.com", false), ("site:example.org", false), ("site:.Example.COM", true),
        ("lang:en", true), ("lang:en-GB", true), ("lang:en_gb", true), ("lang:en-US", false),
        ("rating:2", true), ("rating:<=2", true), ("rating:<2", false),
        ("rating:>=2", true), ("rating:>2", false), ("rating:1..2", true), ("rating:3..5", false),
        ("rating:1.5..2.5", true), ("cafe -site:example.com", false), ("cafe -lang:de", true),
    ])
    func `asks fields`(query: String, expected: Bool) throws {
        let subject = QuerySubject(
            entry: entry(
                "a cafe", author: "Ann Smith", url: "https://u@Reviews.Example.com:8443/x?y#z",
                language: "en-GB", rating: Rating(value: 2, min: 1, max: 5)))
        #expect((try BrandQuery(parsing: query).matchedTerms(in: subject) != nil) == expected)
    }

    @Test func `counts ratings in stars and takes the found language where none is declared`()
        throws
    {
        let good = QuerySubject(
            entry: entry(nil, rating: Rating(value: 0, min: -1, max: 1)), language: "pt-BR")
        #expect(try BrandQuery(parsing: "rating:3").matchedTerms(in: good) == [])
        #expect(try BrandQuery(parsing: "lang:pt").matchedTerms(in: good) == [])
        #expect(try BrandQuery(parsing: "lang:ptt").matchedTerms(in: good) == nil)
    }

    @Test(arguments: ["site:example.com", "rating:<=5", "lang:en", "author:ann", "title:x1"])
    func `does not match a field that the entry lacks`(query: String) throws {
        #expect(try BrandQuery(parsing: query).matchedTerms(in: subject(nil)) == nil)
    }
}
