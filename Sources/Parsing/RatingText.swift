import Model

/// Reads ratings that are written out, such as "4/5", "4,5 von 5 Sternen" or "★★★☆☆".
///
/// A scale that ends at 5 starts at 1, as stars do, unless the value lies below; every other scale
/// starts at 0.
enum RatingText {
    /// The rating that a field made for ratings holds: any of the forms below, or a number alone,
    /// which is one of `scale`; nil if it is none or lies outside.
    static func rating(inField text: String, scale: ClosedRange<Double> = 1...5) -> Rating? {
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
        var scanner = RatingScanner(RatingScanner.folded(text))
        guard let value = scanner.number(), scanner.isAtEnd else { return nil }
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

    /// A quick look that spares most texts the scan: a digit or star near one of the ends.
    private static func mayHoldRating(_ text: String) -> Bool {
        let isSign: (UInt8) -> Bool = { (0x30...0x39).contains($0) || $0 == 0xE2 }
        return text.utf8.prefix(40).contains(where: isSign)
            || text.utf8.suffix(40).contains(where: isSign)
    }
}
