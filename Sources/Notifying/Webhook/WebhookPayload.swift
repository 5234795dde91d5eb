import Model

/// The body of a webhook message, version 1; `docs/webhook.md` is its manual.
///
/// A payload stays below 256 KiB: long texts are cut and say so, and of very many mentions the
/// first are told and the others counted. It is a pure function of the letter, the same for every
/// attempt.
struct WebhookPayload {
    /// The version of the schema; it grows when a field changes its meaning or goes.
    static let version: Int64 = 1
    static let maxSize = 256 * 1024

    /// How many notices about sources are told.
    static let noticeLimit = 50
    /// How many tellings of a story are told.
    static let copyLimit = 10

    /// How much of everything is told.
    struct Extent {
        var mentions: Int
        /// In UTF-8 bytes.
        var text: Int
        var contributions: Int
    }

    /// The extents, widest first; the last fits whatever the mentions hold.
    static let extents = [
        Extent(mentions: 100, text: 8000, contributions: 50),
        Extent(mentions: 100, text: 1500, contributions: 10),
        Extent(mentions: 20, text: 500, contributions: 5),
        Extent(mentions: 1, text: 500, contributions: 5),
    ]

    /// The JSON, UTF-8, without white space.
    let bytes: [UInt8]

    init(_ letter: Letter) {
        var bytes: [UInt8] = []
        for extent in Self.extents {
            bytes = Self.message(letter, extent).bytes
            if bytes.count < Self.maxSize { break }
        }
        self.bytes = bytes
    }

    private static func message(_ letter: Letter, _ extent: Extent) -> JSONText {
        let alert = letter.alert
        let told = letter.mentions.prefix(extent.mentions)
        let notices = alert.notices.prefix(noticeLimit).map { notice($0, letter) }
        let further = Int64(alert.notices.count - notices.count)
        return .object([
            "type": .string(typeName(of: letter)),
            "version": .integer(version),
            "timestamp": .string(alert.createdAt.rfc3339),
            "data": .object([
                "business": short(letter.business, 200),
                "alert": self.alert(alert, letter),
                "furtherAlerts": .array(
                    letter.further.prefix(noticeLimit).map { self.alert($0, letter) }),
                "mentions": .array(told.map { mention($0, letter, extent) }),
                "mentionsOmitted": .integer(Int64(letter.mentions.count - told.count)),
                "notices": .array(notices),
                "noticesOmitted": .integer(further),
                "digest": letter.digest.map { PayloadDigest($0, letter, extent).json } ?? .null,
                "channel": letter.channelState.map { channel($0, letter) } ?? .null,
            ]),
        ])
    }

    /// What a receiver tells messages apart by.
    private static func typeName(of letter: Letter) -> String {
        if letter.isAboutSources { return "source.alert" }
        return switch letter.alert.kind {
        case .mentions, .sources: "mention.alert"
        default: letter.alert.kind.rawValue + ".alert"
        }
    }

    private static func alert(_ alert: Alert, _ letter: Letter) -> JSONText {
        let period = alert.period.map { period in
            JSONText.object([
                "start": .string(period.start.rfc3339), "end": .string(period.end.rfc3339),
            ])
        }
        return .object([
            "id": .integer(alert.id),
            "rule": .string(alert.rule.rawValue),
            "severity": .string(alert.severity.rawValue),
            "reason": short(alert.reason, 1000),
            "brand": alert.brand.map { brand($0, terms: nil, letter) } ?? .null,
            "mentionCount": .integer(count(of: alert, letter)),
            "kind": .string(alert.kind.rawValue),
            "weighing": alert.weighing.map { short($0, 1000) } ?? .null,
            "period": period ?? .null,
            "channel": .optional(alert.channel?.rawValue),
        ])
    }

    /// How many mentions of the alert the letter still has.
    private static func count(of alert: Alert, _ letter: Letter) -> Int64 {
        guard !letter.further.isEmpty else { return Int64(letter.mentions.count) }
        let own = Set(alert.mentions + alert.notices.flatMap(\.mentions))
        return Int64(letter.mentions.count { own.contains($0.id) })
    }

    private static func channel(_ state: ChannelState, _ letter: Letter) -> JSONText {
        .object([
            "id": .string(state.channel.rawValue),
            "works": .bool(!state.isInTrouble),
            "failures": .integer(Int64(state.failures)),
            "failingSince": .optional(state.failingSince?.rfc3339),
            "disabledAt": .optional(state.disabledAt?.rfc3339),
            "lastError": state.lastError.map { short($0, 1000) } ?? .null,
            "lastDelivery": .optional(state.lastDelivery?.rfc3339),
            "waitingLetters": .integer(Int64(letter.waitingLetters)),
        ])
    }

    static func mention(
        _ mention: Mention, _ letter: Letter, _ extent: Extent
    ) -> JSONText {
        let entry = mention.entry
        let sentiment = mention.sentiment
        let text = entry.text.map { cut($0, extent.text) }
        let counted = sentiment.contributions.prefix(extent.contributions)
        let edited: JSONText = letter.edits[mention.id].map { edit($0, extent) } ?? .null
        let shared: JSONText = letter.incidents[mention.id].map { story($0, letter) } ?? .null
        let url: String? = entry.url.flatMap { $0.utf8.count <= 2000 ? $0 : nil }
        let title: JSONText = entry.title.map { short($0, 500) } ?? .null
        let author: JSONText = entry.author.map { short($0, 200) } ?? .null
        let score: JSONText = sentiment.label == .unscored ? .null : .number(sentiment.score)
        let omitted = Int64(sentiment.contributions.count - counted.count)
        let brands = mention.brands.prefix(5).map { brand($0.brand, terms: $0.terms, letter) }
        return .object([
            "id": .integer(mention.id),
            "source": .object([
                "id": .string(mention.source.rawValue),
                "title": short(letter.title(of: mention.source), 200),
                "kind": .string(mention.kind.rawValue),
            ]),
            "brands": .array(brands),
            "url": .optional(url),
            "title": title,
            "text": .optional(text?.text),
            "textTruncated": .bool(text?.isCut ?? false),
            "author": author,
            "published": .optional(entry.published?.rfc3339),
            "occurredAt": .string(mention.occurredAt.rfc3339),
            "language": .optional(sentiment.language),
            "rating": entry.rating.map(rating) ?? .null,
            "score": score,
            "label": .string(sentiment.label.rawValue),
            "confidence": .number(sentiment.confidence),
            "basis": .string(sentiment.basis.rawValue),
            "ratingDisagreesWithText": .bool(sentiment.disagrees),
            "contributions": .array(counted.map { contribution($0) }),
            "contributionsOmitted": .integer(omitted),
            "edited": edited,
            "story": shared,
            "delistedAt": .optional(mention.delistedAt?.rfc3339),
            "waiting": letter.reminders[mention.id].map(waiting) ?? .null,
        ])
    }

    /// For how long a mention has waited for an answer.
    private static func waiting(_ reminder: Letter.Reminder) -> JSONText {
        .object([
            "since": .string(reminder.since.rfc3339), "reminders": .integer(Int64(reminder.count)),
        ])
    }

    /// What a mention said before the edit that is told.
    private static func edit(_ earlier: Letter.Wording, _ extent: Extent) -> JSONText {
        let text = earlier.text.map { cut($0, extent.text) }
        return .object([
            "at": .string(earlier.replacedAt.rfc3339),
            "title": earlier.title.map { short($0, 500) } ?? .null,
            "text": .optional(text?.text),
            "textTruncated": .bool(text?.isCut ?? false),
            "rating": earlier.rating.map(rating) ?? .null,
            "score": earlier.label == .unscored ? .null : .number(earlier.score),
            "label": .string(earlier.label.rawValue),
        ])
    }

    /// Who else tells a story.
    private static func story(_ incident: Incident, _ letter: Letter) -> JSONText {
        let told = incident.copies.prefix(copyLimit)
        let mentions: [JSONText] = told.map { copy in
            .object([
                "id": .integer(copy.mention),
                "source": source(copy.source, letter),
                "url": .optional(WebLink.checked(copy.url)),
                "firstSeen": .string(copy.firstSeen.rfc3339),
            ])
        }
        return .object([
            "id": .integer(incident.id),
            "siteCount": .integer(Int64(incident.siteCount)),
            "mentions": .array(mentions),
            "mentionsOmitted": .integer(Int64(incident.copies.count - told.count)),
        ])
    }

    private static func notice(_ notice: SourceNotice, _ letter: Letter) -> JSONText {
        .object([
            "id": .integer(notice.id),
            "kind": .string(notice.kind.rawValue),
            "source": source(notice.source, letter),
            "detail": short(notice.detail, 1000),
            "at": .string(notice.at.rfc3339),
            "since": .optional(notice.since?.rfc3339),
            "lastRead": .optional(letter.lastReads[notice.source]?.rfc3339),
            "mentions": .array(notice.mentions.prefix(100).map { .integer($0) }),
        ])
    }

    static func source(_ id: SourceID, _ letter: Letter) -> JSONText {
        .object(["id": .string(id.rawValue), "title": short(letter.title(of: id), 200)])
    }

    private static func brand(_ id: BrandID, terms: [String]?, _ letter: Letter) -> JSONText {
        let name = short(letter.name(of: id), 200)
        guard let terms else { return .object(["id": .string(id.rawValue), "name": name]) }
        let matched = terms.prefix(5).map { short($0, 100) }
        return .object(["id": .string(id.rawValue), "name": name, "terms": .array(matched)])
    }

    private static func rating(_ rating: Rating) -> JSONText {
        .object([
            "value": .number(rating.value), "min": .number(rating.min), "max": .number(rating.max),
        ])
    }

    private static func contribution(_ item: Contribution) -> JSONText {
        .object([
            "term": short(item.term, 100),
            "start": .integer(Int64(item.span.lowerBound)),
            "end": .integer(Int64(item.span.upperBound)),
            "valence": .number(item.valence),
            "weight": .number(item.weight),
            "rules": .array(item.rules.prefix(8).map { short($0, 100) }),
        ])
    }

    /// The first `limit` UTF-8 bytes of `text`, or fewer where that would split a character.
    private static func cut(_ text: String, _ limit: Int) -> (text: String, isCut: Bool) {
        let utf8 = text.utf8
        guard var end = utf8.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
            end < text.endIndex
        else { return (text, false) }
        while end > text.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return (String(text[..<end]), true)
    }

    /// `text`, ending in `…` where it is longer than `limit` bytes.
    static func short(_ text: String, _ limit: Int) -> JSONText {
        let (kept, isCut) = cut(text, limit)
        return .string(isCut ? kept + "…" : kept)
    }
}
