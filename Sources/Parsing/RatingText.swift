import Model

/// Reads ratings that are written out, such as "4/5", "4,5 von 5 Sternen" or "★★★☆☆".
///
/// A scale that ends at 5 starts at 1, as stars do, unless the value lies below; every other scale
/// starts at 0.
enum RatingText {
    /// The rating that a field made for ratings holds: any of the forms below, or a number alone,
    /// which is one of `scale`; nil if it is none or lies outside.
    static func rating(inField text: String, scale: ClosedRange<Double> = 1...5) -> Rating? {
        if let value = shortNumber(text) {
            return Rating(value: value, min: scale.lowerBound, max: scale.upperBound)
        }
        let bytes = RatingScanner.folded(text)
        var scanner = RatingScanner(bytes)
        if let found = scanner.match(at: 0), found.end == bytes.count { return found.rating }
        scanner = RatingScanner(bytes)
        guard let value = scanner.number() else { return nil }
        if scanner.isAtEnd {
            return Rating(value: value, min: scale.lowerBound, max: scale.upperBound)
        }
        if scanner.take("%"), scanner.isAtEnd { return Rating(value: value, min: 0, max: 100) }
        return nil
    }

    /// The number that a field holds and nothing else; nil if it holds none.
    static func number(inField text: String) -> Double? {
        if let value = shortNumber(text) { return value }
        var scanner = RatingScanner(RatingScanner.folded(text))
        guard let value = scanner.number(), scanner.isAtEnd else { return nil }
        return value
    }

    /// The number that `text` is where it is one to three digits and nothing more, as most are.
    private static func shortNumber(_ text: String) -> Double? {
        guard (1...3).contains(text.utf8.count) else { return nil }
        var value = 0.0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Double(byte - 0x30)
        }
        return value
    }

    /// The rating that stands clearly at the start or the end of `text`, or is the whole of it.
    ///
    /// A fraction in a sentence, a date or a "24/7" is none: a bare "4/5" or "8/10" counts only if
    /// punctuation or a line's end sets it apart.
    static func rating(inProse text: String) -> Rating? {
        guard mayHoldRating(text) else { return nil }
        let head = RatingScanner.folded(text, first: 120)
        if let found = RatingScanner(head).prefixRating() { return found }
        let tail = RatingScanner.folded(text, last: 60)
        return RatingScanner(tail).suffixRating()
    }

    /// A quick look that spares most texts the scan: a digit or a star near one of the ends.
    private static func mayHoldRating(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let head = bytes.indices.prefix(40)
            let tail = bytes.indices.suffix(40)
            func isSign(_ index: Int) -> Bool {
                if (0x30...0x39).contains(bytes[index]) { return true }
                guard bytes[index] == 0xE2, index + 1 < bytes.count else { return false }
                // ★ and ☆ are E2 98 85 and 86, ⭐ is E2 AD 90.
                return bytes[index + 1] == 0x98 || bytes[index + 1] == 0xAD
            }
            return head.contains(where: isSign) || tail.contains(where: isSign)
        }
    }
}
