import FoundationEssentials

extension RetentionSettings {
    static let standard = RetentionSettings(
        mentions: nil, sources: [:], authors: nil, outbox: 30 * 86_400)

    /// Reads `retention`; what is absent or wrong keeps its default.
    init(_ section: Section) {
        self = .standard
        if let age = section.retention("mentions") { mentions = age }
        if let age = section.retention("authors") { authors = age }
        if let age = section.retention("outbox") { outbox = age }
    }
}

extension Section {
    /// Seconds, from a day on, `.some(nil)` for `forever`; nil where the key is absent or wrong.
    func retention(_ key: String) -> TimeInterval?? {
        if case .scalar("forever", _) = node(key)?.content { return .some(nil) }
        guard has(key) else { return nil }
        return duration(key, in: 86_400...36_500 * 86_400).map { .some($0.value) }
    }

    /// A path, as seen from the file that names it.
    func path(_ key: String) -> Placed<String>? {
        string(key, needs: "a path").map {
            Placed(value: context.resolved($0.value), place: $0.place)
        }
    }

    /// Paths, one or a list, as seen from the file that names them.
    func paths(_ key: String) -> [Placed<String>] {
        strings(key, needs: "a path").map {
            Placed(value: context.resolved($0.value), place: $0.place)
        }
    }
}
