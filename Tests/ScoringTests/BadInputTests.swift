import Model
import Testing

@testable import Scoring

struct `A text of any bytes` {
    private let scorer = SentimentScorer(lexicon: .embedded)

    private func reading(_ bytes: [UInt8]) -> TextReading {
        let session = ScoringSession(scorer, language: "en")
        return bytes.withUnsafeBufferPointer {
            session.reading(of: $0, target: nil, explains: false)
        }
    }

    private static func bytes(_ piece: String, count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + piece.utf8.count)
        while bytes.count < count { bytes += piece.utf8 }
        return bytes
    }

    /// What each takes at most a byte, beyond reading it.
    @Test(arguments: [
        "a", "good ", "not ", "#good", "#worstservice ", "!", "good!", "😡", "\u{200D}", "\u{301}",
        "\u{202E}", "\0", "but ", "never again ", "gooood ", "?!", "...", "\u{FFFD}",
    ])
    func `of a million bytes takes steps in proportion`(_ piece: String) {
        let reading = reading(Self.bytes(piece, count: 1_000_000))
        #expect(reading.steps <= 2_000_000)
        #expect((-1...1).contains(reading.verdict.score))
        #expect((0...1).contains(reading.verdict.confidence))
    }

    private static let damaged: [([UInt8], Sentiment.Label)] = [
        (Array("\u{1}rude and awful staff".utf8), .negative),
        ([0xFF, 0xFE, 0x20, 0x72, 0x75, 0x64, 0x65], .negative),
        (Array("rude\0and awful\0staff".utf8), .negative),
        ([0xC3, 0x67, 0x6F, 0x6F, 0x64, 0xE2, 0x82], .positive),
        (Array("\u{202B}rude, awful staff\u{202C}".utf8), .negative),
        (Array("ru\u{200D}de and aw\u{AD}ful staff".utf8), .negative),
        (Array("THE STAFF IS RUDE AND AWFUL".utf8), .negative),
        ([], .unscored), ([0x80], .unscored), ([0], .unscored),
        (Array("!!!!".utf8), .unscored), (Array("\u{301}\u{301}".utf8), .unscored),
        (Array("😡".utf8), .negative),
    ]

    @Test(arguments: damaged)
    func `is mended and read`(_ bytes: [UInt8], _ label: Sentiment.Label) {
        bytes.withUnsafeBufferPointer { buffer in
            let verdict = scorer.verdict(of: buffer, language: "en")
            #expect(verdict.label == label, "\(verdict)")
            let text = String(decoding: buffer, as: UTF8.self)
            #expect(verdict == scorer.verdict(text: text, language: "en"))
            #expect(verdict.score == scorer.score(text: text, language: "en").score)
        }
    }

    @Test func `leaves nothing behind for the next one`() {
        let session = ScoringSession(scorer, language: nil)
        let texts = [
            "The staff was rude, awful and dirty! Never again, what a scam.", "Good.", "",
            "#NotHappy but lovely", "Das Essen war kalt und der Kellner sehr unfreundlich.",
        ]
        for text in texts + texts.reversed() {
            let alone = scorer.score(text: text, language: nil)
            #expect(session.sentiment(of: text, target: nil) == alone)
            Array(text.utf8).withUnsafeBufferPointer {
                #expect(session.verdict(of: $0).score == alone.score)
            }
        }
    }
}
