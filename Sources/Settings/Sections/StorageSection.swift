import FoundationEssentials

extension RetentionSettings {
    static let standard = RetentionSettings(mentions: nil, outbox: 30 * 86_400)

    /// Reads `retention`; what is absent or wrong keeps its default.
    init(_ section: Section) {
        self = .standard
        mentions = section.retention("mentions", otherwise: mentions)
        outbox = section.retention("outbox", otherwise: outbox)
    }
}

extension Section {
    /// Seconds, nil for `forever`; `otherwise` where the key is absent or wrong.
    fileprivate func retention(_ key: String, otherwise: TimeInterval?) -> TimeInterval? {
        if case .scalar("forever", _) = node(key)?.content { return nil }
        guard has(key) else { return otherwise }
        return duration(key, in: 86_400...36_500 * 86_400)?.value ?? otherwise
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
