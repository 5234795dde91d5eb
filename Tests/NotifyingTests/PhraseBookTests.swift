import Foundation
import Model
import Testing

@testable import Notifying

/// The words of a text, in small letters and without commands of Repute and names that are no words.
private func words(_ text: String) -> Set<String> {
    let commands = text.replacing("repute.repute.", with: " ").split(separator: "\n").map { line in
        line.range(of: "repute ").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }.joined(separator: "\n")
    let parts = commands.lowercased().split { !$0.isLetter }
    return Set(parts.filter { $0.count > 2 && $0 != "repute" }.map(String.init))
}

struct `The phrase book` {
    /// Words that English has too; each list is what the language's own dictionary has.
    private static let shared: [LetterLanguage: Set<String>] = [
        .german: [
            "alarm", "information", "test", "website", "neutral", "die", "war", "was", "hat",
            "mail",
            "warnung", "browser", "server", "transparenz", "man", "also", "art", "bad", "name",
            "apr", "aug", "feb", "sept", "nov", "mon", "mar", "jan", "per", "negative", "positive",
            "personal", "still", "text", "minute", "will", "feed",
        ],
        .french: [
            "information", "mention", "mentions", "note", "notes", "message", "site", "sites",
            "source", "sources", "test", "critique", "transparence", "minute", "minutes", "plus",
            "pour", "son", "sons", "est", "mars", "sept", "oct", "nov", "six", "long", "web",
            "price", "place", "prix", "service", "six", "calme", "canal", "sentiment", "internet",
            "configuration", "rare", "positive", "date", "silence", "opinion", "verdict", "part",
            "mar",
        ],
        .spanish: [
            "personal", "web", "sin", "son", "has", "sept", "oct", "nov", "mar", "jun", "jul",
            "internet", "local", "canal", "carta", "error", "total", "general", "may", "feb",
            "feed",
        ],
        .italian: [
            "web", "server", "browser", "internet", "non", "per", "sito", "canale", "mar", "nov",
            "file", "feed", "sei", "media", "negative", "positive", "all", "apr", "feb",
        ],
        .dutch: [
            "test", "website", "server", "browser", "mail", "sites", "site", "week", "reviews",
            "review", "weken", "uur", "sentiment", "are", "internet", "product", "informatie",
            "was", "door", "over", "die", "een", "van", "men", "jan", "feb", "apr", "jun", "jul",
            "aug", "sep", "nov", "dec", "geen", "open", "ten", "want", "hand", "nog", "plan", "had",
            "letters", "feed",
        ],
    ]

    private static func english() -> Set<String> {
        PhraseSample.all(EnglishPhrases()).reduce(into: []) { $0.formUnion(words($1)) }
    }

    @Test(arguments: LetterLanguage.allCases)
    func `says something for every phrase, in whole words`(language: LetterLanguage) {
        let phrases = PhraseSample.all(language.book)
        #expect(phrases.count > 500)
        for phrase in phrases {
            #expect(phrase.contains { !$0.isWhitespace })
            #expect(!phrase.contains("  ") && !phrase.contains("\n"), "\(phrase)")
        }
    }

    @Test(arguments: LanguageSample.foreign)
    func `has no English word in another language`(language: LetterLanguage) {
        let english = Self.english().subtracting(Self.shared[language] ?? [])
        for phrase in PhraseSample.all(language.book) {
            let found = words(phrase).intersection(english)
            #expect(found.isEmpty, "\(found.sorted()) in “\(phrase)”")
        }
    }

    @Test(arguments: LanguageSample.foreign, LanguageSample.kinds)
    func `is where every word of a mail and a chat comes from`(
        language: LetterLanguage, kind: String
    ) throws {
        let letter = try LanguageSample.bare(kind)
        let mail = try LanguageSample.mail(letter, language)
        var chat = ChannelSample.settings(.ntfy)
        chat.language = language
        let body = try ChannelSample.object(WebhookMessage(letter, chat).body)
        let said = [
            mail.subject, mail.text, body["title"] as? String, body["message"] as? String,
        ].compactMap { $0 }.joined(separator: "\n")
        let names: Set<String> = [
            "owner", "mail", "team", "chat", "but", "not", "so", "channels", "list", "complaints",
        ]
        let english = Self.english().subtracting(Self.shared[language] ?? []).subtracting(names)
        let lines = said.split(separator: "\n").filter { !$0.contains("://") }
        let found = words(lines.joined(separator: "\n")).intersection(english)
        #expect(found.isEmpty, "\(found.sorted()) in \(said)")
    }

    @Test(arguments: [
        (LetterLanguage.english, [0: "0 mentions", 1: "1 mention", 2: "2 mentions"]),
        (.german, [0: "0 Erwähnungen", 1: "1 Erwähnung", 12_345: "12.345 Erwähnungen"]),
        (
            .french,
            [
                0: "0 mention", 1: "1 mention", 2: "2 mentions", 1234: "1\u{202F}234 mentions",
                1_000_000: "1\u{202F}000\u{202F}000 de mentions",
            ]
        ),
        (
            .spanish,
            [
                0: "0 menciones", 1: "1 mención", 1234: "1234 menciones",
                12_345: "12.345 menciones", 2_000_000: "2.000.000 de menciones",
            ]
        ),
        (
            .italian,
            [0: "0 menzioni", 1: "1 menzione", 2: "2 menzioni", 3_000_000: "3.000.000 di menzioni"]
        ),
        (.dutch, [0: "0 vermeldingen", 1: "1 vermelding", 1_000_000: "1.000.000 vermeldingen"]),
    ])
    func `counts by the plural rules of the language`(
        language: LetterLanguage, forms: [Int: String]
    ) {
        for (number, text) in forms {
            #expect(language.book.count(.mentions(number)) == text)
        }
    }

    @Test func `elides in French before a vowel`() {
        #expect(
            FrenchPhrases().count(.alerts(1_000_000)) == "1\u{202F}000\u{202F}000 d’alertes")
    }

    @Test(arguments: [
        (
            LetterLanguage.german, "Sa., 21. Nov. 2026, 22:10 (UTC+1)", "Sa., 21. Nov.",
            "Sa., 22:10"
        ),
        (.french, "sam. 21 nov. 2026, 22:10 (UTC+1)", "sam. 21 nov.", "sam. 22:10"),
        (.spanish, "sáb, 21 nov 2026, 22:10 (UTC+1)", "sáb, 21 nov", "sáb, 22:10"),
        (.italian, "sab 21 nov 2026, 22:10 (UTC+1)", "sab 21 nov", "sab 22:10"),
        (.dutch, "za 21 nov 2026, 22:10 (UTC+1)", "za 21 nov", "za 22:10"),
    ])
    func `tells dates as CLDR has them, but to machines in English`(
        language: LetterLanguage, whole: String, day: String, recent: String
    ) throws {
        let zone = try Sample.zone()
        let words = language.book.calendar
        let date = MailDate(KindSample.before(740), in: zone, words: words)
        #expect(date.readable == whole)
        #expect(date.dayName == day)
        #expect(date.recent(beside: MailDate(Sample.time, in: zone, words: words)) == recent)
        #expect(date.rfc5322 == "Sat, 21 Nov 2026 22:10:00 +0100")
    }

    @Test(arguments: [
        (LetterLanguage.german, "−0,82", "1.234,5", "80\u{A0}%"), (.french, "−0,82", "", ""),
        (.italian, "−0,82", "", "80%"), (.dutch, "−0,82", "", "80%"),
    ])
    func `has a decimal comma`(
        language: LetterLanguage, score: String, _: String, percent: String
    ) {
        let book = language.book
        #expect(book.figures.signed(-0.82, decimals: 2) == score)
        #expect(book.signed(-0.82, places: 2) == score)
        #expect(book.figures.short(3.5) == "3,5" && book.figures.short(4) == "4")
        if !percent.isEmpty { #expect(book.percent(0.8) == percent) }
    }

    @Test(arguments: LanguageSample.foreign)
    func `shows in English what can't be read back`(language: LetterLanguage) {
        let book = language.book
        let said = book.weighing(.warning, stored: "warning: something new (+1)")
        #expect(said.contains(book.note(.inEnglish("warning: something new (+1)"))))
        #expect(said.hasPrefix(book.severity(.warning)))
    }

    @Test(arguments: LanguageSample.foreign)
    func `tells anew what a notice found, and shows in English what it can't`(
        language: LetterLanguage
    ) throws {
        let book = try #require(language.book as? any TellingAnew)
        var told: Set<String> = []
        for (kind, detail) in NoticeSample.all {
            let said = book.meaning(of: kind, detail: detail)
            #expect(!said.contains(detail), "\(said)")
            if kind != .delisted { told.insert(said) }
        }
        // Each finding has words of its own.
        #expect(told.count == NoticeSample.all.count - 1)
        #expect(book.meaning(of: .moved, detail: "It went.").hasSuffix("It went."))
    }

    @Test(arguments: [
        (LetterLanguage.german, "; 1 wurde inzwischen beantwortet"),
        (.french, "\u{202F}; 1 a reçu une réponse entre-temps"),
        (.spanish, "; 1 ya se ha respondido entretanto"),
        (.italian, "; 1 ha avuto risposta nel frattempo"),
        (.dutch, "; 1 is intussen beantwoord"),
    ])
    func `tells which of a reminder was answered meanwhile`(
        language: LetterLanguage, clause: String
    ) throws {
        var letter = try LanguageSample.letter("reminder")
        letter.alert.reason = "2 mentions wait" + AnsweredSince(count: 1).text
        letter.language = language
        #expect(language.book.why(AlertFacts(letter.alert, in: letter)).hasSuffix(clause))
    }
}
