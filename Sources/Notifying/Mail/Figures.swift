/// Numbers as people read them, by the customs of a language.
struct Figures: Sendable {
    /// Between the whole and its fraction.
    var decimalSign: Character
    /// Between groups of three digits.
    var groupSign: Character
    /// Digits from which on they are grouped.
    var leastGrouped = 4

    static let english = Figures(decimalSign: ".", groupSign: ",")

    /// A value with its sign and `decimals` digits behind the point, such as `−0.82` or `+1.1`.
    ///
    /// Zero has no sign. The minus is U+2212, as wide as the plus.
    func signed(_ value: Double, decimals: Int) -> String {
        let text = plain(abs(value), decimals: decimals)
        guard text.contains(where: { ("1"..."9").contains($0) }) else { return text }
        return (value < 0 ? "−" : "+") + text
    }

    /// A value that is not negative with `decimals` digits behind the point, at most 1,000,000.
    func plain(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { product, _ in product * 10 }
        let bounded = value.isFinite ? min(max(value, 0), 1_000_000) : 0
        let scaled = Int((bounded * Double(scale)).rounded())
        guard decimals > 0 else { return String(scaled) }
        let digits = String(scaled % scale)
        return String(scaled / scale) + String(decimalSign)
            + String(repeating: "0", count: decimals - digits.utf8.count) + digits
    }

    /// The number without needless digits, such as `4` or `3.5`; a minus where it is negative.
    func short(_ value: Double) -> String {
        let text = plain(abs(value), decimals: 1)
        let bare = text.hasSuffix("\(decimalSign)0") ? String(text.dropLast(2)) : text
        return value < 0 && bare != "0" ? "−" + bare : bare
    }

    /// A count with thousands parted, such as `12,400`.
    func count(_ number: Int) -> String {
        let digits = String(number)
        guard digits.utf8.count >= leastGrouped else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(groupSign) }
            text.append(digit)
        }
        return text
    }

    /// A number with a decimal point and without groups, with the sign of the language in its place.
    func localized(_ number: String) -> String {
        String(number.map { $0 == "." ? decimalSign : $0 })
    }
}
