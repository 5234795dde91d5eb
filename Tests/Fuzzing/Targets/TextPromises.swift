import TextProcessing

/// What is promised of texts, wherever they come from.
enum TextPromises {
    /// Plain text of a stranger: not empty, no white space at its ends, no control characters but, where
    /// it has lines, line feeds.
    static func checkPlain(
        _ text: String?, _ what: String, isLine: Bool = false
    ) throws(BrokenPromise) {
        guard let text else { return }
        let scalars = text.unicodeScalars
        try promise(!scalars.isEmpty, "\(what) is empty instead of nil")
        try promise(
            scalars.first?.properties.isWhitespace == false
                && scalars.last?.properties.isWhitespace == false,
            "\(what) has white space at an end: \(text.debugDescription)")
        let isClean = scalars.allSatisfy { !isControl($0) || $0 == "\n" && !isLine }
        try promise(isClean, "\(what) holds a control character: \(text.debugDescription)")
    }

    /// A sentence of ours: not empty, and nothing in it that drives a terminal.
    static func checkSentence(_ text: String?, _ what: String) throws(BrokenPromise) {
        guard let text else { return }
        try promise(!text.isEmpty, "\(what) says nothing")
        try promise(
            !text.unicodeScalars.contains(where: isControl),
            "\(what) holds a control character: \(text.debugDescription)")
    }

    /// C0, DEL and C1.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// An absolute web address without anything that ends it early.
    static func checkAddress(_ url: String?, _ what: String) throws(BrokenPromise) {
        guard let url else { return }
        try promise(
            url.utf8.starts(with: "http://".utf8) || url.utf8.starts(with: "https://".utf8),
            "\(what) is no web address: \(url)")
        try promise(
            url.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"<>\"".unicodeScalars.contains($0)
            },
            "\(what) holds what no address may: \(url.debugDescription)")
    }

    /// A range of UTF-8 offsets that lies in `text` and splits no character of Unicode.
    static func checkSpan(_ span: Range<Int>, in text: String, _ what: String) throws(BrokenPromise)
    {
        let bytes = text.utf8
        try promise(
            span.lowerBound >= 0 && span.upperBound <= bytes.count, "\(what) \(span) lies outside")
        for offset in [span.lowerBound, span.upperBound] where offset < bytes.count {
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: offset)]
            try promise(byte & 0xC0 != 0x80, "\(what) \(span) splits a character")
        }
    }
}
