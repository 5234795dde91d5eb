/// Figures as people read them, each by its unit.
public enum FigureText {
    /// `1,204`, `36 %`, `4.12`, `+32`, `−0.40`, `3 h 20 min`; `–` for nil and what is not finite.
    ///
    /// Shares have no decimals, but one below 1 %. A minus is U+2212.
    public static func text(_ value: Double?, _ unit: Measure.Unit) -> String {
        guard let value, value.isFinite, abs(value) < 1e12 else { return "–" }
        switch unit {
        case .share: return bare(value, unit) + " %"
        case .duration: return duration(value)
        default: return bare(value, unit)
        }
    }

    /// Both ends, with the unit once: `18–38 %`, `3.9–4.3`, `−12 to +40`, `2 h to 1 d 3 h`.
    public static func interval(_ interval: ClosedRange<Double>, _ unit: Measure.Unit) -> String {
        let (lower, upper) = (interval.lowerBound, interval.upperBound)
        switch unit {
        case .count, .stars: return "\(text(lower, unit))–\(text(upper, unit))"
        case .share where lower.isFinite && upper.isFinite:
            return "\(bare(lower, unit))–\(text(upper, unit))"
        default: return "\(text(lower, unit)) to \(text(upper, unit))"
        }
    }

    /// The number with thousands parted, such as `12,400`; a minus where it is negative.
    public static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }

    /// A length of time in its two greatest units: `45 s`, `20 min`, `3 h 20 min`, `2 d 4 h`, `40 d`.
    public static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite else { return "–" }
        let whole = Int(min(max(seconds, 0), 3e9).rounded())
        let minutes = (whole + 30) / 60
        let hours = (whole + 1800) / 3600
        if whole < 60 { return "\(whole) s" }
        if minutes < 60 { return "\(minutes) min" }
        if minutes < 1440 { return pair(minutes / 60, "h", minutes % 60, "min") }
        if hours < 240 { return pair(hours / 24, "d", hours % 24, "h") }
        return "\((whole + 43_200) / 86_400) d"
    }

    private static func pair(
        _ great: Int, _ greatName: String, _ small: Int, _ smallName: String
    ) -> String {
        small == 0 ? "\(great) \(greatName)" : "\(great) \(greatName) \(small) \(smallName)"
    }

    private static func bare(_ value: Double, _ unit: Measure.Unit) -> String {
        switch unit {
        case .count: return count(Int(value.rounded()))
        case .share:
            let percent = value * 100
            let isTiny = abs(percent) >= 0.05 && abs(percent) < 1
            return SentimentText.decimal(percent, places: isTiny ? 1 : 0)
                .replacing("-", with: "−")
        case .stars: return SentimentText.decimal(value, places: 2)
        case .netPromoterScore: return SentimentText.signed(value, places: 0)
        case .score: return SentimentText.signed(value)
        case .duration: return duration(value)
        }
    }
}
