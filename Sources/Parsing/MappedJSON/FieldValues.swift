import FoundationEssentials
import Model

/// A value that was looked for: found, absent, or there and not understood.
struct FieldReading<Value> {
    var value: Value?
    var isUnreadable = false
}

/// Finds the values of fields in a payload and reads them.
struct FieldValues {
    let root: JSONNode
    let timeZone: TimeZone?
    private var lookups: [ObjectIdentifier: LookupIndex] = [:]

    /// The objects that a lookup finds, by key.
    private struct LookupIndex {
        /// Kept, so that its identity belongs to no other.
        let alternative: FieldPlan.Alternative
        var objects: [String: JSONNode] = [:]
    }

    init(root: JSONNode, timeZone: TimeZone?) {
        self.root = root
        self.timeZone = timeZone
    }

    /// The first string or number that an alternative gives.
    mutating func string(_ field: FieldPlan, in item: JSONNode) -> String? {
        for alternative in field.alternatives {
            if let found = string(alternative, in: item) { return found }
        }
        return nil
    }

    /// The first address, and whether entries share it.
    mutating func address(
        _ field: FieldPlan, in item: JSONNode
    ) -> (address: String, isShared: Bool)? {
        for alternative in field.alternatives {
            if let found = string(alternative, in: item) {
                return (found, alternative.isShared)
            }
        }
        return nil
    }

    /// The first text, freed from the mark-up that its alternative names.
    mutating func text(_ field: FieldPlan, in item: JSONNode) -> RawText? {
        for alternative in field.alternatives {
            if let found = text(alternative, in: item) { return found }
        }
        return nil
    }

    /// The text that an alternative gives, freed from the mark-up that it names.
    mutating func text(_ alternative: FieldPlan.Alternative, in item: JSONNode) -> RawText? {
        guard var found = string(alternative, in: item) else { return nil }
        if alternative.keepsOriginal { found = TranslatedReview.original(of: found) }
        switch alternative.format {
        case .plain: return .plain(found)
        case .html: return .html(found)
        case .escaped: return .html(EscapedText.html(found))
        case .markdown: return .html(EscapedText.html(MarkdownText.plainText(found)))
        case .bbcode: return .plain(BBCodeText.plainText(found))
        }
    }

    /// The first date that can be read.
    mutating func date(_ field: FieldPlan, in item: JSONNode) -> FieldReading<Date> {
        var reading = FieldReading<Date>()
        for alternative in field.alternatives {
            guard let text = text(of: alternative, in: item, readsFlags: false) else { continue }
            if let date = MappedDate.date(text, as: alternative.time, timeZone: timeZone) {
                return FieldReading(value: date)
            }
            reading.isUnreadable = true
        }
        return reading
    }

    /// The first rating that can be read and lies on its scale.
    mutating func rating(_ field: FieldPlan, in item: JSONNode) -> FieldReading<Rating> {
        var reading = FieldReading<Rating>()
        for alternative in field.alternatives {
            guard let text = string(alternative, in: item) else { continue }
            if let rating = RatingText.rating(inField: text, scale: alternative.scale) {
                return FieldReading(value: rating)
            }
            reading.isUnreadable = true
        }
        return reading
    }

    /// The value of an alternative as text, replaced by what its table has for it.
    private mutating func string(
        _ alternative: FieldPlan.Alternative, in item: JSONNode
    ) -> String? {
        let text = text(of: alternative, in: item, readsFlags: true)
        guard let text, let table = alternative.values else { return text }
        return table[text]
    }

    /// The value of an alternative as it is; with `readsFlags`, a Boolean counts as text.
    private mutating func text(
        of alternative: FieldPlan.Alternative, in item: JSONNode, readsFlags: Bool
    ) -> String? {
        let value: JSONNode?
        switch alternative.origin {
        case .path(let path): value = path.first(in: item, root: root)
        case .template(let template): return template.text(of: item, root: root)?.trimmed
        case .lookup(let lookup):
            value = self.value(of: lookup, in: alternative, for: item)
        }
        return readsFlags ? value?.words : value?.text
    }

    /// The field of the object that `item` refers to; the list is indexed at its first use.
    private mutating func value(
        of lookup: FieldLookup, in alternative: FieldPlan.Alternative, for item: JSONNode
    ) -> JSONNode? {
        guard let match = lookup.match.first(in: item, root: root)?.text else { return nil }
        let identity = ObjectIdentifier(alternative)
        if lookups[identity] == nil {
            var index = LookupIndex(alternative: alternative)
            for candidate in lookup.list.values(in: root, root: root).flatMap({ $0.items ?? [$0] })
            {
                guard let key = lookup.key.first(in: candidate, root: root)?.text else { continue }
                index.objects[key] = candidate
            }
            lookups[identity] = index
        }
        return lookups[identity]?.objects[match].flatMap {
            lookup.take.first(in: $0, root: root)
        }
    }
}
