import Model

extension Section {
    /// Request headers: `NAME: VALUE`, or `NAME: {file: PATH}` for values that are secrets.
    func headers(_ key: String) -> [Source.Header] {
        var names: Set<String> = []
        return entries(key).compactMap { entry in
            let token = entry.key.utf8
            guard !token.isEmpty, token.count <= 100, token.allSatisfy(HeaderName.isTokenCharacter)
            else {
                problems.error(entry.place, "`\(shown(entry.key))` is not the name of a header")
                return nil
            }
            guard !HeaderName.reserved.contains(entry.key.lowercased()) else {
                problems.error(
                    entry.place, "the header `\(entry.key)` is set by Repute itself", "remove it")
                return nil
            }
            guard names.insert(entry.key.lowercased()).inserted else {
                problems.error(entry.place, "the header `\(entry.key)` stands twice here")
                return nil
            }
            return headerValue(entry).map { Source.Header(name: entry.key, value: $0) }
        }
    }

    private func headerValue(_ entry: YAMLNode.Entry) -> Secret? {
        switch entry.value.content {
        case .map: return secretValue(entry)
        case .scalar(let text, _) where !entry.value.isNull:
            if HeaderName.isSecret(entry.key) {
                problems.error(
                    entry.value.place,
                    "the value of `\(entry.key)` is a secret and does not belong into this file",
                    "write it into a file of its own and give `\(entry.key): {file: PATH}`")
                return nil
            }
            let isSendable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            guard isSendable else {
                problems.error(
                    entry.value.place, "the value of `\(entry.key)` has a line break in it")
                return nil
            }
            return Secret(text)
        default:
            problems.error(
                entry.value.place,
                "the header `\(entry.key)` needs a text or `{file: PATH}`, found "
                    + entry.value.kindName)
            return nil
        }
    }

    private func secretValue(_ entry: YAMLNode.Entry) -> Secret? {
        let name = "headers.\(entry.key)"
        guard let section = Section(entry.value, .headerValue, context, name: name) else {
            return nil
        }
        let reader = SecretFile(context: context)
        let prefix = section.string("prefix").map { $0.value + " " } ?? ""
        if section.has("file"), section.has("credential") {
            problems.error(
                section.place(of: "credential"), "`file` and `credential` both stand here",
                "keep one of them")
            return nil
        }
        let secret: Secret?
        if let path = section.string("file", needs: "the path of a file") {
            secret = reader.secret(path: path.value, place: path.place)
        } else if let credential = section.string("credential", needs: "the name of a credential") {
            secret = reader.credential(credential.value, place: credential.place)
        } else {
            if !section.has("file"), !section.has("credential") {
                problems.error(
                    section.place, "the header `\(entry.key)` has no value",
                    "give `{file: PATH}` or `{credential: NAME}`")
            }
            return nil
        }
        return secret.map { Secret(prefix + $0.reveal()) }
    }
}

/// What is known of header names.
enum HeaderName {
    /// The headers that the poller owns: framing, conditions and compression.
    static let reserved: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "if-none-match",
        "if-modified-since", "accept-encoding", "user-agent", "te", "upgrade",
    ]

    /// RFC 9110's `tchar`.
    static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// Whether values of the header are secrets as a rule.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["auth", "cookie", "token", "secret", "password", "key"].contains {
            name.contains($0)
        }
    }
}
