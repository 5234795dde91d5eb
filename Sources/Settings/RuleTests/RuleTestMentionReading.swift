import FoundationEssentials
import Matching
import Model
import TextProcessing

extension RuleTestReader {
    /// Reads a mention; `expected` is nil where it has an `expect` of its own.
    func mention(
        _ node: YAMLNode, _ context: ReadingContext, isFirst: Bool,
        expected: [RuleTestExpectation]?
    ) -> RuleTestMention? {
        guard let section = Section(node, .testMention, context, name: "mention") else {
            return nil
        }
        let isAlone = expected != nil
        if isAlone, section.has("expect") {
            section.problems.error(
                section.place(of: "expect"), "`expect` stands in `mention`",
                "write it beside `mention`")
        } else if !isAlone {
            section.require("expect", "say what becomes of it, or `none`", of: "this mention")
        }
        let expected = expected ?? expectations(section)
        let source = source(section)
        let kind = kind(section, source)
        let brands = brands(section, source, kind)
        let wording = section.wording()
        if wording == RuleTestWording(aspects: [:]) {
            section.problems.error(
                section.place, "this mention says nothing", "give it a `text` or `stars`")
        }
        let author = section.string("author")?.value
        let history = section.authorHistory(isNamed: author != nil)
        let after = section.after(isFirst: isFirst)
        guard let expected else { return nil }
        return RuleTestMention(
            line: section.place.line, after: after,
            source: source?.id ?? RuleTestMention.unnamedSource, kind: kind,
            genre: source.map(\.genre) ?? Genre(of: kind), brands: brands, wording: wording,
            editedFrom: section.wordingBefore(), author: author, authorHistory: history,
            url: section.string("url", needs: "an address")?.value,
            language: section.languages("language").first,
            sites: section.int("sites", in: 1...1000) ?? 1,
            isBaseline: section.bool("first_poll") ?? false, expected: expected)
    }

    private func kind(_ section: Section, _ source: Source?) -> Source.Kind {
        let kind: Placed<Source.Kind>? = section.choice("kind")
        if section.has("kind"), section.has("source") {
            section.problems.error(
                section.place(of: "kind"),
                "`kind` and `source` both stand here, but the source says what its entries are",
                "keep one of them")
        }
        return source?.kind ?? kind?.value ?? .review
    }

    /// Whom it is about: what is named, else the source's brand; of reviews from nowhere the only brand
    /// that is no competitor.
    private func brands(
        _ section: Section, _ source: Source?, _ kind: Source.Kind
    ) -> [BrandID] {
        let named = brands(section)
        guard named.isEmpty, kind != .mention, !section.has("brand") else { return named }
        if section.has("source") { return source?.brand.map { [$0] } ?? [] }
        let own = settings.brands.map(\.brand).filter { !$0.isCompetitor }
        if own.count == 1 { return [own[0].id] }
        section.problems.error(
            section.place, "this mention does not say whom it is about",
            "name a `source` or a `brand`")
        return []
    }
}

extension RuleTestWording {
    fileprivate init(aspects: [Aspect: Sentiment.Label]) {
        self.init(title: nil, text: nil, stars: nil, verdict: nil, aspects: aspects)
    }
}

extension Section {
    fileprivate func wording() -> RuleTestWording {
        RuleTestWording(
            title: string("title")?.value, text: string("text")?.value,
            stars: number("stars", in: 1...5)?.value, verdict: verdict(), aspects: aspects())
    }

    fileprivate func wordingBefore() -> RuleTestWording? {
        guard let node = node("edited_from"),
            let section = Section(node, .testWording, context, name: "edited_from")
        else { return nil }
        let wording = section.wording()
        if wording == RuleTestWording(aspects: [:]) {
            section.problems.error(
                section.place, "`edited_from` says nothing", "give it a `text` or `stars`")
        }
        return wording
    }

    private func verdict() -> RuleTestVerdict? {
        let label: Placed<Sentiment.Label>? = choice("label")
        let score = number("score", in: -1...1)
        let confidence = number("confidence", in: 0...1)
        guard let label else {
            for key in ["score", "confidence"] where has(key) && !has("label") {
                problems.error(
                    place(of: key), "`\(key)` has no `label` beside it", "give it the verdict too")
            }
            return nil
        }
        guard label.value != .unscored else {
            for key in ["score", "confidence"] where has(key) {
                problems.error(
                    place(of: key), "`\(key)` stands here, but what is unscored has none",
                    "remove it")
            }
            return RuleTestVerdict(label: .unscored, score: 0, confidence: 0)
        }
        let usual = label.value == .negative ? -0.6 : label.value == .positive ? 0.6 : 0
        return RuleTestVerdict(
            label: label.value, score: score?.value ?? usual, confidence: confidence?.value ?? 0.8)
    }

    /// `about`, a map of aspects and how each is felt.
    private func aspects() -> [Aspect: Sentiment.Label] {
        var aspects: [Aspect: Sentiment.Label] = [:]
        let feelings: [Sentiment.Label] = [.negative, .neutral, .positive]
        for entry in entries("about") {
            guard let aspect = Aspect(rawValue: entry.key) else {
                let names = Aspect.allCases.map(\.rawValue)
                problems.error(
                    entry.place, "`\(shown(entry.key))` is no aspect",
                    NearestName.question(entry.key, among: names)
                        ?? "there are " + names.joined(separator: ", "))
                continue
            }
            guard case .scalar(let text, _) = entry.value.content,
                let label = feelings.first(where: { $0.rawValue == text })
            else {
                problems.error(
                    entry.value.place,
                    "`\(aspect.rawValue)` needs one of negative, neutral, positive")
                continue
            }
            aspects[aspect] = label
        }
        return aspects
    }

    fileprivate func authorHistory(isNamed: Bool) -> AuthorHistory {
        guard let node = node("author_wrote"),
            let section = Section(node, .testAuthor, context, name: "author_wrote")
        else { return AuthorHistory() }
        if !isNamed {
            problems.error(
                place(of: "author_wrote"), "`author_wrote` has no `author` beside it",
                "give the mention an `author`")
        }
        let negative = section.int("negative", in: 0...100_000) ?? 0
        let mentions = section.int("mentions", in: 0...100_000) ?? negative
        if negative > mentions {
            problems.error(
                section.place(of: "negative"), "there are more negative mentions than mentions")
        }
        return AuthorHistory(mentions: mentions, negative: negative)
    }

    fileprivate func after(isFirst: Bool) -> TimeInterval {
        guard let after = duration("after", in: 0...365 * 86_400) else { return 0 }
        if isFirst {
            problems.error(
                place(of: "after"), "`after` stands here, but no mention comes before", "remove it")
        }
        return after.value
    }
}
