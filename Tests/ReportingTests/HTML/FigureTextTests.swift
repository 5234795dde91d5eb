import Foundation
import Testing

@testable import Reporting

struct `A figure` {
    @Test(
        arguments: [
            (nil, Measure.Unit.count, "–"), (.nan, .share, "–"), (.infinity, .duration, "–"),
            (0, .count, "0"), (1204, .count, "1,204"), (1_234_567, .count, "1,234,567"),
            (-1204, .count, "−1,204"), (0.364, .share, "36 %"), (0.004, .share, "0.4 %"),
            (0, .share, "0 %"), (1, .share, "100 %"), (-0.06, .share, "−6 %"),
            (4.118, .stars, "4.12"),
            (32.4, .netPromoterScore, "+32"), (-8, .netPromoterScore, "−8"),
            (0, .netPromoterScore, "0"), (-0.4, .score, "−0.40"), (45, .duration, "45 s"),
            (1200, .duration, "20 min"), (3599, .duration, "1 h"),
            (12_000, .duration, "3 h 20 min"),
            (86_400, .duration, "1 d"), (187_000, .duration, "2 d 4 h"),
            (864_000, .duration, "10 d"), (1e15, .count, "–"), (1e11, .duration, "34722 d"),
        ] as [(Double?, Measure.Unit, String)])
    func `is written by its unit`(value: Double?, unit: Measure.Unit, text: String) {
        #expect(FigureText.text(value, unit) == text)
    }

    @Test(arguments: [
        (0.18...0.38, Measure.Unit.share, "18–38 %"), (3.9...4.3, .stars, "3.90–4.30"),
        (2...1400, .count, "2–1,400"), (-12...40, .netPromoterScore, "−12 to +40"),
        (7200...97_200, .duration, "2 h to 1 d 3 h"), (-0.1...0.2, .score, "−0.10 to +0.20"),
        (-.infinity ... .infinity, .share, "– to –"),
    ])
    func `has an interval with the unit once`(
        interval: ClosedRange<Double>, unit: Measure.Unit, text: String
    ) {
        #expect(FigureText.interval(interval, unit) == text)
    }
}
