/// Why a template of the owner's can't be used, and where in its file.
public struct TemplateError: Error, Sendable, Hashable {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case tooLarge = "too-large"
        case badTag = "bad-tag"
        case unsupportedTag = "unsupported-tag"
        case unknownName = "unknown-name"
        case wrongUse = "wrong-use"
        case unclosed
        case badResult = "bad-result"
    }

    /// Which rule it breaks.
    public var reason: Reason
    /// What is wrong and what to do, as one sentence without its full stop.
    public var detail: String
    /// Counted from 1.
    public var line: Int
    /// Counted in Unicode scalars from 1, as editors do.
    public var column: Int
    /// The name that is not known, without what stands around it; nil for other reasons.
    public var name: String?
    /// The names that are known there; empty for other reasons.
    public var known: [String]

    init(
        _ reason: Reason, _ detail: String, line: Int = 1, column: Int = 1, name: String? = nil,
        known: [String] = []
    ) {
        self.reason = reason
        self.detail = OneLine.text(detail, limit: 400)
        self.line = line
        self.column = column
        self.name = name
        self.known = known
    }
}
