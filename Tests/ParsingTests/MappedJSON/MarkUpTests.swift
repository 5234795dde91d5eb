import Model
import Testing

@testable import Parsing

private func text(_ value: String, _ format: RecipeNode) throws -> String? {
    let quoted =
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
    return try mapped(
        #"{"reviews": [{"id": "1", "t": "\#(quoted)"}]}"#,
        ["fields": ["id": "id", "text": ["path": "t", "format": format]]]
    ).entries.first?.text
}

struct `A mapped text` {
    @Test(arguments: [
        ("a <b>b</b> &amp; c", "plain", "a <b>b</b> &amp; c"),
        ("<p>a <b>b</b> &amp; &lt;c&gt;", "html", "a b & <c>"),
        ("a <b> &amp; &#39;c&#39; &amp;lt;\nd", "escaped", "a <b> & 'c' &lt;\nd"),
    ])
    func `has its entities decoded once`(value: String, format: String, expected: String) throws {
        let node = RecipeNode.scalar(format, at: RecipePosition(line: 1, column: 1))
        #expect(try text(value, node) == expected)
    }

    @Test(arguments: [
        ("# Head ##\n\nText", "Head\n\nText"),
        ("**bold**, *it*, __b__, _i_, ~~gone~~, `code`", "bold, it, b, i, gone, code"),
        (
            "see [the *page*](https://x.example/a_b) and ![pic](https://x.example/p.png)",
            "see the page and pic"
        ),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("rated it 4* today", "rated it 4* today"),
        ("> quoted\n> > twice\nnot", "quoted\ntwice\nnot"),
        ("* one\n+ two\n- three", "- one\n- two\n- three"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("```swift\nlet *a* = 1\n```\nafter", "let *a* = 1\nafter"),
        (#"\*not\* \[link\](x)"#, "*not* [link](x)"),
        ("5 > 3 &amp; 2 &lt; 4 &amp;amp;", "5 > 3 & 2 < 4 &amp;"),
        ("[open [inner](u) rest", "[open inner rest"), ("[a](b", "[a](b"), ("#hashtag", "#hashtag"),
    ])
    func `loses its Markdown`(value: String, expected: String) throws {
        #expect(try text(value, "markdown") == expected)
    }

    @Test(arguments: [
        ("[b]bold[/b] [i]it[/i]", "bold it"),
        ("[h1]Head[/h1]Text", "Head\nText"),
        ("[list][*]one[*]two[/list]", "- one\n- two"),
        ("[url=https://x.example]words[/url] [sic] [ ] [", "words [sic] [ ] ["),
        ("[quote=ann;12]said[/quote]", "said"), ("[boldly] [b", "[boldly] [b"),
    ])
    func `loses its BBCode`(value: String, expected: String) throws {
        #expect(try text(value, "bbcode") == expected)
    }

    @Test func `with 100,000 brackets is read in one pass`() throws {
        let brackets =
            String(repeating: "[", count: 50_000) + String(repeating: "](", count: 25_000)
        #expect(try text(brackets, "markdown")?.isEmpty == false)
        #expect(try text(brackets, "bbcode")?.isEmpty == false)
        #expect(try text(String(repeating: "*a", count: 50_000), "markdown")?.isEmpty == false)
    }

    @Test(arguments: [
        ("(Translated by Google) Good.\n\n(Original)\nGut.", "Gut."),
        ("Gut.\n\n(Translated by Google)\nGood.", "Gut."),
        ("(Translated by Google) Good.", "Good."), ("Gut.", "Gut."),
        ("(Original)\nGut.\n\n(Translated by Google)\nGood.", "Gut."),
        ("(Übersetzt von Google) Gut.\n\n(Original)\nGood.", "Good."),
        ("(Traduit par Google) Bien.\n\n(Avis d'origine)\nGood.", "Good."),
        ("(Traducido por Google) Bien.\n\n(Original)\nGood.", "Good."),
        ("(Vertaald door Google) Goed.\n\n(Origineel)\nGood.", "Good."),
        ("Better than the (Original) place.", "Better than the (Original) place."),
    ])
    func `keeps the original of a translation`(value: String, expected: String) {
        #expect(PlainText.paragraphs(TranslatedReview.original(of: value)) == expected)
    }
}
