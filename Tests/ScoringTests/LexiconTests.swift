import Model
import Testing
import TextProcessing

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
                #expect((-80...80).contains(table.slots[slot].valenceSteps))
                #expect((-80...80).contains(table.slots[slot].opinionSteps))
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
        let unknown = try score("The qzxwv lunch in our street", "")
        #expect(try score(text, "wicked\t3") > unknown)
        #expect(try score(text, "wicked\t-") == unknown)
        let silent = try score("It is their rip-off here", "rip off\t-")
        #expect(try silent > score("It is their rip-off here", ""))
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
        let scores = [first, Lexicon.embedded, second].map {
            SentimentScorer(lexicon: $0).score(text: text, language: "en")
        }
        #expect(scores[0].score > scores[1].score)
        #expect(scores[1].score > scores[2].score)
        #expect(!scores[1].contributions.contains { $0.term == "zingy" })
    }

    @Test(arguments: [
        ("good", LexiconError.Reason.wrongColumns, "write the term, a tab and its valence"),
        ("good\t1\ten\tx", .wrongColumns, "4 columns"),
        ("\t1", .emptyTerm, "write a word, a phrase or an emoji"),
        ("--\t1", .emptyTerm, "no word, number, emoji or mark"),
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

struct `An entry of two numbers` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    @Test func `tells where it comes from`() throws {
        let text = "Zingy, a total rip-off"
        let overlay = try LexiconOverlay(parsing: "zingy\t-2\n", file: "own.tsv")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        let met = scorer.score(text: text, language: "en").contributions
        #expect(met.first { $0.term == "zingy" }?.origin == .overlay)
        #expect(met.first { $0.term == "rip off" }?.origin != .overlay)
    }

    @Test func `of an owner has half its size as opinion`() throws {
        let overlay = try LexiconOverlay(
            parsing: "zingy\t-2.5\nnifty\t0.05\n", file: "own.tsv")
        let table = try #require(Lexicon.embedded.adding(overlay).table(for: "en"))
        for (word, opinion) in [("zingy", 1.25), ("nifty", 0.05)] {
            let key = try #require(TermHash.key(of: word))
            let slot = try #require(table.slot(of: key))
            #expect(table.slots[slot].opinion == opinion)
        }
    }

    @Test func `may be a mark at the end of a sentence`() throws {
        let overlay = try LexiconOverlay(parsing: "!!\t3\n?\t-2\n...\t-2.5\n", file: "own.tsv")
        let scorer = SentimentScorer(lexicon: Lexicon.embedded.adding(overlay))
        func terms(_ text: String) -> [String] {
            scorer.score(text: text, language: "en").contributions.map(\.term)
        }
        #expect(terms("It came on the table!!!!") == ["!!"])
        #expect(terms("It came on the table!") == [])
        #expect(terms("Is it on the table? It was there…") == ["?", "..."])
        #expect(terms("It was there for us.....") == ["..."])
        #expect(terms("It was there for us..") == [])
        #expect(scorer.score(text: "!!", language: "en").label == .unscored)
    }

    @Test func `is found in its wrong spelling, under its own name`() {
        let met = scorer.score(text: "That was terible of them", language: "en").contributions
        #expect(met.map(\.term) == ["terrible"])
        #expect(met.first?.span == 9..<16)
    }

    @Test func `is read by genre`() {
        let text = "The staff was rude to us."
        for genre in Genre.allCases {
            #expect(scorer.score(text: text, language: "en", genre: genre).label == .negative)
        }
        let sentiment = scorer.score(text: text, language: "en")
        #expect(sentiment.opinion > 0.5)
        #expect(sentiment.opinion <= 1)
    }
}
