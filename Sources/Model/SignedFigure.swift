/// A number with its sign, as people read it: `−0.82`, `+1.9`, `0.00`.
public enum SignedFigure {
    /// The value with `places` decimals, 0 to 6; `–` for what is not finite.
    ///
    /// The minus is U+2212, as wide as the plus. What rounds to zero has no sign.
    public static func text(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "–" }
        let unit = (0..<min(max(places, 0), 6)).reduce(1) { unit, _ in unit * 10 }
        let scaled = Int((abs(value) * Double(unit)).rounded())
        var digits = String(scaled / unit)
        if unit > 1 { digits += "." + String(scaled % unit + unit).dropFirst() }
        guard scaled > 0 else { return digits }
        return (value < 0 ? "−" : "+") + digits
    }
}
