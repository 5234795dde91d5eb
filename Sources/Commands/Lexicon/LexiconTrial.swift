import FoundationEssentials
import Model
import Monitor
import Reporting
import Scoring
import Settings
import Storage

/// Judges stored mentions by two lexicons and tells where they differ.
struct LexiconTrial {
    /// The words that are in force, and those words with the lines that are tried.
    let now: MentionPipeline
    let then: MentionPipeline
    let scorers: (now: SentimentScorer, then: SentimentScorer)
    let sources: [SourceID: Source]
    /// How persons judged mentions, in their present wording.
    let persons: [MentionID: Sentiment.Label]
    /// How many that flip are given in full.
    let limit: Int

    /// Reads every mention that `filter` lets through; `progress` is told how many were read.
    func run(
        _ filter: MentionFilter, lines: [String], in store: any Store,
        progress: (Int) -> Void
    ) async throws -> LexiconTrialPage {
        var page = LexiconTrialPage(lines: lines)
        var last: MentionID = 0
        while true {
            let mentions = try await store.mentions(filter, after: last, limit: 1_000)
            guard let end = mentions.last?.id else { break }
            last = end
            for mention in mentions { add(mention, to: &page) }
            progress(page.read)
        }
        keepNewest(in: &page)
        page.flips.reverse()
        return page
    }

    /// Mentions are met oldest first, and only the newest of those that flip are kept.
    private func keepNewest(in page: inout LexiconTrialPage) {
        page.flips.removeFirst(max(0, page.flips.count - limit))
    }

    private func add(_ mention: Mention, to page: inout LexiconTrialPage) {
        page.read += 1
        let source = sources[mention.source]
        let body = mention.entry.body
        func score(_ scorer: SentimentScorer) -> Verdict {
            scorer.verdict(text: body, language: mention.entry.language, genre: source?.genre)
        }
        // What counts nothing in the whole text counts nothing in a part of it.
        let (quickNow, quickThen) = (score(scorers.now), score(scorers.then))
        guard quickNow.score != quickThen.score || quickNow.label != quickThen.label else { return }
        page.moved += 1
        let (before, after) = (text(mention, source, by: now), text(mention, source, by: then))
        guard before.label != after.label else { return }
        page.flipped += 1
        let person = persons[mention.id]
        let isRated = mention.entry.rating != nil
        if let person, !isRated {
            if after.label == person { page.mended += 1 }
            if before.label == person { page.broken += 1 }
        }
        page.flips.append(
            LexiconTrialPage.Flip(
                mention: mention.id, before: before.label, after: after.label,
                scoreBefore: before.score, scoreAfter: after.score, isRated: isRated,
                person: person, text: MentionListing.excerpt(of: mention.entry)))
        if page.flips.count >= 2 * limit { keepNewest(in: &page) }
    }

    /// The verdict on the text alone, as a poll of the source would judge it.
    private func text(_ mention: Mention, _ source: Source?, by pipeline: MentionPipeline) -> (
        label: Sentiment.Label, score: Double
    ) {
        let source =
            source ?? Source(id: mention.source, url: Secret(""), kind: mention.kind)
        var entry = mention.entry
        entry.rating = nil
        let sentiment = pipeline.sentiment(of: entry, source: source, brands: mention.brands)
        return (sentiment.label, sentiment.score)
    }
}
