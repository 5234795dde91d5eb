import FoundationEssentials
import Model

/// Makes entries of the items of a payload and counts what could not be used.
struct MappedEntries {
    let mapping: RecipeMapping
    var builder: EntryBuilder
    private var strangeItems = 0
    private var unreadRatings = 0
    private var unreadDates = 0
    private var personalAuthors = 0

    init(mapping: RecipeMapping, builder: EntryBuilder) {
        self.mapping = mapping
        self.builder = builder
    }

    /// Adds the entry that `item` describes, unless the mapping drops it.
    mutating func add(_ item: JSONValue, values: inout FieldValues) {
        guard item.object != nil else {
            strangeItems += 1
            return
        }
        if mapping.drop.contains(where: { $0.holds(for: item, root: values.root) }) { return }
        var draft = EntryDraft()
        draft.id = string(.id, item, &values)
        if let field = mapping.fields[.url], let found = values.address(field, in: item) {
            draft.url = found.address
            draft.ownsURL = !found.isShared
        }
        draft.title = text(.title, item, &values)
        draft.text = text(.text, item, &values)
        draft.author = author(of: item, &values)
        draft.language = string(.language, item, &values)
        draft.replyText = text(.reply, item, &values)
        draft.published = date(.published, item, &values)
        draft.updated = date(.updated, item, &values)
        draft.replyDate = date(.replyDate, item, &values)
        draft.readsRatingFromText = mapping.readsRatingFromText
        if let field = mapping.fields[.rating] {
            let reading = values.rating(field, in: item)
            draft.rating = reading.value
            if reading.isUnreadable { unreadRatings += 1 }
        }
        builder.add(draft)
    }

    /// The entries, and notes about what was left out.
    mutating func finish() -> (entries: [Entry], notes: [String]) {
        var result = builder.finish()
        if strangeItems > 0 {
            result.notes.append(
                "\(counted(strangeItems, "item is", "items are")) no objects and left out.")
        }
        if unreadRatings > 0 {
            result.notes.append(
                "\(counted(unreadRatings, "rating", "ratings")) could not be read or lay off the "
                    + "scale, and left out.")
        }
        if unreadDates > 0 {
            result.notes.append(
                "\(counted(unreadDates, "date", "dates")) could not be read and left out.")
        }
        if personalAuthors > 0 {
            result.notes.append(
                "\(counted(personalAuthors, "author was", "authors were")) a mail address, a phone "
                    + "number or an IP address and left out.")
        }
        return result
    }

    /// The author's name; nil where what stands in its place is no name but leads to the person.
    private mutating func author(
        of item: JSONValue, _ values: inout FieldValues
    ) -> String? {
        guard let field = mapping.fields[.author] else { return nil }
        for alternative in field.alternatives {
            guard let name = values.text(alternative, in: item)?.line else {
                continue
            }
            if alternative.isHandle || !PersonalValue.isOne(name) { return name }
            personalAuthors += 1
            return nil
        }
        return nil
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }

    private func string(
        _ name: RecipeField, _ item: JSONValue, _ values: inout FieldValues
    ) -> String? {
        mapping.fields[name].flatMap { values.string($0, in: item) }
    }

    private func text(
        _ name: RecipeField, _ item: JSONValue, _ values: inout FieldValues
    ) -> RawText? {
        mapping.fields[name].flatMap { values.text($0, in: item) }
    }

    private mutating func date(
        _ name: RecipeField, _ item: JSONValue, _ values: inout FieldValues
    ) -> Date? {
        guard let field = mapping.fields[name] else { return nil }
        let reading = values.date(field, in: item)
        if reading.isUnreadable { unreadDates += 1 }
        return reading.value
    }
}
