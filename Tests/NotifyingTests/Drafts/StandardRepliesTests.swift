import FoundationEssentials
import Model
import Testing

@testable import Notifying

private func texts(
    _ language: LetterLanguage, _ facts: ReplyFacts, of audience: ReplyAudience
) -> [(topic: ReplyTopic, text: String)] {
    ReplyTopic.allCases.flatMap { topic in
        StandardReplies.template(topic, audience, language).texts.map {
            (topic, $0.rendered(facts, in: language))
        }
    }
}

/// Facts with nothing missing, or with all that can be missing.
private let full: ReplyFacts = {
    var facts = sampleFacts()
    facts.words = ["late"]
    return facts
}()
private let bare = sampleFacts(sampleMention(author: nil), contact: nil, owner: nil)

struct `Repute's own replies` {
    @Test(arguments: LetterLanguage.allCases, ReplyAudience.allCases)
    func `are whole in every situation`(language: LetterLanguage, audience: ReplyAudience) {
        for facts in [full, bare] {
            for (topic, text) in texts(language, facts, of: audience) {
                #expect(!text.contains("{") && !text.contains("}"), "\(topic): \(text)")
                #expect(!text.contains("  ") && !text.contains(" ."), "\(topic): \(text)")
                #expect(text.hasPrefix(language.greeting(facts.name) + "\n\n"), "\(topic)")
                #expect((60...900).contains(text.count), "\(topic): \(text)")
                let sentence = text.dropFirst(language.greeting(facts.name).count + 2)
                #expect(sentence.first?.isUppercase == true, "\(topic): \(text)")
                #expect(text.last.map { ".?".contains($0) } == true, "\(topic): \(text)")
            }
        }
    }

    @Test(arguments: LetterLanguage.allCases)
    func `lead on to where nobody else reads`(language: LetterLanguage) {
        for (topic, text) in texts(language, full, of: .everybody) where topic.isComplaint {
            #expect(text.contains("desk@inn.example"), "\(topic): \(text)")
        }
        for (topic, text) in texts(language, bare, of: .everybody) where topic.isComplaint {
            #expect(!text.contains("@") && text.split(separator: "\n").count == 3, "\(topic)")
        }
        for (topic, text) in texts(language, full, of: .author) {
            #expect(
                text.contains("Guest book") && text.contains("Harbour Inn"), "\(topic): \(text)")
            #expect(text.contains(language.date(full.date, in: .gmt)), "\(topic): \(text)")
        }
    }

    @Test(arguments: LetterLanguage.allCases)
    func `repeat hard words to their author alone`(language: LetterLanguage) {
        let quote = language.quotation(["late"])
        let quoted: Set<ReplyTopic> = [.transparency, .reliability, .value, .complaint, .praise]
        for (topic, text) in texts(language, full, of: .everybody) {
            #expect(text.contains(quote) == quoted.contains(topic), "\(topic): \(text)")
        }
        for (topic, text) in texts(language, full, of: .author) {
            #expect(text.contains(quote) == topic.isComplaint, "\(topic): \(text)")
        }
    }

    @Test(arguments: LetterLanguage.allCases)
    func `say it otherwise in each wording, and each topic has its own words`(
        language: LetterLanguage
    ) {
        for audience in ReplyAudience.allCases {
            let all = ReplyTopic.allCases.flatMap {
                StandardReplies.template($0, audience, language).texts
            }
            #expect(all.count == 30 && Set(all.map(\.digest)).count == 30)
        }
        let phrases = language.phrases
        #expect(phrases.points.values.allSatisfy { $0.count == 2 })
        #expect(Set(phrases.points.keys) == Set(ReplyTopic.allCases.filter(\.isComplaint)))
    }

    @Test(arguments: LetterLanguage.allCases)
    func `are signed`(language: LetterLanguage) throws {
        let template = StandardReplies.template(.care, .everybody, language)
        let signature = try #require(template.signature)
        #expect(signature.rendered(full, in: language).hasSuffix("\nGrace, Harbour Inn"))
        #expect(signature.rendered(bare, in: language).hasSuffix("\nHarbour Inn"))
    }

    @Test(arguments: [
        (
            LetterLanguage.english,
            ["our fault", "our mistake", "discount", "voucher", "refund", "valued"]
        ),
        (.german, ["unser Fehler", "Rabatt", "Gutschein", "erstatten", "geschätzt"]),
        (.french, ["notre faute", "notre erreur", "remise", "bon d’achat", "rembours"]),
        (.spanish, ["nuestra culpa", "nuestro error", "descuento", "vale de", "reembols"]),
        (.italian, ["colpa nostra", "nostro errore", "sconto", "buono", "rimbors"]),
        (.dutch, ["onze schuld", "onze fout", "korting", "tegoedbon", "terugbetal"]),
    ])
    func `admit to nothing and offer no money`(language: LetterLanguage, words: [String]) {
        for audience in ReplyAudience.allCases {
            for (topic, text) in texts(language, full, of: audience) where topic.isComplaint {
                for word in words where word != "buono" || audience == .everybody {
                    #expect(!text.contains(word), "\(topic): \(text)")
                }
            }
        }
    }

    @Test func `have names that are found again`() {
        #expect(StandardReplies.names.count == 20)
        for name in StandardReplies.names {
            #expect(StandardReplies.template(name, .english)?.id == name)
        }
        #expect(StandardReplies.template(ReplyTemplateID(trusted: "repute-x"), .english) == nil)
    }
}
