public import FoundationEssentials

/// The `Retry-After` field (RFC 9110, section 10.2.3).
public enum RetryAfter {
    /// The longest wait that is believed, in seconds: a day.
    private static let longest: TimeInterval = 86_400

    /// The wait in seconds that `value` asks for, from a number or a date, brought into 0 to a day; nil
    /// if it is neither.
    public static func seconds(_ value: String, now: Date) -> TimeInterval? {
        if !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return min(Double(value) ?? longest, longest)
        }
        guard let date = HTTPDate.date(value, now: now) else { return nil }
        return min(max(date.timeIntervalSince(now), 0), longest)
    }
}
