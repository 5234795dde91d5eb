import Foundation
import Notifying
import Testing

@testable import Settings

struct `The language of letters` {
    private static func languages(_ main: String) throws -> [LetterLanguage?] {
        let folder = try ConfigurationFolder(main, files: ["url": "https://hooks.example/T0/abc"])
        #expect(folder.problems().filter { $0.contains("error") } == [])
        return try folder.settings().channels.map { channel in
            switch channel.kind {
            case .sendmail(let mail): mail.language
            case .smtp(let mail): mail.language
            case .webhook(let hook): hook.language
            case .exec: nil
            }
        }
    }

    private static let channels = """
        channels:
          - {id: a, type: sendmail, from: r@example.org, to: o@example.org}
          - {id: b, type: slack, url_file: url, language: fr}
          - {id: c, type: sendmail, from: r@example.org, to: o@example.org, language: DE-at}
          - {id: d, type: exec, command: [/bin/true]}

        """

    @Test func `is English, unless a channel names another`() throws {
        #expect(try Self.languages(Self.channels) == [.english, .french, .german, nil])
    }

    @Test func `is that of the business where a channel names none`() throws {
        let main = "business: {language: nl}\n" + Self.channels
        #expect(try Self.languages(main) == [.dutch, .french, .german, nil])
    }

    @Test func `is that of the business for a channel in a drop-in file too`() throws {
        let folder = try ConfigurationFolder(
            "business: {language: it}\n",
            files: [
                "repute.d/a.yaml": Self.channels, "repute.d/url": "https://hooks.example/T0/abc",
            ])
        guard case .sendmail(let mail) = try #require(try folder.settings().channels.first).kind
        else { throw NotMail() }
        #expect(mail.language == .italian)
    }

    private struct NotMail: Error {}

    @Test(arguments: [
        ("pl", "`language` needs one of en, de, fr, es, it, nl, found `pl`"),
        ("german", "found `german`, did you mean `de`?"),
        ("[de, fr]", "`language` needs one of en, de, fr, es, it, nl, found a list"),
        ("''", "`language` needs one of en, de, fr, es, it, nl, found ``"),
    ])
    func `has to be one that letters are written in`(value: String, message: String) throws {
        let mail = "channels:\n  - {id: a, type: sendmail, from: r@x.example, to: o@x.example, "
        let folder = try ConfigurationFolder("\(mail)language: \(value)}\n")
        let found = folder.problems().joined(separator: "\n")
        #expect(found.contains("repute.yaml:2:75: error: ") && found.contains(message), "\(found)")
        let business = try ConfigurationFolder("business:\n  language: \(value)\n")
        let other = business.problems().joined(separator: "\n")
        #expect(other.contains("repute.yaml:2:13: error: ") && other.contains(message), "\(other)")
    }

    @Test(arguments: ["type: webhook, url_file: url", "type: exec, command: [/bin/true]"])
    func `is no key of channels for programs`(keys: String) throws {
        let folder = try ConfigurationFolder(
            "channels:\n  - {id: a, \(keys), language: de}\n",
            files: ["url": "https://hooks.example/T0/abc"])
        let found = folder.problems().joined(separator: "\n")
        #expect(found.contains("has no `language`"), "\(found)")
    }

    @Test func `is no part of a channel's address`() throws {
        let digests = try ["en", "de"].map { code in
            let mail = "channels:\n  - {id: a, type: sendmail, from: r@x.example, to: o@x.example, "
            return try ConfigurationFolder("\(mail)language: \(code)}\n").settings().channels
                .map(\.addressDigest)
        }
        #expect(digests[0] == digests[1])
    }
}
