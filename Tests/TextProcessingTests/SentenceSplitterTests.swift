import Testing
import TextProcessing

struct `A sentence splitter` {
    @Test(arguments: [
        ("Bad. Very bad! Why? Nobody knows…", ["Bad.", "Very bad!", "Why?", "Nobody knows…"]),
        ("Mr. Smith was rude. We left.", ["Mr. Smith was rude.", "We left."]),
        ("It took 4.5 hours. Never again", ["It took 4.5 hours.", "Never again"]),
        ("See example.com for more. Bye.", ["See example.com for more.", "Bye."]),
        ("Title\nText begins here", ["Title", "Text begins here"]),
        ("J. Doe helped us.", ["J. Doe helped us."]),
        ("So did I. It was fine.", ["So did I.", "It was fine."]),
        ("", []), ("...", []), ("\n\n", []), ("no end", ["no end"]),
        ("  padded.  ", ["padded."]), ("😡 Bad. 😀", ["😡 Bad.", "😀"]),
    ])
    func `cuts where a reader would`(_ text: String, _ expected: [String]) {
        let bytes = Array(text.utf8)
        let sentences = SentenceSplitter.sentences(in: text)
            .map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(sentences == expected)
    }
}
