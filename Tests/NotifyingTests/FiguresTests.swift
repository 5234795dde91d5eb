import Testing

@testable import Notifying

struct `The figures` {
    @Test(arguments: [
        (-0.94, 2, "−0.94"), (1.55, 1, "+1.6"), (0, 1, "0.0"), (-0.04, 1, "0.0"), (-1, 2, "−1.00"),
        (.nan, 1, "0.0"), (-.infinity, 1, "0.0"), (1e300, 1, "+1000000.0"),
    ])
    func `have a sign and fixed decimals`(value: Double, decimals: Int, text: String) {
        #expect(Figures.english.signed(value, decimals: decimals) == text)
    }

    @Test(arguments: [(4.0, "4"), (3.5, "3.5"), (-2.0, "−2"), (0.0, "0"), (-0.01, "0")])
    func `are short where they are whole`(value: Double, text: String) {
        #expect(Figures.english.short(value) == text)
    }

    @Test(arguments: [(7, "7"), (999, "999"), (1000, "1,000"), (12_345_678, "12,345,678")])
    func `have their thousands parted`(number: Int, text: String) {
        #expect(Figures.english.count(number) == text)
    }
}
