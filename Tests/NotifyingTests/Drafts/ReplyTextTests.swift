import FoundationEssentials
import Model
import Testing

@testable import Notifying

private func failure(_ text: String) -> TemplateError? {
    do throws(TemplateError) {
        _ = try ReplyText(parsing: text)
        return nil
    } catch {
        return error
    }
}

struct `The text of a reply` {
    @Test func `is filled in with all that it can name`() throws {
        let text = try ReplyText(
            parsing: "{{greeting}}|{{name}}|{{business}}|{{brand}}|{{source}}|{{date}}|{{stars}}|"
                + "{{words}}|{{contact}}|{{owner}}")
        let mention = sampleMention(
            stars: 2,
            about: [SampleOpinion(aspect: .care, score: -1, words: ["late", "rude"])])
        #expect(
            text.rendered(sampleFacts(mention), in: .english)
                == "Hello Ada,|Ada|Harbour Inn|Harbour Inn|Guest book|12 November 2026|2|"
                + "“late” and “rude”|desk@inn.example|Grace")
        #expect(Set(ReplyFacts.shape.keys) == Set(sampleFacts().values(.english).keys))
    }

    @Test func `can tell what is not there`() throws {
        let text = try ReplyText(
            parsing:
                "x{{#name}}N{{/name}}{{^name}}n{{/name}}{{^stars}}s{{/stars}}{{^words}}w{{/words}}"
                + "{{^contact}}c{{/contact}}{{^owner}}o{{/owner}}{{name}}{{contact}}")
        let facts = sampleFacts(sampleMention(author: nil), contact: nil, owner: nil)
        #expect(text.rendered(facts, in: .english) == "xnswco")
    }

    @Test func `never reads what is filled in as a template again`() throws {
        var facts = sampleFacts()
        facts.business = "{{contact}} {{#name}}x{{/name}} & <b> {{{owner}}}"
        let text = try ReplyText(parsing: "From {{business}}")
        #expect(
            text.rendered(facts, in: .english)
                == "From {{contact}} {{#name}}x{{/name}} & <b> {{{owner}}}")
    }

    @Test func `has no control characters, and never two blank lines`() throws {
        var facts = sampleFacts()
        facts.brand = "A\u{1B}[31m\u{202E}\nB"
        let text = try ReplyText(
            parsing: "\n\nOne \n\n\n{{#stars}}x{{/stars}}\n\nTwo {{brand}}\n\n")
        #expect(text.rendered(facts, in: .english) == "One\n\nTwo A [31m B")
    }

    @Test(arguments: [
        ("Hello {{nane}}", TemplateError.Reason.unknownName, 1, 7),
        ("Hello\n  {{mention.text}}", .unknownName, 2, 3), ("{{#name}}x", .unclosed, 1, 1),
        ("x {{{name}}}", .unsupportedTag, 1, 3), ("{{> other}}", .unsupportedTag, 1, 1),
        ("{{first(name)}}", .wrongUse, 1, 1), ("{{name", .badTag, 1, 1),
        ("{{contact}}", .badResult, 1, 1),
    ])
    func `with a mistake is refused, with the place`(
        text: String, reason: TemplateError.Reason, line: Int, column: Int
    ) {
        let error = failure(text)
        #expect(error?.reason == reason)
        #expect(error?.line == line && error?.column == column)
    }

    @Test func `that is too large is refused`() {
        #expect(failure(String(repeating: "x", count: 10_001))?.reason == .tooLarge)
        #expect(failure(String(repeating: "{{name}}", count: 201))?.reason == .tooLarge)
    }

    @Test func `has a digest of its own, whatever is filled in`() throws {
        let one = try ReplyText(parsing: "Hello {{business}}")
        #expect(one.digest == (try ReplyText(parsing: "Hello {{business}}")).digest)
        #expect(one.digest != (try ReplyText(parsing: "Hello {{brand}}")).digest)
        #expect(one.digest.count == 64)
    }
}

struct `The language of a reply` {
    @Test(arguments: [
        (LetterLanguage.english, "Hello Ada,", "Hello,", "1 March 2026", "“a”, “b” and “idle”"),
        (.german, "Guten Tag Ada,", "Guten Tag,", "1. März 2026", "„a“, „b“ und „idle“"),
        (
            .french, "Bonjour Ada,", "Bonjour,", "1er mars 2026",
            "«\u{A0}a\u{A0}», «\u{A0}b\u{A0}» et «\u{A0}idle\u{A0}»"
        ),
        (.spanish, "Hola, Ada:", "Hola:", "1 de marzo de 2026", "«a», «b» e «idle»"),
        (.italian, "Buongiorno Ada,", "Buongiorno,", "1º marzo 2026", "«a», «b» e «idle»"),
        (.dutch, "Goedendag Ada,", "Goedendag,", "1 maart 2026", "‘a’, ‘b’ en ‘idle’"),
    ])
    func `greets, dates and quotes in its own way`(
        language: LetterLanguage, named: String, unnamed: String, date: String, words: String
    ) throws {
        #expect(language.greeting("Ada") == named && language.greeting(nil) == unnamed)
        // 28 February, 23:30 UTC.
        let moment = Date(timeIntervalSince1970: 1_772_321_400)
        let zone = try #require(TimeZone(secondsFromGMT: 3600))
        #expect(language.date(moment, in: zone) == date)
        #expect(language.quotation(["a", "b", "idle"]) == words)
        #expect(language.quotation([]) == "")
    }

    @Test func `tells dates of any time`() {
        for date in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1e300)] {
            for language in LetterLanguage.allCases {
                #expect(!language.date(date, in: .gmt).isEmpty)
            }
        }
    }
}
