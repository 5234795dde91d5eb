import FoundationEssentials
import Scheduling
import TextProcessing

/// Why a key can't stand where it stands, and what to do about it.
struct KeyRefusal {
    var message: String
    var cure: String?
}

/// One map of a configuration file, read key by key with the type that each key has.
///
/// Nothing throws: a value that can't be taken is recorded as a problem and read as nil, as if it
/// were absent, so that the reading goes on to the next problem.
struct Section {
    let block: SettingsBlock
    let context: ReadingContext
    let place: Place
    private let entries: [String: YAMLNode.Entry]

    var problems: ProblemCollector { context.problems }

    /// Takes a map whose keys are all in `block`; other keys are recorded as problems.
    ///
    /// Nothing at all (`key:` with everything below it commented out) is an empty map. `refusal` may
    /// say more about a key that is not in `block`.
    init?(
        _ node: YAMLNode, _ block: SettingsBlock, _ context: ReadingContext, name: String,
        refusal: (String) -> KeyRefusal? = { _ in nil }
    ) {
        self.block = block
        self.context = context
        place = node.place
        if node.isNull {
            entries = [:]
            return
        }
        guard case .map(let list) = node.content else {
            context.problems.error(
                node.place, "`\(name)` needs a map of keys and values, found \(node.kindName)")
            return nil
        }
        entries = Dictionary(list.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in list where !block.knows(entry.key) {
            if let refusal = refusal(entry.key) {
                problems.error(entry.place, refusal.message, refusal.cure)
            } else {
                reportUnknown(entry)
            }
        }
    }

    private func reportUnknown(_ entry: YAMLNode.Entry) {
        let names = block.keys.map(\.name)
        let secretForms = ["_file", "_credential"].map { entry.key + $0 }.filter(block.knows)
        if let form = secretForms.first {
            problems.error(
                entry.place, "`\(entry.key)` is a secret and does not belong into this file",
                "write it into a file of its own and give `\(form): PATH`")
            return
        }
        let question = NearestName.question(entry.key, among: names)
        problems.error(
            entry.place, "unknown key `\(shown(entry.key))`",
            question ?? "known here: \(names.joined(separator: ", "))")
    }

    /// Whether the key stands there, with or without a value.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Where the key stands; the place of the map itself where it does not.
    func place(of key: String) -> Place { entries[key]?.place ?? place }

    /// The keys in no order.
    var keys: [String] { entries.keys.sorted() }

    /// The value of a key that may be a list or a map; nil where there is none.
    func node(_ key: String) -> YAMLNode? {
        assert(block.knows(key), "\(key) is not in the table of \(block.path)")
        guard let value = entries[key]?.value, !value.isNull else { return nil }
        return value
    }

    /// Records that `key` is missing.
    func require(_ key: String, _ what: String, of owner: String) {
        guard !has(key) else { return }
        problems.error(place, "\(owner) has no `\(key)`", what)
    }
}

extension Section {
    /// The text of a single value; `needs` says in a message what it has to be.
    func scalar(_ key: String, needs: String) -> Placed<String>? {
        assert(block.knows(key), "\(key) is not in the table of \(block.path)")
        guard let entry = entries[key] else { return nil }
        guard !entry.value.isNull else {
            problems.error(entry.place, "`\(key)` has no value", "give it \(needs) or remove it")
            return nil
        }
        guard case .scalar(let text, _) = entry.value.content else {
            problems.error(
                entry.value.place, "`\(key)` needs \(needs), found \(entry.value.kindName)")
            return nil
        }
        return Placed(value: text, place: entry.value.place)
    }

    private func converted<Value>(
        _ key: String, needs: String, _ convert: (String) -> Value?
    ) -> Placed<Value>? {
        guard let text = scalar(key, needs: needs) else { return nil }
        guard let value = convert(text.value) else {
            problems.error(text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`")
            return nil
        }
        return Placed(value: value, place: text.place)
    }

    /// A text that is not empty and at most 10,000 bytes long.
    func string(_ key: String, needs: String = "a text") -> Placed<String>? {
        converted(key, needs: needs) {
            let text = trimmed($0)
            return text.isEmpty || text.utf8.count > 10_000 ? nil : text
        }
    }

    func bool(_ key: String) -> Bool? {
        converted(key, needs: "`true` or `false`") {
            switch $0.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }?.value
    }

    func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
        converted(key, needs: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            guard let number = Int($0), range.contains(number) else { return nil }
            return number
        }?.value
    }

    func number(_ key: String, in range: ClosedRange<Double>) -> Placed<Double>? {
        let bounds = [range.lowerBound, range.upperBound].map {
            $0 == $0.rounded() ? String(Int($0)) : String($0)
        }
        return converted(key, needs: "a number from \(bounds[0]) to \(bounds[1])") {
            guard let number = Double($0), range.contains(number) else { return nil }
            return number
        }
    }

    /// Seconds, from a text such as `15m`, within `range`.
    func duration(_ key: String, in range: ClosedRange<TimeInterval>) -> Placed<TimeInterval>? {
        let bounds = (DurationText.text(range.lowerBound), DurationText.text(range.upperBound))
        let needs = "a duration from \(bounds.0) to \(bounds.1), such as `15m` or `2h`"
        return converted(key, needs: needs) {
            guard let seconds = DurationText.seconds($0), range.contains(seconds) else {
                return nil
            }
            return seconds
        }
    }

    /// Bytes, from a text such as `8MiB`, within `range`.
    func byteCount(_ key: String, in range: ClosedRange<Int>) -> Int? {
        let needs =
            "a size from \(ByteCountText.text(range.lowerBound)) to "
            + "\(ByteCountText.text(range.upperBound)), such as `8MiB`"
        return converted(key, needs: needs) {
            guard let bytes = ByteCountText.bytes($0), range.contains(bytes) else { return nil }
            return bytes
        }?.value
    }
}
