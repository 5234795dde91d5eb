import FoundationEssentials
import Model

/// Makes entries of the items of a payload and counts what could not be used.
struct MappedEntries {
    private let plan: MappingPlan
    var builder: EntryBuilder
    private var strangeItems = 0
    private var unreadRatings = 0
    private var unreadDates = 0
    private var personalAuthors = 0

    init(mapping: RecipeMapping, builder: EntryBuilder) {
        plan = MappingPlan(mapping)
        self.builder = builder
    }

    /// Adds the entry that `item` describes, unless the mapping drops it.
    mutating func add(_ item: JSONNode, values: inout FieldValues) {
        guard item.isObject else {
            strangeItems += 1
            return
        }
        if plan.drop.contains(where: { $0.holds(for: item, root: values.root) }) { return }
        var draft = EntryDraft()
        draft.id = values.string(plan.id, in: item)
        if let found = values.address(plan.url, in: item) {
            draft.url = found.address
            draft.ownsURL = !found.isShared
        }
        draft.title = values.text(plan.title, in: item)
        draft.text = values.text(plan.text, in: item)
        draft.author = author(of: item, &values)
        draft.language = values.string(plan.language, in: item)
        draft.replyText = values.text(plan.reply, in: item)
        draft.reportURL = values.string(plan.reportURL, in: item)
        draft.published = date(plan.published, item, &values)
        draft.updated = date(plan.updated, item, &values)
        draft.replyDate = date(plan.replyDate, item, &values)
        draft.readsRatingFromText = plan.readsRatingFromText
        let rating = values.rating(plan.rating, in: item)
        draft.rating = rating.value
        if rating.isUnreadable { unreadRatings += 1 }
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
        of item: JSONNode, _ values: inout FieldValues
    ) -> String? {
        for alternative in plan.author.alternatives {
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

    private mutating func date(
        _ field: FieldPlan, _ item: JSONNode, _ values: inout FieldValues
    ) -> Date? {
        let reading = values.date(field, in: item)
        if reading.isUnreadable { unreadDates += 1 }
        return reading.value
    }
}
