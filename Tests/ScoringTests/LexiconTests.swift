import Model
import Testing

@testable import Scoring

struct `The embedded lexicon` {
    @Test func `has seven languages and emoji`() {
        let lexicon = Lexicon.embedded
        #expect(lexicon.languages == ["de", "en", "es", "fr", "it", "nl", "pt"])
        #expect(lexicon.emoji.entryCount > 150)
        #expect(lexicon.entryCount(of: "en") > 4000)
        for language in lexicon.languages { #expect(lexicon.entryCount(of: language) > 250) }
        #expect(lexicon.entryCount(of: "xx") == 0)
    }

    @Test func `names its edition`() {
        let edition = Lexicon.embedded.edition
        #expect(edition.hasPrefix("20"))
        #expect(Lexicon.embedded.edition(for: "en") == "en-" + edition)
    }

    @Test func `has valences within four`() {
        for language in Lexicon.embedded.languages {
            guard let table = Lexicon.embedded.table(for: language) else { continue }
            for slot in 0..<table.slotCount where table.slots[slot].key != 0 {
                #expect((-40...40).contains(table.slots[slot].tenths))
            }
        }
    }
}

struct `An overlay` {
    private func score(_ text: String, _ overlay: String) throws -> Double {
        let lexicon = Lexicon.embedded.adding(try LexiconOverlay(parsing: overlay, file: "own.tsv"))
        return SentimentScorer(lexicon: lexicon).score(text: text, language: "en").score
    }

    @Test func `adds words, phrases and emoji`() throws {
        #expect(try score("The shrinkflation is everywhere here", "shrinkflation\t-2.5") < -0.2)
        #expect(try score("It is double cream all the way", "double cream\t3") > 0.2)
        #expect(try score("Our order 🧇", "🧇\t2") > 0.2)
    }

    @Test func `changes and silences terms`() throws {
        let text = "The wicked lunch in our street"
        #expect(try score(text, "wicked\t3") > 0.2)
        #expect(try score(text, "wicked\t-") == 0)
        #expect(try score("What a rip-off here", "rip off\t-") == 0)
    }

    @Test func `is turned by negators like any word`() throws {
        #expect(try score("It is not zingy at all", "zingy\t3") < 0)
    }

    @Test func `holds in one language where it says so`() throws {
        let overlay = try LexiconOverlay(parsing: "pastel\t2\tes\n", file: "own.tsv")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        #expect(scorer.score(text: "El pastel de la casa", language: "es").score > 0)
        #expect(scorer.score(text: "The pastel of the house", language: "en").score == 0)
    }

    @Test func `shows in the edition`() throws {
        let overlay = try LexiconOverlay(
            parsing: "# ours\n\none\t1\r\ntwo words\t-\nthree\t-4\n", file: "own.tsv")
        #expect(overlay.count == 3)
        let lexicon = Lexicon.embedded.adding(overlay)
        #expect(lexicon.edition == Lexicon.embedded.edition + "+3")
        let sentiment = SentimentScorer(lexicon: lexicon).score(
            text: "It was great", language: "en")
        #expect(sentiment.lexicon == "en-" + Lexicon.embedded.edition + "+3")
    }

    @Test func `gives way to a later one and leaves the first lexicon as it was`() throws {
        let first = Lexicon.embedded.adding(try LexiconOverlay(parsing: "zingy\t3", file: "a.tsv"))
        let second = first.adding(try LexiconOverlay(parsing: "zingy\t-3", file: "b.tsv"))
        let text = "A zingy lunch in our street"
        #expect(SentimentScorer(lexicon: first).score(text: text, language: "en").score > 0)
        #expect(SentimentScorer(lexicon: second).score(text: text, language: "en").score < 0)
        #expect(SentimentScorer(lexicon: .embedded).score(text: text, language: "en").score == 0)
    }

    @Test(arguments: [
        ("good", LexiconError.Reason.wrongColumns, "write the term, a tab and its valence"),
        ("good\t1\ten\tx", .wrongColumns, "4 columns"),
        ("\t1", .emptyTerm, "write a word, a phrase or an emoji"),
        ("...\t1", .emptyTerm, "no word, number or emoji"),
        ("a b c d e f g h i\t1", .termTooLong, "at most 8 words"),
        ("good\tnice", .notANumber, "from -4 to 4, or - to silence"),
        ("good\tnan", .notANumber, "from -4 to 4"),
        ("good\t5", .outOfRange, "from -4 to 4"),
        ("good\t1\txx", .unknownLanguage, "de, en, es, fr, it, nl, pt"),
        ("fine\t1\nFine\t2", .duplicate, "stands in line 2 already"),
    ])
    func `that is wrong says where and what to do`(
        _ line: String, _ reason: LexiconError.Reason, _ advice: String
    ) throws {
        let error = try #require(throws: LexiconError.self) {
            try LexiconOverlay(parsing: "# header\n" + line, file: "own.tsv")
        }
        #expect(error.reason == reason)
        #expect(error.detail.contains(advice), "\(error.detail)")
        #expect(error.description.hasPrefix("own.tsv:\(line.contains("\n") ? 3 : 2): "))
    }
}
