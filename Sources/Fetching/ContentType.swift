/// The `Content-Type` field (RFC 9110, section 8.3).
struct ContentType: Hashable {
    /// In lower case, without parameters; nil if there is none.
    let mediaType: String?
    /// In lower case, without quotes; nil if none is named.
    let charset: String?

    init(_ value: String?) {
        let parts = (value ?? "").split(separator: ";", omittingEmptySubsequences: false)
            .map { Self.trimmed($0) }
        mediaType = parts.first.flatMap { $0.contains("/") ? $0.lowercased() : nil }
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                guard let equals = part.firstIndex(of: "="),
                    Self.trimmed(part[..<equals]).lowercased() == "charset"
                else { return nil }
                let name = part[part.index(after: equals)...].filter {
                    !$0.isWhitespace && $0 != "\"" && $0 != "'"
                }
                return name.isEmpty ? nil : name.lowercased()
            }.first
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...end]
    }
}
