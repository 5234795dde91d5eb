import Foundation
import Model
import Testing

struct `A secret` {
    private let secret = Secret("  hunter-2\n")

    @Test func `is never shown by printing, interpolating, dumping or reflecting`() {
        var dumped = ""
        dump(secret, to: &dumped)
        let header = Source.Header(name: "Authorization", value: secret)
        let shown = [
            "\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])",
            "\(Optional(secret) as Any)", dumped, "\(header)", String(reflecting: header),
        ]
        for text in shown {
            #expect(!text.contains("hunter"))
            #expect(text.contains("•••"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func `stays hidden in what holds it`() {
        let source = Source(
            id: SourceID(trusted: "reviews"), url: Secret("https://x.example/?key=hunter-2"),
            kind: .review, headers: [Source.Header(name: "X-Key", value: secret)])
        var dumped = ""
        dump(source, to: &dumped)
        #expect(!dumped.contains("hunter"))
        #expect(!"\(source)".contains("hunter"))
    }

    @Test func `is revealed without the white space around it`() {
        #expect(secret.reveal() == "hunter-2")
        #expect(Secret("a b\r\n").reveal() == "a b")
        #expect(secret == Secret("hunter-2"))
    }

    @Test func `is empty if there is only white space`() {
        #expect(Secret(" \r\n\t").isEmpty)
        #expect(Secret("").isEmpty)
        #expect(!secret.isEmpty)
    }
}
