import FoundationEssentials
import Model

/// A value that was looked for: found, absent, or there and not understood.
struct FieldReading<Value> {
    var value: Value?
    var isUnreadable = false
}

/// Finds the values of fields in a payload and reads them.
struct FieldValues {
    let root: JSONValue
    let timeZone: TimeZone?
    private var lookups: [FieldLookup: [String: JSONValue]] = [:]

    init(root: JSONValue, timeZone: TimeZone?) {
        self.root = root
        self.timeZone = timeZone
    }

    /// The first string or number that an alternative gives.
    mutating func string(_ field: FieldMapping, in item: JSONValue) -> String? {
        for alternative in field.alternatives {
            if let found = string(alternative, in: item) { return found }
        }
        return nil
    }

    /// The first address, and whether entries share it.
    mutating func address(
        _ field: FieldMapping, in item: JSONValue
    ) -> (address: String, isShared: Bool)? {
        for alternative in field.alternatives {
            if let found = string(alternative, in: item) { return (found, alternative.isShared) }
        }
        return nil
    }

    /// The first text, freed from the mark-up that its alternative names.
    mutating func text(_ field: FieldMapping, in item: JSONValue) -> RawText? {
        for alternative in field.alternatives {
            if let found = text(alternative, in: item) { return found }
        }
        return nil
    }

    /// The text that an alternative gives, freed from the mark-up that it names.
    mutating func text(_ alternative: FieldAlternative, in item: JSONValue) -> RawText? {
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
    mutating func date(_ field: FieldMapping, in item: JSONValue) -> FieldReading<Date> {
        var reading = FieldReading<Date>()
        for alternative in field.alternatives {
            guard let found = scalar(alternative, in: item), let text = found.text else { continue }
            if let date = MappedDate.date(text, as: alternative.time, timeZone: timeZone) {
                return FieldReading(value: date)
            }
            reading.isUnreadable = true
        }
        return reading
    }

    /// The first rating that can be read and lies on its scale.
    mutating func rating(_ field: FieldMapping, in item: JSONValue) -> FieldReading<Rating> {
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
    private mutating func string(_ alternative: FieldAlternative, in item: JSONValue) -> String? {
        guard let value = scalar(alternative, in: item) else { return nil }
        let text: String?
        if case .bool(let flag) = value {
            text = flag ? "true" : "false"
        } else {
            text = value.text
        }
        guard let text, let table = alternative.values else { return text }
        return table[text]
    }

    private mutating func scalar(
        _ alternative: FieldAlternative, in item: JSONValue
    ) -> JSONValue? {
        switch alternative.origin {
        case .path(let path): path.first(in: item, root: root)
        case .template(let template): template.text(of: item, root: root).map { .string($0) }
        case .lookup(let lookup): value(of: lookup, for: item)
        }
    }

    /// The field of the object that `item` refers to; the list is indexed at its first use.
    private mutating func value(of lookup: FieldLookup, for item: JSONValue) -> JSONValue? {
        guard let match = lookup.match.first(in: item, root: root)?.text else { return nil }
        if lookups[lookup] == nil {
            var index: [String: JSONValue] = [:]
            for candidate in lookup.list.values(in: root, root: root).flatMap({ $0.items ?? [$0] })
            {
                guard let key = lookup.key.first(in: candidate, root: root)?.text else { continue }
                index[key] = candidate
            }
            lookups[lookup] = index
        }
        return lookups[lookup]?[match].flatMap { lookup.take.first(in: $0, root: root) }
    }
}
