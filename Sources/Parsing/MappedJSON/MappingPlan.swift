/// The fields of a mapping, laid out to be asked of every item of a payload.
///
/// An item is asked for each field in turn; here that needs no look-up by name and copies nothing.
struct MappingPlan {
    let id: FieldPlan
    let url: FieldPlan
    let title: FieldPlan
    let text: FieldPlan
    let author: FieldPlan
    let published: FieldPlan
    let updated: FieldPlan
    let rating: FieldPlan
    let language: FieldPlan
    let reply: FieldPlan
    let replyDate: FieldPlan
    let reportURL: FieldPlan
    let drop: [RecipeCondition]
    let readsRatingFromText: Bool

    init(_ mapping: RecipeMapping) {
        func plan(_ field: RecipeField) -> FieldPlan {
            mapping.fields[field].map(FieldPlan.init) ?? FieldPlan.none
        }
        id = plan(.id)
        url = plan(.url)
        title = plan(.title)
        text = plan(.text)
        author = plan(.author)
        published = plan(.published)
        updated = plan(.updated)
        rating = plan(.rating)
        language = plan(.language)
        reply = plan(.reply)
        replyDate = plan(.replyDate)
        reportURL = plan(.reportURL)
        drop = mapping.drop
        readsRatingFromText = mapping.readsRatingFromText
    }
}

/// The alternatives of one field.
struct FieldPlan: Sendable {
    static let none = FieldPlan(FieldMapping([]))

    /// One place of a value; shared, since its many parts cost more to copy than the value to find.
    final class Alternative: Sendable {
        let origin: FieldAlternative.Origin
        let format: FieldAlternative.TextFormat
        let time: FieldAlternative.TimeFormat
        let scale: ClosedRange<Double>
        let values: [String: String]?
        let keepsOriginal: Bool
        let isShared: Bool
        let isHandle: Bool

        init(_ alternative: FieldAlternative) {
            origin = alternative.origin
            format = alternative.format
            time = alternative.time
            scale = alternative.scale
            values = alternative.values
            keepsOriginal = alternative.keepsOriginal
            isShared = alternative.isShared
            isHandle = alternative.isHandle
        }
    }

    let alternatives: [Alternative]

    init(_ field: FieldMapping) {
        alternatives = field.alternatives.map(Alternative.init)
    }
}
