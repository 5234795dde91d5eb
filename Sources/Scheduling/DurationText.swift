public import FoundationEssentials

/// Durations as people write them in a configuration: `90s`, `15m`, `1h30m`, `30d`, `1w`.
public enum DurationText {
    private static let units: [(name: Character, seconds: Int)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// The seconds that `text` means; nil if it is not whole numbers, each followed by one of `w d h m
    /// s`, largest unit first and none twice, or is more than a century.
    public static func seconds(_ text: String) -> TimeInterval? {
        var total = 0
        var digits = ""
        var rest = units[...]
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                guard digits.count <= 10 else { return nil }
                continue
            }
            guard let number = Int(digits),
                let index = rest.firstIndex(where: { $0.name == character })
            else { return nil }
            total += number * units[index].seconds
            guard total <= 100 * 366 * 86_400 else { return nil }
            rest = units[(index + 1)...]
            digits = ""
        }
        return digits.isEmpty && !text.isEmpty ? TimeInterval(total) : nil
    }

    /// The shortest text that `seconds(_:)` reads as this many whole seconds, and of equally short ones
    /// that with the largest unit; what is negative or not a number counts as 0.
    public static func text(_ seconds: TimeInterval) -> String {
        let total = whole(seconds)
        guard total > 0 else { return "0s" }
        var candidates = units.compactMap { unit in
            total % unit.seconds == 0 ? "\(total / unit.seconds)\(unit.name)" : nil
        }
        var rest = total
        candidates.append(
            units.reduce(into: "") { text, unit in
                if rest >= unit.seconds { text += "\(rest / unit.seconds)\(unit.name)" }
                rest %= unit.seconds
            })
        return candidates.min { $0.count < $1.count } ?? "\(total)s"
    }

    /// About how long that is, for a person: `45 s`, `20 min`, `3 h`, `2 days`, `5 weeks`, `2 years`.
    public static func approximate(_ seconds: TimeInterval) -> String {
        let total = whole(seconds.rounded())
        switch total {
        case ..<60: return "\(total) s"
        case ..<3570: return "\(rounded(total, by: 60)) min"
        case ..<84_600: return "\(rounded(total, by: 3600)) h"
        case ..<(14 * 86_400 - 43_200): return count(rounded(total, by: 86_400), "day")
        case ..<(52 * 604_800): return count(rounded(total, by: 604_800), "week")
        default: return count(max(rounded(total, by: 31_556_952), 1), "year")
        }
    }

    private static func whole(_ seconds: TimeInterval) -> Int {
        guard seconds.isFinite, seconds > 0 else { return 0 }
        return Int(min(seconds.rounded(), 1e15))
    }

    private static func rounded(_ total: Int, by unit: Int) -> Int { (total + unit / 2) / unit }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
