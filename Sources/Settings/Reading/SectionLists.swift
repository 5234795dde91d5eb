import Model
import TextProcessing

extension Section {
    /// The items of a list of maps, such as `sources`; empty where there is none.
    func items(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        guard case .list(let items) = node.content else {
            problems.error(
                node.place, "`\(key)` needs a list, found \(node.kindName)",
                "begin each item with `- `")
            return []
        }
        return items
    }

    /// The texts of a list of single values; one single value counts as a list of one.
    func strings(_ key: String, needs: String) -> [Placed<String>] {
        guard let node = node(key) else { return [] }
        let items: [YAMLNode]
        switch node.content {
        case .scalar: items = [node]
        case .list(let list): items = list
        case .map:
            problems.error(
                node.place, "`\(key)` needs \(needs) or a list of them, found a map")
            return []
        }
        return items.compactMap { item in
            guard case .scalar(let text, _) = item.content, !item.isNull, !trimmed(text).isEmpty
            else {
                let found = item.kindName == "a single value" ? "an empty text" : item.kindName
                problems.error(item.place, "`\(key)` needs \(needs) here, found \(found)")
                return nil
            }
            return Placed(value: trimmed(text), place: item.place)
        }
    }

    /// The entries of a map whose keys are names of the owner's choice, such as `headers`.
    func entries(_ key: String) -> [YAMLNode.Entry] {
        guard let node = node(key) else { return [] }
        guard case .map(let entries) = node.content else {
            problems.error(
                node.place, "`\(key)` needs a map of names and values, found \(node.kindName)",
                "write `NAME: VALUE` lines below it, indented")
            return []
        }
        return entries
    }

    /// A word out of a closed list.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type = Value.self
    ) -> Placed<Value>? where Value.RawValue == String {
        let names = Value.allCases.map(\.rawValue)
        guard let text = scalar(key, needs: Self.oneOf(names)) else { return nil }
        return choice(text, key: key)
    }

    /// Words out of a closed list.
    func choices<Value: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Value.Type = Value.self
    ) -> [Placed<Value>] where Value.RawValue == String {
        strings(key, needs: Self.oneOf(Value.allCases.map(\.rawValue)))
            .compactMap { choice($0, key: key) }
    }

    private func choice<Value: RawRepresentable & CaseIterable>(
        _ text: Placed<String>, key: String
    ) -> Placed<Value>? where Value.RawValue == String {
        if let value = Value(rawValue: text.value) {
            return Placed(value: value, place: text.place)
        }
        let names = Value.allCases.map(\.rawValue)
        problems.error(
            text.place, "`\(key)` needs \(Self.oneOf(names)), found `\(shown(text.value))`",
            NearestName.question(text.value, among: names))
        return nil
    }

    /// A name that keeps the rules of identifiers.
    func identifier<Subject>(
        _ key: String, of subject: Subject.Type = Subject.self
    ) -> Placed<Identifier<Subject>>? {
        guard let text = scalar(key, needs: "a name such as `my-\(block.itemName)`") else {
            return nil
        }
        return identifier(text, key: key)
    }

    /// Names that keep the rules of identifiers.
    func identifiers<Subject>(
        _ key: String, of subject: Subject.Type = Subject.self
    ) -> [Placed<Identifier<Subject>>] {
        strings(key, needs: "a name").compactMap { identifier($0, key: key) }
    }

    private func identifier<Subject>(
        _ text: Placed<String>, key: String
    ) -> Placed<Identifier<Subject>>? {
        if let identifier = Identifier<Subject>(rawValue: text.value) {
            return Placed(value: identifier, place: text.place)
        }
        let proposal = Self.identifierText(for: text.value)
        problems.error(
            text.place,
            "`\(key)` needs a name of a–z, 0–9, `-` and `_`, 64 at most, found `\(shown(text.value))`",
            proposal.map { "write `\($0)`" })
        return nil
    }

    /// A proper identifier near to `text`; nil where nothing is left of it.
    private static func identifierText(for text: String) -> String? {
        var proposal = ""
        for character in text.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                proposal.append(character)
            } else if !proposal.isEmpty, proposal.last != "-" {
                proposal.append("-")
            }
        }
        while proposal.last == "-" { proposal.removeLast() }
        return proposal.isEmpty || proposal.count > 64 ? nil : proposal
    }

    private static func oneOf(_ names: [String]) -> String {
        "one of " + names.joined(separator: ", ")
    }
}

extension SettingsBlock {
    /// What an item of the block is called in a message, such as `source`.
    var itemName: String {
        guard let end = path.firstIndex(of: "["), path[end...].hasPrefix("[]") else { return path }
        let list = path[..<end]
        if list.hasSuffix("ies") { return list.dropLast(3) + "y" }
        return list.hasSuffix("s") ? String(list.dropLast()) : path
    }
}

/// `text` without white space at its ends.
func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
}
