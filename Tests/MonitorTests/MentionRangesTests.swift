import Model
import Testing

@testable import Monitor

struct `Numbers of mentions in a log line` {
    @Test(arguments: [
        ([] as [MentionID], ""), ([7], "7"), ([7, 8], "7-8"),
        ([340, 12, 13, 7, 12], "7,12-13,340"),
        (Array(1...5000), "1-5000"), ([.max, 1], "1,9223372036854775807"),
    ])
    func `are joined where they follow each other`(mentions: [MentionID], expected: String) {
        #expect(MentionRanges.text(mentions) == expected)
    }
}
