public import FoundationEssentials
import HTTPTypes

/// How much a server lets one client ask, as its answer says.
///
/// Read from the IETF draft's `RateLimit` and `RateLimit-Policy`, its older `RateLimit-Limit`,
/// `-Remaining` and `-Reset`, and the `X-RateLimit-…` and `X-Rate-Limit-…` of most APIs. Of several
/// limits in one answer it is the one with the fewest requests left.
public struct RateLimit: Sendable, Hashable {
    /// Requests in one period.
    public var limit: Int?
    /// Requests left in this period.
    public var remaining: Int?
    /// Seconds until `remaining` is `limit` again, from 0 to a day.
    public var resetAfter: TimeInterval?

    /// A limit; see the properties for what each value means.
    public init(limit: Int? = nil, remaining: Int? = nil, resetAfter: TimeInterval? = nil) {
        self.limit = limit
        self.remaining = remaining
        self.resetAfter = resetAfter
    }

    /// The limit that the fields of an answer tell; nil if they tell nothing that can be read.
    init?(_ headers: HTTPFields, now: Date) {
        self.init()
        let policies = Self.members(headers, "RateLimit-Policy")
        let current = Self.members(headers, "RateLimit")
        if let tightest = current.min(by: { $0.remaining ?? .max < $1.remaining ?? .max }) {
            let policy = policies.first { $0.name == tightest.name }
            limit = tightest.limit ?? policy?.limit
            remaining = tightest.remaining
            resetAfter = tightest.number("t", "reset").flatMap {
                Self.wait(forNumber: $0, now: now)
            }
        }
        for prefix in ["RateLimit-", "X-RateLimit-", "X-Rate-Limit-"] {
            let values = ["Limit", "Remaining", "Reset", "Reset-After"].map { name in
                HTTPField.Name(prefix + name).flatMap { headers[values: $0].first }
            }
            limit = limit ?? Self.count(values[0])
            remaining = remaining ?? Self.count(values[1])
            resetAfter = resetAfter ?? Self.wait(values[3], now: now)
            resetAfter = resetAfter ?? Self.wait(values[2], now: now)
        }
        limit = limit ?? policies.first?.limit
        guard limit != nil || remaining != nil || resetAfter != nil else { return nil }
    }

    private static let longest: TimeInterval = 86_400

    private static func members(_ headers: HTTPFields, _ name: String) -> [RateLimitMember] {
        HTTPField.Name(name).map { headers[values: $0] }?.flatMap(RateLimitMember.list) ?? []
    }

    /// The whole number that `text` begins with; what follows (`.0`, `, 100;w=60`) is left out.
    private static func count(_ text: String?) -> Int? {
        let digits = text?.utf8.prefix { (0x30...0x39).contains($0) }
        return digits.flatMap { Int(String($0) ?? "") }
    }

    /// Seconds from now on that `text` means: a number, or a date of HTTP or ISO 8601.
    private static func wait(_ text: String?, now: Date) -> TimeInterval? {
        guard let text, !text.isEmpty, text.utf8.count <= 40 else { return nil }
        if let number = Double(text) { return wait(forNumber: number, now: now) }
        return ResetDate.date(text, now: now).map { bounded($0.timeIntervalSince(now)) }
    }

    /// Some send the seconds to wait, others the time in seconds or milliseconds since 1970; the
    /// number's size tells which.
    private static func wait(forNumber number: Double, now: Date) -> TimeInterval? {
        guard number.isFinite, number >= 0 else { return nil }
        switch number {
        case 1e11...: return bounded(number / 1000 - now.timeIntervalSince1970)
        case 1e9...: return bounded(number - now.timeIntervalSince1970)
        default: return bounded(number)
        }
    }

    private static func bounded(_ seconds: TimeInterval) -> TimeInterval {
        min(max(seconds, 0), longest)
    }
}

/// One member of the `RateLimit` and `RateLimit-Policy` fields, in the form of the current draft
/// (`"default";r=50;t=30`, `"default";q=100;w=60`) or an older one (`limit=100, remaining=50, reset=30`,
/// `100;w=60`).
struct RateLimitMember: Hashable {
    let name: String
    private var parameters: [String: Double] = [:]

    var limit: Int? {
        (number("q", "limit") ?? Double(name)).flatMap { Int(exactly: $0.rounded()) }
    }
    var remaining: Int? { number("r", "remaining").flatMap { Int(exactly: $0.rounded()) } }

    /// The parameter of one of two names, if it is a number that is not negative.
    func number(_ name: String, _ olderName: String) -> Double? {
        (parameters[name] ?? parameters[olderName]).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    }

    /// All members of one field; those of the oldest form are one.
    static func list(_ field: String) -> [Self] {
        let members = FieldScanner.members(field).prefix(16).map { Self(parts: $0) }
        guard members.contains(where: { $0.isBareParameter }) else { return Array(members) }
        return [
            members.reduce(into: Self(parts: [])) {
                $0.parameters.merge($1.parameters) { first, _ in first }
            }
        ]
    }

    private var isBareParameter: Bool { name.isEmpty && !parameters.isEmpty }

    private init(parts: [String]) {
        var rest = parts[...]
        name = rest.first.flatMap { $0.contains("=") ? nil : $0 } ?? ""
        if !name.isEmpty { rest = rest.dropFirst() }
        for part in rest {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, let number = Double(pair[1]) else { continue }
            parameters[pair[0].lowercased()] = number
        }
    }
}
