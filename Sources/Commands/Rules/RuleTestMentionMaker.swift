import Alerting
import FoundationEssentials
import Model
import Monitor
import Settings

/// Makes the mention of a test what a poll would have made of it.
struct RuleTestMentionMaker {
    let settings: Settings
    let pipeline: MentionPipeline

    /// The mention as rules see it at `now`; of no brand where none of their queries matches.
    func candidate(of test: RuleTestMention, id: MentionID, now: Date) -> AlertCandidate {
        let source = source(of: test)
        let mention = mention(test.wording, of: test, source, id: id, now: now)
        var edit: AlertCandidate.Edit?
        if let before = test.editedFrom {
            let earlier = self.mention(before, of: test, source, id: id, now: now)
            edit = AlertCandidate.Edit(
                label: earlier.sentiment.label, score: earlier.sentiment.score,
                stars: earlier.entry.rating?.stars, entry: earlier.entry,
                aspects: earlier.sentiment.aspects)
        }
        let hasAuthor = test.author != nil || test.authorHistory != AuthorHistory()
        return AlertCandidate(
            mention: mention, isNews: !test.isBaseline, edit: edit,
            story: test.sites > 1
                ? AlertCandidate.Story(
                    first: id + 1_000_000, siteCount: test.sites, toldBy: []) : nil,
            author: hasAuthor ? test.authorHistory : nil, siteCount: test.sites)
    }

    /// The configured source, or one that is made up.
    private func source(of test: RuleTestMention) -> Source {
        var source =
            settings.sources.first { $0.id == test.source }
            ?? Source(id: test.source, url: Secret("file:///dev/null"), kind: test.kind)
        source.kind = test.kind
        source.genre = test.genre ?? source.genre
        return source
    }

    private func mention(
        _ wording: RuleTestWording, of test: RuleTestMention, _ source: Source, id: MentionID,
        now: Date
    ) -> Mention {
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: "test-\(id)"), id: "test-\(id)",
            url: test.url, title: wording.title, text: wording.text, author: test.author,
            published: now, rating: wording.stars.flatMap { Rating(value: $0, min: 1, max: 5) },
            language: test.language)
        let brands =
            test.brands.isEmpty
            ? pipeline.brands(of: entry, source: source)
            : test.brands.map { Mention.BrandMatch(brand: $0) }
        var sentiment = pipeline.sentiment(of: entry, source: source, brands: brands)
        if let verdict = wording.verdict {
            sentiment.label = verdict.label
            sentiment.score = verdict.score
            sentiment.confidence = verdict.confidence
            sentiment.textLabel = verdict.label
            sentiment.textScore = verdict.label == .unscored ? nil : verdict.score
        }
        if let language = test.language { sentiment.language = language }
        if !wording.aspects.isEmpty {
            sentiment.aspects = Aspect.allCases.compactMap { aspect in
                wording.aspects[aspect].map { label in
                    let score = label == .negative ? -0.6 : label == .positive ? 0.6 : 0
                    return AspectOpinion(aspect: aspect, score: score, label: label, spans: [])
                }
            }
        }
        return Mention(
            id: id, source: source.id, kind: source.kind, entry: entry, brands: brands,
            sentiment: sentiment, firstSeen: now, occurredAt: now,
            version: test.editedFrom == nil ? 1 : 2, isBaseline: test.isBaseline)
    }
}
