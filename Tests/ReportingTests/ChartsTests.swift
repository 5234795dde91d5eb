import Testing

@testable import Reporting

struct `A chart` {
    @Test func `of a trend scales to its greatest value`() {
        #expect(Charts.sparkline([0, 1, 4, 8]) == " ▁▄█")
        #expect(Charts.sparkline([0, 0]) == "  ")
        #expect(Charts.sparkline([.nan, -1, 2]) == "  █")
        #expect(Charts.sparkline([]) == "")
    }

    @Test(arguments: [
        (0.0, ""), (1.0, "████"), (0.5, "██"), (0.53, "██▏"), (0.001, "▏"), (7, "████"),
    ])
    func `of a share is a bar`(share: Double, bar: String) {
        #expect(Charts.bar(share, width: 4) == bar)
    }

    @Test(arguments: [(1.0, "★☆☆☆☆"), (3.5, "★★★★☆"), (5, "★★★★★"), (.nan, "☆☆☆☆☆"), (99, "★★★★★")])
    func `of a rating is five stars`(stars: Double, text: String) {
        #expect(Charts.stars(stars) == text)
    }
}
