/// Tells random strings, such as access tokens, from words, slugs and short numbers.
enum TokenShape {
    /// Whether `text` looks like a token; one pass.
    ///
    /// A token is a UUID, a JSON Web Token, 20 or more digits or letters and digits in one run, or a
    /// shorter or divided run that changes between kinds of characters as no word does.
    static func matches(_ text: Substring) -> Bool {
        if text.hasPrefix("eyJ"), text.utf8.count >= 20 { return true }
        guard text.utf8.count >= 16 else { return false }
        var run = Run()
        var whole = Run()
        var previous: Kind?
        for byte in text.utf8 {
            let kind = Kind(byte)
            whole.add(kind, after: previous)
            if kind == .other {
                if run.isToken { return true }
                run = Run()
            } else {
                run.add(kind, after: previous == .other ? nil : previous)
            }
            previous = kind
        }
        return run.isToken || whole.isDividedToken || isUUID(text)
    }

    private enum Kind {
        case lower, upper, digit, other

        init(_ byte: UInt8) {
            self =
                switch byte {
                case 0x61...0x7A: .lower
                case 0x41...0x5A: .upper
                case 0x30...0x39: .digit
                default: .other
                }
        }
    }

    private struct Run {
        private var length = 0
        private var digits = 0
        private var lowers = 0
        private var uppers = 0
        private var changes = 0

        mutating func add(_ kind: Kind, after previous: Kind?) {
            switch kind {
            case .lower: lowers += 1
            case .upper: uppers += 1
            case .digit: digits += 1
            case .other: return
            }
            length += 1
            // A capital at the start of a word is no sign of chance.
            if let previous, previous != .other, previous != kind,
                !(previous == .upper && kind == .lower)
            {
                changes += 1
            }
        }

        var isToken: Bool {
            if length >= 20, digits > 0, changes > 1 || digits == length { return true }
            if length >= 24, changes >= 5 { return true }
            return length >= 16 && digits > 0 && changes >= 4
        }

        /// Base64url has `-` and `_` inside.
        var isDividedToken: Bool {
            length >= 24 && digits > 0 && lowers > 0 && uppers > 0 && changes >= 6
        }
    }

    private static func isUUID(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.allSatisfy { $0.isHexDigit && $0.isASCII } }
    }
}
