import Notifying
import Testing

struct `An email address` {
    @Test(arguments: [
        "owner@example.org", "first.last+tag@shop.example", "root@localhost", "o'neil@a-b.example",
        "x_y=z@1a.example", "Owner@Xn--Bckerei-5wa.example",
    ])
    func `is taken as it is written`(text: String) throws {
        #expect(try EmailAddress(parsing: text).description == text)
    }

    @Test(arguments: [
        ("", EmailAddressError.Reason.empty),
        ("owner", .noAt),
        ("owner @example.org", .badCharacter),
        ("owner@example.org\nBcc: thief@example.net", .badCharacter),
        ("owner@example.org\u{0}", .badCharacter),
        ("-oQ/tmp@example.org", .badCharacter),
        ("The Owner <owner@example.org>", .badCharacter),
        ("<owner@example.org>", .notBare),
        ("owner@example.org,deputy@example.org", .notBare),
        ("müller@example.org", .notASCII),
        ("owner@bäckerei.example", .notASCII),
        ("owner@example.org\u{2028}x", .notASCII),
        ("@example.org", .badLocalPart),
        ("a..b@example.org", .badLocalPart),
        (".a@example.org", .badLocalPart),
        ("a.@example.org", .badLocalPart),
        ("\"a b\"@example.org", .badCharacter),
        ("\"ab\"@example.org", .badLocalPart),
        ("a@b@example.org", .badLocalPart),
        ("owner@", .badDomain),
        ("owner@example..org", .badDomain),
        ("owner@-example.org", .badDomain),
        ("owner@exam_ple.org", .badDomain),
        ("owner@[127.0.0.1]", .badDomain),
        (String(repeating: "a", count: 65) + "@example.org", .tooLong),
        ("a@" + String(repeating: "a.", count: 130) + "org", .tooLong),
    ])
    func `is refused with a reason`(text: String, reason: EmailAddressError.Reason) {
        let error = #expect(throws: EmailAddressError.self) { try EmailAddress(parsing: text) }
        #expect(error?.reason == reason)
        #expect(error?.detail.contains("\n") == false)
        #expect((error?.detail.count ?? 0) < 300)
    }
}
