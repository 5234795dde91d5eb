import Foundation
import Model
import Testing

@testable import Notifying

struct `A letter's language` {
    @Test(arguments: [
        ("en", LetterLanguage.english), ("de", .german), ("DE-at", .german), ("fr-CA", .french),
        ("es-419", .spanish), ("it", .italian), ("nl-Latn-BE", .dutch),
    ])
    func `is looked up by a BCP 47 tag`(tag: String, language: LetterLanguage) {
        #expect(LetterLanguage(tag: tag) == language)
    }

    @Test(arguments: ["", "pl", "deu", "german", "de_AT", "de-", "-de", "de-toolongsubtag", "d e"])
    func `is none for other tags`(tag: String) {
        #expect(LetterLanguage(tag: tag) == nil)
    }

    private static let golden = [
        "complaint", "edit", "story", "burst", "surge", "drop", "reminder", "reminders", "digest",
        "source", "sources", "channel", "channel-off", "test", "gathered",
    ]

    @Test(arguments: LanguageSample.foreign, golden)
    func `gives a mail as in the golden file`(language: LetterLanguage, kind: String) throws {
        let mail = try LanguageSample.mail(LanguageSample.letter(kind), language)
        try Golden.expect(
            "Subject: \(mail.subject)\n\n\(mail.text)",
            is: "languages/\(language.rawValue)/\(kind).txt")
    }

    @Test(arguments: LanguageSample.foreign, ["complaint", "digest"])
    func `gives HTML as in the golden file`(language: LetterLanguage, kind: String) throws {
        let mail = try LanguageSample.mail(LanguageSample.letter(kind), language)
        try Golden.expect(mail.html, is: "languages/\(language.rawValue)/\(kind).html")
        #expect(mail.html.contains("<html lang=\"\(language.rawValue)\">"))
    }

    @Test(arguments: LanguageSample.foreign)
    func `gives a chat as in the golden file`(language: LetterLanguage) throws {
        var settings = ChannelSample.settings(.slack)
        settings.language = language
        let bodies = try ["complaint", "digest", "gathered", "channel"].map { kind in
            try ChannelSample.pretty(
                WebhookMessage(LanguageSample.letter(kind), settings).body)
        }
        try Golden.expect(
            bodies.joined(separator: "\n") + "\n", is: "languages/\(language.rawValue)/slack.txt")
    }

    @Test(arguments: LanguageSample.kinds)
    func `makes another mail of every kind`(kind: String) throws {
        let letter = try LanguageSample.letter(kind)
        let mails = try LetterLanguage.allCases.map { try LanguageSample.mail(letter, $0) }
        #expect(Set(mails.map(\.text)).count == mails.count)
        #expect(Set(mails.map(\.html)).count == mails.count)
    }

    @Test(arguments: ChannelSample.chats, LanguageSample.kinds)
    func `makes another message for every chat, within its limits`(
        format: WebhookSettings.Format, kind: String
    ) throws {
        let letter = try LanguageSample.letter(kind)
        let bodies = LetterLanguage.allCases.map { language in
            var settings = ChannelSample.settings(format)
            settings.language = language
            return WebhookMessage(letter, settings).body
        }
        #expect(Set(bodies).count == bodies.count)
        for body in bodies { _ = try ChannelSample.object(body) }
    }

    @Test(arguments: LanguageSample.kinds)
    func `changes nothing for machines`(kind: String) throws {
        let letter = try LanguageSample.letter(kind)
        var settings = ChannelSample.settings(.standard)
        let plain = WebhookMessage(letter, settings).body
        var pager = ChannelSample.settings(.pagerDuty)
        let key = try ChannelSample.object(WebhookMessage(letter, pager).body)["dedup_key"]
        for language in LanguageSample.foreign {
            settings.language = language
            pager.language = language
            #expect(WebhookMessage(letter, settings).body == plain)
            let own = try ChannelSample.object(WebhookMessage(letter, pager).body)["dedup_key"]
            #expect(own as? String == key as? String)
        }
    }

    @Test(arguments: LanguageSample.foreign, LanguageSample.kinds)
    func `keeps lines to 72 columns`(language: LetterLanguage, kind: String) throws {
        let mail = try LanguageSample.mail(LanguageSample.letter(kind), language)
        for line in mail.text.split(separator: "\n") where !line.contains("://") {
            #expect(TextWrap.columns(line) <= 72, "\(line)")
        }
        #expect(mail.source.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(
        .enabled(if: Python.path != nil, "python3 is not in PATH"),
        arguments: LanguageSample.foreign)
    func `is read by Python's email package without a defect`(language: LetterLanguage)
        async throws
    {
        for kind in ["digest", "reminders", "channel"] {
            let mail = try LanguageSample.mail(LanguageSample.letter(kind), language)
            let parsed = try await Python.parsedMail(mail.bytes)
            #expect(parsed.defects == [])
            #expect(parsed.headers["Subject"] == mail.subject)
            #expect(parsed.headers["Content-Language"] == language.rawValue)
            #expect(parsed.parts == [mail.text, mail.html])
        }
    }

    @Test func `is named by no header of an English mail`() throws {
        let mail = try LanguageSample.mail(LanguageSample.letter("complaint"), .english)
        #expect(!mail.source.contains("Content-Language"))
        #expect(mail.html.contains("<html lang=\"en\">"))
    }

    @Test(arguments: [
        (
            LetterLanguage.german,
            "Häufung: 9 negative Erwähnungen von Hollow Oak Bakery in 24 Stunden"
        ),
        (.french, "Afflux : 9 mentions négatives de Hollow Oak Bakery en 24 heures"),
        (.spanish, "Aumento: 9 menciones negativas de Hollow Oak Bakery en 24 horas"),
        (.italian, "Picco: 9 menzioni negative di Hollow Oak Bakery in 24 ore"),
        (.dutch, "Piek: 9 negatieve vermeldingen van Hollow Oak Bakery in 24 uur"),
    ])
    func `tells the figures of a surge in the subject`(language: LetterLanguage, subject: String)
        throws
    {
        let mail = try LanguageSample.mail(LanguageSample.letter("surge"), language)
        #expect(mail.subject == "[Hollow Oak Bakery] \(subject)")
    }

    @Test(arguments: LanguageSample.foreign)
    func `is that of the names in a template`(language: LetterLanguage) throws {
        let template = try LetterTemplate(parsing: "{{why}} {{advice}}", use: .text)
        let letter = try LanguageSample.letter("complaint").told(in: language)
        let text = try #require(template.rendered(letter))
        #expect(text.contains(language.book.chat(.advice(.answer))))
        #expect(text.contains("complaints") && !text.contains("stars"))
    }
}
