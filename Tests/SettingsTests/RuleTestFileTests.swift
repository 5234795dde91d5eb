import Model
import Testing

@testable import Settings

private let configuration = """
    brands: [{id: b}, {id: o, competitor: true}]
    sources:
      - {id: shop, url: "https://s.example/", kind: review, brand: b}
      - {id: forum, url: "https://f.example/", genre: social}
    channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]
    rules:
      - {id: bad, when: {label: negative}}
      - {id: urgent, when: {words: poison*}, severity: critical}
      - {id: storm, type: surge}
    """

/// A configuration folder with a file of tests in it.
private struct TestFolder {
    let folder: ConfigurationFolder

    init(_ tests: String) throws {
        folder = try ConfigurationFolder(configuration, files: ["tests.yaml": tests])
    }

    func read() throws -> RuleTestFile {
        try RuleTestFile.read(path: folder.path + "/tests.yaml", settings: try folder.settings())
    }

    /// The problems as they are shown, the folder's path left out.
    func problems() throws -> [String] {
        do {
            _ = try read()
            return []
        } catch let error as SettingsProblems {
            return error.problems.map {
                $0.description.replacing(folder.path + "/", with: "")
            }
        }
    }
}

struct `A file of rule tests` {
    @Test func `holds mentions and what becomes of them`() throws {
        let file = try TestFolder(
            """
            tests:
              - name: a bad review
                mention: {source: shop, stars: 1, text: Found a hair in my soup.}
                expect: {alert: bad, severity: critical}
              - name: nothing
                mention: {label: neutral, text: Opens at nine.}
                expect: none
            """
        ).read()
        #expect(file.cases.map(\.name) == ["a bad review", "nothing"])
        #expect(file.cases.map(\.line) == [2, 5])
        let mention = file.cases[0].mentions[0]
        #expect(mention.line == 3)
        #expect(mention.source.rawValue == "shop")
        #expect(mention.kind == .review)
        #expect(mention.genre == .review)
        #expect(mention.brands.map(\.rawValue) == ["b"])
        #expect(mention.wording.stars == 1)
        #expect(mention.wording.verdict == nil)
        #expect(mention.sites == 1)
        #expect(!mention.isBaseline)
        #expect(
            mention.expected == [
                RuleTestExpectation(
                    rule: RuleID(trusted: "bad"), outcome: .alert, severity: .critical)
            ])
        let other = file.cases[1].mentions[0]
        #expect(other.source == RuleTestMention.unnamedSource)
        #expect(other.brands.map(\.rawValue) == ["b"])
        #expect(
            other.wording.verdict == RuleTestVerdict(label: .neutral, score: 0, confidence: 0.8))
        #expect(other.expected.isEmpty)
    }

    @Test func `takes every key`() throws {
        let file = try TestFolder(
            """
            tests:
              - name: all
                silences: [{rule: bad}, {source: shop, brand: b}]
                mentions:
                  - source: forum
                    brand: [b, o]
                    title: Title
                    text: Text
                    stars: 2
                    label: negative
                    score: -0.3
                    confidence: 0.4
                    about: {delivery: negative, staff: positive}
                    author: Ann
                    author_wrote: {mentions: 3, negative: 1}
                    url: https://f.example/1
                    language: en
                    sites: 4
                    first_poll: true
                    edited_from: {title: Before, stars: 5, label: positive}
                    expect: [{held: bad}, {silenced: urgent}]
                  - {kind: survey, after: 5m, text: x, expect: {digest: bad}}
            """
        ).read()
        let test = file.cases[0]
        #expect(
            test.silences == [
                RuleTestSilence(rule: RuleID(trusted: "bad")),
                RuleTestSilence(source: SourceID(trusted: "shop"), brand: BrandID(trusted: "b")),
            ])
        let mention = test.mentions[0]
        #expect(mention.kind == .mention)
        #expect(mention.genre == .social)
        #expect(mention.brands.map(\.rawValue) == ["b", "o"])
        #expect(
            mention.wording
                == RuleTestWording(
                    title: "Title", text: "Text", stars: 2,
                    verdict: RuleTestVerdict(label: .negative, score: -0.3, confidence: 0.4),
                    aspects: [.delivery: .negative, .staff: .positive]))
        #expect(mention.author == "Ann")
        #expect(mention.authorHistory == AuthorHistory(mentions: 3, negative: 1))
        #expect(mention.url == "https://f.example/1")
        #expect(mention.language == "en")
        #expect(mention.sites == 4)
        #expect(mention.isBaseline)
        #expect(mention.after == 0)
        #expect(
            mention.editedFrom
                == RuleTestWording(
                    title: "Before", text: nil, stars: 5,
                    verdict: RuleTestVerdict(label: .positive, score: 0.6, confidence: 0.8),
                    aspects: [:]))
        #expect(
            mention.expected == [
                RuleTestExpectation(rule: RuleID(trusted: "bad"), outcome: .held),
                RuleTestExpectation(rule: RuleID(trusted: "urgent"), outcome: .silenced),
            ])
        #expect(test.mentions[1].after == 300)
        #expect(test.mentions[1].kind == .survey)
        #expect(test.mentions[1].expected.map(\.outcome) == [.digest])
    }

    @Test func `leaves the brands of a mention to their queries`() throws {
        let file = try TestFolder(
            "tests: [{name: t, mention: {source: forum, text: x}, expect: none}]"
        ).read()
        #expect(file.cases[0].mentions[0].brands.isEmpty)
    }

    @Test(arguments: [
        (
            "# nothing",
            "error: the file holds no tests, write them below `tests`, as `docs/rule-tests.md` shows"
        ),
        (
            "tests: []",
            "error: the file holds no tests, write them below `tests`, as `docs/rule-tests.md` shows"
        ),
        ("test: []", "1:1: error: unknown key `test`, did you mean `tests`?"),
        (
            "tests: [{mention: {text: x}, expect: none}]",
            "1:9: error: this test has no `name`, say what it shows"
        ),
        (
            "tests: [{name: t, expect: none}]",
            "1:9: error: this test has no `mention`, add the mention that comes"
        ),
        (
            "tests: [{name: t, mention: {text: x}}]",
            "1:9: error: this test has no `expect`, say what becomes of it, or `none`"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: }]",
            "1:39: error: `expect` has no value, write `none` where nothing becomes of it"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: bad}]",
            "1:47: error: `expect` needs `none`, or what becomes of it, write for instance `expect: {alert: bad-reviews}`"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: {severity: info}}]",
            "1:47: error: this expectation does not say what becomes of the mention, give one of `alert`, `held`, `digest`, `silenced` with the name of the rule"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: {alert: bad, held: bad}}]",
            "1:47: error: this expectation says more than one thing, give one of `alert`, `held`, `digest`, `silenced` with the name of the rule"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: [{alert: bad}, {digest: bad}]}]",
            "1:47: error: `expect` names a rule twice, keep one of them"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: {held: bad, severity: info}}]",
            "1:69: error: only of an `alert` a `severity` can be expected, remove it"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: {alert: bed}}]",
            "1:55: error: the configuration has no rule `bed`, did you mean `bad`?"
        ),
        (
            "tests: [{name: t, mention: {text: x}, expect: {alert: storm}}]",
            "1:55: error: `storm` is no rule on single mentions, which is what tests show, `repute rules replay` shows what it would have told"
        ),
        (
            "tests: [{name: t, mention: {text: x, source: shp}, expect: none}]",
            "1:46: error: the configuration has no source `shp`, did you mean `shop`?"
        ),
        (
            "tests: [{name: t, mention: {text: x, brand: zebra}, expect: none}]",
            "1:45: error: the configuration has no brand `zebra`, there are b, o"
        ),
        (
            "tests: [{name: t, mention: {text: x, source: shop, kind: survey}, expect: none}]",
            "1:52: error: `kind` and `source` both stand here, but the source says what its entries are, keep one of them"
        ),
        (
            "tests: [{name: t, mention: {author: Ann}, expect: none}]",
            "1:28: error: this mention says nothing, give it a `text` or `stars`"
        ),
        (
            "tests: [{name: t, mention: {text: x, score: 0.5}, expect: none}]",
            "1:38: error: `score` has no `label` beside it, give it the verdict too"
        ),
        (
            "tests: [{name: t, mention: {text: x, label: unscored, score: 0.5}, expect: none}]",
            "1:55: error: `score` stands here, but what is unscored has none, remove it"
        ),
        (
            "tests: [{name: t, mention: {text: x, about: {deliverry: negative}}, expect: none}]",
            "1:46: error: `deliverry` is no aspect, did you mean `delivery`?"
        ),
        (
            "tests: [{name: t, mention: {text: x, about: {delivery: bad}}, expect: none}]",
            "1:56: error: `delivery` needs one of negative, neutral, positive"
        ),
        (
            "tests: [{name: t, mention: {text: x, author_wrote: {mentions: 1}}, expect: none}]",
            "1:38: error: `author_wrote` has no `author` beside it, give the mention an `author`"
        ),
        (
            "tests: [{name: t, mention: {text: x, author: a, author_wrote: {mentions: 1, negative: 2}}, expect: none}]",
            "1:77: error: there are more negative mentions than mentions"
        ),
        (
            "tests: [{name: t, mention: {text: x, after: 5m}, expect: none}]",
            "1:38: error: `after` stands here, but no mention comes before, remove it"
        ),
        (
            "tests: [{name: t, mention: {text: x, edited_from: {}}, expect: none}]",
            "1:51: error: `edited_from` says nothing, give it a `text` or `stars`"
        ),
        (
            "tests: [{name: t, mention: {text: x, expect: none}, expect: none}]",
            "1:38: error: `expect` stands in `mention`, write it beside `mention`"
        ),
        (
            "tests: [{name: t, mentions: [{text: x}]}]",
            "1:30: error: this mention has no `expect`, say what becomes of it, or `none`"
        ),
        (
            "tests: [{name: t, mentions: [{text: x, expect: none}], expect: none}]",
            "1:56: error: `expect` and `mentions` both stand here, give each of `mentions` its own `expect`"
        ),
        (
            "tests: [{name: t, mentions: []}]",
            "1:19: error: `mentions` is empty, add the mentions that come"
        ),
        (
            "tests:\n  - {name: t, mention: {text: x}, expect: none}\n  - {name: t, mention: {text: x}, expect: none}",
            "3:1: error: the test “t” is there already, in line 2, give this one another name"
        ),
        ("tests: [", "2:1: error: "),
    ])
    func `that is wrong is told so, with place and cure`(text: String, expected: String) throws {
        let found = try TestFolder(text).problems()
        let place = expected.hasPrefix("error") ? "tests.yaml: " : "tests.yaml:"
        #expect(found.contains { $0.hasPrefix(place + expected) }, "\(found)")
    }

    @Test func `that is not there is told so`() throws {
        let folder = try ConfigurationFolder(configuration)
        let settings = try folder.settings()
        #expect(throws: SettingsProblems.self) {
            try RuleTestFile.read(path: folder.path + "/tests.yaml", settings: settings)
        }
    }

    @Test func `has to say whom a mention from nowhere is about where brands are several`() throws {
        let folder = try ConfigurationFolder(
            "brands: [{id: a}, {id: b}]",
            files: ["tests.yaml": "tests: [{name: t, mention: {text: x}, expect: none}]"])
        let settings = try folder.settings()
        let error = #expect(throws: SettingsProblems.self) {
            try RuleTestFile.read(path: folder.path + "/tests.yaml", settings: settings)
        }
        #expect(
            error?.problems.map(\.message) == [
                "this mention does not say whom it is about"
            ])
    }
}
