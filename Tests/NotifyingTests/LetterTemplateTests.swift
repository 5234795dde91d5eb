import Foundation
import Model
import Testing

@testable import Notifying

private func rendered(
    _ text: String, _ letter: Letter, _ use: LetterTemplate.Use = .text
) throws -> String? {
    try LetterTemplate(parsing: text, use: use).rendered(letter)
}

private func failure(
    _ text: String, _ use: LetterTemplate.Use = .text
) -> TemplateError? {
    do throws(TemplateError) {
        _ = try LetterTemplate(parsing: text, use: use)
        return nil
    } catch {
        return error
    }
}

struct `A template` {
    @Test func `shows values, sections and lists of a letter`() throws {
        let text = """
            {{! a comment }}
            {{business}}: {{alert.reason}}
            {{#mentions}}
            - {{star_row}} {{author}} on {{source}}{{#edit}} ({{edit}}){{/edit}}
              {{url}}
            {{/mentions}}
            {{^sources}}no sources{{/sources}}{{#digest}}never{{/digest}}
            """
        #expect(
            try rendered(text, Sample.letter()) == """
                Hollow Oak Bakery: A review with 1 of 5 stars, and the rule tells of 2 or fewer.
                - ★☆☆☆☆ Jane D. on Town Maps
                  https://reviews.example.org/place/17?lang=en&review=3
                no sources
                """)
    }

    @Test func `looks for an absent value nowhere else`() throws {
        let entry = Sample.entry(title: nil, text: "x", author: nil, url: nil, rating: nil)
        let letter = try Sample.letter([Sample.mention(entry: entry)])
        let text =
            "{{title}}|{{#mentions}}{{title}}{{#title}}no{{/title}}{{^author}}nobody{{/author}}{{/mentions}}"
        #expect(try rendered(text, letter) == "Mention on Town Maps|nobody")
    }

    @Test func `takes zero for false, and shows it`() throws {
        let letter = try KindSample.letter("quiet")
        let text = "{{#digest}}{{negative}}{{#negative}}some{{/negative}}{{/digest}}"
        #expect(try rendered(text, letter) == "0")
    }

    @Test func `knows first and last items and how many there are`() throws {
        let letter = try Sample.letter([Sample.complaint(id: 1), Sample.complaint(id: 2)])
        let text =
            "{{count(mentions)}}: {{#mentions}}{{#first()}}<{{/first()}}{{id}}{{^last()}}, {{/last()}}{{/mentions}} "
            + "{{uppercased(alert.severity)}}"
        #expect(try rendered(text, letter) == "2: <1, 2 WARNING")
    }

    @Test(arguments: [
        (
            LetterTemplate.Use.html, "&lt;b&gt; &amp; &quot;x&quot; @all",
            "href=\"https://r.example/?a=1&amp;b=%22\""
        ),
        (.text, "<b> & \"x\" @all", "href=\"https://r.example/?a=1&b=%22\""),
        (.body(.json), #"<b> & \"x\" @all"#, "href=\"https://r.example/?a=1&b=%22\""),
        (
            .body(.xml), "&lt;b&gt; &amp; &quot;x&quot; @all",
            "href=\"https://r.example/?a=1&amp;b=%22\""
        ),
        (
            .body(.form), "%3Cb%3E+%26+%22x%22+%40all",
            "href=\"https%3A%2F%2Fr.example%2F%3Fa%3D1%26b%3D%2522\""
        ),
        (.chat(.slack), "&lt;b&gt; &amp; \"x\" @all", "href=\"https://r.example/?a=1&amp;b=%22\""),
        (.chat(.discord), "\\<b\\> & \"x\" @\u{200B}all", "href=\"https://r.example/?a=1&b=%22\""),
        (
            .chat(.telegram), "&lt;b&gt; &amp; &quot;x&quot; @\u{200B}all",
            "href=\"https://r.example/?a=1&amp;b=%22\""
        ),
        (.chat(.googleChat), "‹b› & \"x\" @\u{200B}all", "href=\"https://r.example/?a=1&b=%22\""),
        (.chat(.ntfy), "<b> & \"x\" @all", "href=\"https://r.example/?a=1&b=%22\""),
    ])
    func `escapes values for the place where they stand`(
        use: LetterTemplate.Use, text: String, link: String
    ) throws {
        let entry = Sample.entry(
            title: nil, text: "<b> & \"x\" @all", url: "https://r.example/?a=1&b=\"")
        let letter = try Sample.letter([Sample.mention(entry: entry)])
        let body = try LetterTemplate(
            parsing: "\"{{#mentions}}{{text}}{{/mentions}}\"", use: use)
        #expect(body.rendered(letter) == "\"\(text)\"")
        if case .body(.json) = use { return }
        let hrefs = try rendered("{{#mentions}}href=\"{{url}}\"{{/mentions}}", letter, use)
        #expect(hrefs == link)
    }

    @Test func `never takes words of a review for a tag`() throws {
        let entry = Sample.entry(
            title: "{{business}}", text: "{{#mentions}}{{/mentions}} {{{x}}}",
            url: "https://r.example/{{business}}")
        let letter = try Sample.letter([Sample.mention(entry: entry)])
        #expect(
            try rendered("{{#mentions}}{{title}} {{text}} {{url}}{{/mentions}}", letter)
                == "{{business}} {{#mentions}}{{/mentions}} {{{x}}} https://r.example/%7B%7Bbusiness%7D%7D"
        )
    }

    @Test func `gives a subject of one line`() throws {
        let letter = try Sample.letter(business: "A\r\nBcc: x@example.org")
        #expect(
            try rendered("{{business}}\n  {{title}}", letter, .subject)
                == "A Bcc: x@example.org ★☆☆☆☆ on Town Maps")
        let long = try rendered(
            "{{#mentions}}{{text}}{{/mentions}}", ChannelSample.hostile(), .subject)
        #expect((long?.count ?? 0) <= 200)
    }

    @Test func `that comes to nothing leaves it to our words`() throws {
        #expect(try rendered("{{#digest}}x{{/digest}} \n", Sample.letter()) == nil)
    }

    @Test(arguments: ChannelSample.names)
    func `has every name of the manual in every letter`(name: String) throws {
        let values = TemplateContext(try ChannelSample.letter(name), use: .text).values
        Self.compare(values, TemplateShape.top, at: name)
    }

    /// Whether the values have the names of the table, and no others.
    private static func compare(
        _ values: [String: Any], _ shapes: [String: TemplateShape], at path: String
    ) {
        #expect(Set(values.keys) == Set(shapes.keys), "\(path)")
        for (name, shape) in shapes {
            switch shape {
            case .value: #expect(!(values[name] is [String: Any]) && !(values[name] is [Any]))
            case .object(let names):
                guard let object = values[name] as? [String: Any] else { continue }
                compare(object, names, at: path + "." + name)
            case .list(let names):
                guard let list = values[name] as? [[String: Any]] else {
                    Issue.record("\(path).\(name) is no list")
                    continue
                }
                for item in list { compare(item, names, at: path + "." + name) }
            }
        }
    }

    @Test func `has names that the manual tells`() throws {
        let manual = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("docs/templates.md"), encoding: .utf8)
        func check(_ shapes: [String: TemplateShape]) {
            for (name, shape) in shapes {
                #expect(manual.contains("`\(name)`"), "\(name) is missing in docs/templates.md")
                switch shape {
                case .value: break
                case .object(let names), .list(let names): check(names)
                }
            }
        }
        check(TemplateShape.top)
    }
}

struct `A template error` {
    @Test(arguments: [
        ("a\n  {{busines}}", 2, 3, TemplateError.Reason.unknownName, "there is no `busines` here"),
        ("{{alert.reasn}}", 1, 1, .unknownName, "there is no `reasn` here"),
        ("{{text.x}}", 1, 1, .wrongUse, "no parts"),
        ("é {{#mentions}}", 1, 3, .unclosed, "has no {{/mentions}}"),
        ("{{/mentions}}", 1, 1, .unclosed, "closes nothing"),
        (
            "{{#mentions}}{{#words}}\n{{/mentions}}{{/words}}", 2, 1, .unclosed,
            "{{/words}} has to be"
        ),
        ("{{mentions}}", 1, 1, .wrongUse, "write {{#mentions}}"),
        ("{{{text}}}", 1, 1, .unsupportedTag, "always escaped"),
        ("{{&text}}", 1, 1, .unsupportedTag, "always escaped"),
        ("{{>footer}}", 1, 1, .unsupportedTag, "other files"),
        ("{{<base}}{{/base}}", 1, 1, .unsupportedTag, "other files"),
        ("{{$block}}{{/block}}", 1, 1, .unsupportedTag, "other files"),
        ("{{=<% %>=}}", 1, 1, .unsupportedTag, "can't be changed"),
        ("{{% CONTENT_TYPE:TEXT}}", 1, 1, .unsupportedTag, "can't be changed"),
        ("x {{business", 1, 3, .badTag, "has no }}"),
        ("{\"a\":{{\"b\":1}}}", 1, 6, .badTag, "blank between them"),
        ("{{ }}", 1, 1, .badTag, "no tag"),
        ("{{sorted(mentions)}}", 1, 1, .wrongUse, "`sorted` can't be asked"),
        ("{{first()}}", 1, 1, .wrongUse, "no meaning"),
        ("{{#mentions}}{{#mentions}}{{/mentions}}{{/mentions}}", 1, 14, .wrongUse, "no part of"),
        ("{{#mentions}}{{#sources}}{{/sources}}{{/mentions}}", 1, 14, .wrongUse, "no part of"),
        (
            "{{#mentions}}{{#digest}}{{#worst}}{{/worst}}{{/digest}}{{/mentions}}", 1, 25,
            .wrongUse,
            "no part of"
        ),
        ("{{.}}", 1, 1, .unknownName, "there is no"),
    ])
    func `names the place and what is wrong`(
        text: String, line: Int, column: Int, reason: TemplateError.Reason, words: String
    ) {
        let error = failure(text)
        #expect(error?.reason == reason)
        #expect(error?.line == line && error?.column == column)
        #expect(error?.detail.contains(words) == true, "\(error?.detail ?? "")")
    }

    @Test func `is none where a list is part of the item around it`() {
        #expect(
            failure("{{#mentions}}{{#alert}}{{#words}}{{term}}{{/words}}{{/alert}}{{/mentions}}")
                == nil)
        #expect(
            failure("{{#digest}}{{#worst}}{{#words}}{{term}}{{/words}}{{/worst}}{{/digest}}") == nil
        )
        #expect(failure("{{#digest}}{{#worst}}{{/worst}}{{#best}}{{/best}}{{/digest}}") == nil)
    }

    @Test func `of an unknown name lists the known ones`() {
        let error = failure("{{#mentions}}{{star}}{{/mentions}}")
        #expect(error?.name == "star")
        #expect(error?.known.contains("stars") == true)
        #expect(error?.known.contains("business") == true)
    }

    @Test func `is told where a body is not JSON for some letter`() {
        #expect(failure(#"{"text": {{text}}}"#, .body(.json))?.reason == .badResult)
        let list = #"[{{#mentions}}"{{text}}",{{/mentions}}0]"#
        #expect(failure(list, .body(.json)) == nil)
        let comma = #"[{{#mentions}}"{{text}}",{{/mentions}}]"#
        #expect(failure(comma, .body(.json))?.reason == .badResult)
        #expect(failure("{{text}}", .body(.text)) == nil)
    }

    @Test func `is told of what is too large`() {
        #expect(failure(String(repeating: "x", count: 70_000))?.reason == .tooLarge)
        #expect(failure(String(repeating: "{{title}}", count: 501))?.reason == .tooLarge)
        let flood =
            "{{#mentions}}" + String(repeating: "{{text}}", count: 400) + "{{/mentions}}"
        #expect(failure(flood)?.reason == .badResult)
        let deep =
            String(repeating: "{{#title}}", count: 9) + String(repeating: "{{/title}}", count: 9)
        #expect(failure(deep)?.reason == .wrongUse)
    }

    @Test func `never comes from bytes alone`() throws {
        let letter = try Sample.letter()
        let pieces = [
            "{{", "}}", "{", "}", "#", "/", "^", "!", "mentions", "text", " ", "\n", "é\u{301}",
            "\u{0}", "(", ")", ".",
        ]
        var state: UInt64 = 42
        for round in 0..<3000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            // Few are templates, and trying these out takes its time.
            if round % 50 == 0 {
                let template = try? LetterTemplate(parsing: text, use: .text)
                #expect((template?.rendered(letter)?.utf8.count ?? 0) < 1_048_577)
            } else if let tags = try? TemplateTag.all(in: text) {
                #expect(tags.count <= 12)
                try? TemplateCheck.check(tags)
            }
        }
    }
}

struct `JSON to the letter` {
    @Test(arguments: [
        "{}", "[]", " [1, -0.5e+3, 0] ", #"{"a": [true, false, null, "\u00e9 \n"]}"#, "\"x\"",
    ])
    func `is taken`(text: String) { #expect(JSONShape.isValid(text)) }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a": 1,}"#, #"{"a" 1}"#, "[01]", "[1.]", "[.5]", "[1e]", "nul", "'a'",
        "\"a", "\"a\nb\"", #""\x""#, #""\u12g4""#, "[] []", "{a: 1}", "[NaN]",
        String(repeating: "[", count: 100_000),
    ])
    func `is refused where it is something else`(text: String) {
        #expect(!JSONShape.isValid(text))
    }
}
