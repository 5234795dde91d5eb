import Model
import Notifying
import Testing

@testable import Settings

private let brands = """
    brands: [{id: inn, name: Inn}]
    sources: [{id: book, url: "https://a.example/f", kind: review, brand: inn}]

    """

struct `A template of replies` {
    @Test func `is read with all its conditions`() throws {
        let settings = try settings(
            """
            business: {owner: Grace Hopper}
            \(brands)replies:
              - id: rude
                when:
                  about: [care, staff]
                  label: negative
                  min_stars: 1
                  max_stars: 2.5
                  language: [en, de]
                  source: book
                  kind: review
                  brand: inn
                  audience: public
                text:
                  - |
                    {{greeting}}

                    One.
                  - Two {{name}}.
                signature: "{{owner}}"
              - {id: all, text: Thank you.}
            """)
        let rude = try #require(settings.replies.first)
        #expect(settings.replies.map(\.id.rawValue) == ["rude", "all"])
        #expect(rude.texts.map(\.source) == ["{{greeting}}\n\nOne.", "Two {{name}}."])
        #expect(rude.signature?.source == "{{owner}}")
        let conditions = rude.conditions
        #expect(conditions.aspects == [.care, .staff] && conditions.labels == [.negative])
        #expect(conditions.minStars == 1 && conditions.maxStars == 2.5)
        #expect(conditions.languages == ["en", "de"] && conditions.kinds == [.review])
        #expect(conditions.sources.map(\.rawValue) == ["book"])
        #expect(conditions.brands.map(\.rawValue) == ["inn"])
        #expect(conditions.audience == .everybody)
        #expect(settings.replies[1].conditions == ReplyConditions())
        #expect(settings.replies[1].signature == nil)
        #expect(settings.business.owner == "Grace Hopper")
    }

    @Test func `can stand in a drop-in file`() throws {
        let folder = try ConfigurationFolder(
            brands, files: ["repute.d/replies.yaml": "replies: [{id: a, text: Thanks.}]"])
        #expect(try folder.settings().replies.map(\.id.rawValue) == ["a"])
        try folder.write("repute.d/second.yaml", "replies: [{id: a, text: Thanks.}]")
        #expect(
            folder.problems()
                == [
                    "repute.d/second.yaml:1:16: error: the reply `a` is there already, in "
                        + folder.path + "/repute.d/replies.yaml, line 1, give this one another id"
                ].map { $0.replacing(folder.path + "/", with: "") })
    }

    @Test(arguments: [
        (
            "[{text: x}]",
            "4:11: error: this reply has no `id`, give it a name such as `late-delivery`"
        ),
        ("[{id: a}]", "4:11: error: this reply has no `text`, write what it says"),
        ("[{id: A b, text: x}]", "4:16: error: `id` needs a name of"),
        (
            "[{id: repute-care, text: x}]",
            "4:16: error: a reply can't be called `repute-care`: names that begin with `repute-` are "
                + "those of Repute's own replies, give it another name; yours are taken first in any case"
        ),
        (
            "[{id: a, txt: x, text: x}]",
            "4:19: error: unknown key `txt`, did you mean `text`?"
        ),
        (
            "[{id: a, text: x, when: {abuot: care}}]",
            "4:35: error: unknown key `abuot`, did you mean `about`?"
        ),
        (
            "[{id: a, text: x, when: {about: caer}}]",
            "4:42: error: `about` needs one of transparency"
        ),
        (
            "[{id: a, text: x, when: {audience: all}}]",
            "4:45: error: `audience` needs one of public, private, found `all`"
        ),
        (
            "[{id: a, text: x, when: {min_stars: 6}}]",
            "4:46: error: `min_stars` needs a number from 1 to 5"
        ),
        (
            "[{id: a, text: x, when: {min_stars: 3, max_stars: 2}}]",
            "4:46: error: `min_stars` is above `max_stars`, so nothing can match"
        ),
        (
            "[{id: a, text: x, when: {brand: inm}}]",
            "4:42: error: there is no brand `inm`, did you mean `inn`?"
        ),
        (
            "[{id: a, text: x, when: {source: none}}]",
            "4:43: error: there is no source `none`"
        ),
        (
            "[{id: a, text: [One, One]}]",
            "4:31: warning: this wording stands here twice, remove one"
        ),
        ("{id: a}", "4:10: error: `replies` needs a list, found a map"),
    ])
    func `with a mistake is told with its place`(text: String, problem: String) throws {
        let found = try problems(brands + "\nreplies: " + text)
        #expect(found.contains { $0.hasPrefix("repute.yaml:" + problem) }, "\(found)")
    }

    @Test func `that names what is not there is told where it does so`() throws {
        let found = try problems(
            """
            replies:
              - id: a
                text: |
                  {{greeting}}

                  You wrote on {{sorce}}.
              - id: b
                text: "Grüße {{nam}}"
                signature: '{{> other}}'
              - id: c
                text:
                  - Thank you, {{#name}}{{name}}.
                  - {{name}}
            """)
        #expect(
            found.prefix(5).map { String($0.prefix { $0 != "\n" }) } == [
                "repute.yaml:6:20: error: there is no `sorce` here, did you mean `source`?",
                "repute.yaml:8:18: error: there is no `nam` here, did you mean `name`?",
                "repute.yaml:9:17: error: parts of other files are not taken in here",
                "repute.yaml:12:20: error: {{#name}} has no {{/name}}",
                "repute.yaml:13:9: error: `text` needs a text here, found a map",
            ])
        #expect(
            found[0].hasSuffix(
                "\n      You wrote on {{sorce}}.\n                   ^^"))
    }
}
