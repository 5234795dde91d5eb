import Model

/// Proposes lines for a lexicon overlay from verdicts of persons that the engine did not share.
///
/// Each proposal is the one line that mends the most judged texts, tried by scoring them all with it;
/// then the next, with those before it in force. A line must mend at least `leastMended` texts, and
/// three times as many as it breaks: with few judged texts a line that mends one of them says more of
/// that text than of the word.
public struct LexiconSuggester: Sendable {
    /// The words that are in force.
    public let lexicon: Lexicon
    /// Words that are never proposed, in small letters, such as the names of brands.
    public var excluded: Set<String>
    /// How many texts a line has to mend; at least 1.
    public var leastMended: Int

    /// A suggester; lines have to mend two texts unless told.
    public init(lexicon: Lexicon, excluded: Set<String> = [], leastMended: Int = 2) {
        self.lexicon = lexicon
        self.excluded = excluded
        self.leastMended = max(1, leastMended)
    }

    /// At most `limit` proposals, the most useful first.
    ///
    /// The time grows with the texts times the words that stand in several misjudged ones.
    public func proposals(from texts: [JudgedText], limit: Int) -> [LexiconProposal] {
        var trial = SuggestionTrial(lexicon: lexicon, texts: texts)
        var tried: [SuggestionAttempt: LexiconProposal?] = [:]
        var proposals: [LexiconProposal] = []
        while proposals.count < limit, let best = best(in: trial, tried: &tried) {
            proposals.append(best.proposal)
            trial.accept(best.proposal.line, texts: best.candidate.texts)
            // Only what stands in one text with the new line can do anything else now.
            let touched = Set(best.candidate.texts)
            tried = tried.filter { touched.isDisjoint(with: $0.key.texts) }
        }
        return proposals
    }

    private func best(
        in trial: SuggestionTrial, tried: inout [SuggestionAttempt: LexiconProposal?]
    ) -> (candidate: SuggestionCandidate, proposal: LexiconProposal)? {
        var best: (candidate: SuggestionCandidate, proposal: LexiconProposal)?
        for candidate in candidates(in: trial) {
            for valence in valences(for: candidate) {
                let attempt = SuggestionAttempt(
                    name: candidate.name, valence: valence, texts: candidate.texts)
                let found = tried[attempt] ?? proposal(candidate, valence, in: trial)
                tried[attempt] = .some(found)
                guard let found else { continue }
                if let known = best?.proposal, !found.isBetter(than: known) { continue }
                best = (candidate, found)
            }
        }
        return best
    }

    private func proposal(
        _ candidate: SuggestionCandidate, _ valence: Double?, in trial: SuggestionTrial
    ) -> LexiconProposal? {
        var proposal = LexiconProposal(
            term: candidate.name.term, valence: valence, language: candidate.name.language,
            former: candidate.former, mended: [], broken: [])
        let changes = trial.changes(by: proposal.line, texts: candidate.texts)
        proposal.mended = changes.mended
        proposal.broken = changes.broken
        guard proposal.mended.count >= leastMended,
            proposal.mended.count >= 3 * proposal.broken.count
        else { return nil }
        return proposal
    }

    /// The terms that stand in enough misjudged texts, in alphabetical order.
    private func candidates(in trial: SuggestionTrial) -> [SuggestionCandidate] {
        var found: [SuggestionCandidate.Name: SuggestionCandidate] = [:]
        for (place, judged) in trial.texts.enumerated() {
            guard let language = trial.languages[place] else { continue }
            for term in trial.terms[place] where !isExcluded(term) {
                let name = SuggestionCandidate.Name(term: term, language: language)
                found[
                    name,
                    default: SuggestionCandidate(
                        name, former: lexicon.entry(for: term, in: language))
                ].add(place, judged.label, isWrong: trial.isWrong(place))
            }
        }
        return found.values.filter { $0.isOpinion && $0.wrong >= leastMended }
            .sorted {
                ($0.name.term, $0.name.language) < ($1.name.term, $1.name.language)
            }
    }

    private func isExcluded(_ term: String) -> Bool {
        term.split(separator: " ").contains { excluded.contains(String($0)) }
    }

    /// What a term could count to move the misjudged texts it stands in.
    private func valences(for candidate: SuggestionCandidate) -> [Double?] {
        let negative: [Double?] = [-1, -2, -3]
        let positive: [Double?] = [1, 2, 3]
        let silent: [Double?] = candidate.former == nil ? [] : [nil]
        if candidate.negative > candidate.positive { return silent + negative }
        if candidate.positive > candidate.negative { return silent + positive }
        return silent
    }
}

/// One thing that a term could count, and the texts that it was tried on.
private struct SuggestionAttempt: Hashable {
    var name: SuggestionCandidate.Name
    var valence: Double?
    var texts: [Int]
}

/// A term that may be proposed, and where it stands.
private struct SuggestionCandidate {
    struct Name: Hashable {
        var term: String
        var language: String
    }

    let name: Name
    /// What the lexicon gives for it; nil where it does not know it.
    let former: Double?
    /// Whether it is a word that counts, or one that the lexicon does not know.
    let isOpinion: Bool
    /// The places of all texts that it stands in.
    private(set) var texts: [Int] = []
    /// In how many misjudged texts it stands, and how persons judged those.
    private(set) var wrong = 0
    private(set) var negative = 0
    private(set) var positive = 0

    init(_ name: Name, former entry: LexiconEntry?) {
        self.name = name
        former = entry?.valence
        isOpinion = entry.map { $0.part == .opinion || $0.part == .adverb } ?? true
    }

    mutating func add(_ place: Int, _ label: Sentiment.Label, isWrong: Bool) {
        texts.append(place)
        guard isWrong else { return }
        wrong += 1
        if label == .negative { negative += 1 }
        if label == .positive { positive += 1 }
    }
}

extension LexiconProposal {
    /// Mends more, breaks less, changes less, is shorter; the alphabet decides between equals.
    fileprivate func isBetter(than other: LexiconProposal) -> Bool {
        let gain = mended.count - broken.count
        let otherGain = other.mended.count - other.broken.count
        if gain != otherGain { return gain > otherGain }
        if broken.count != other.broken.count { return broken.count < other.broken.count }
        if step != other.step { return step < other.step }
        let words = term.split(separator: " ").count
        let otherWords = other.term.split(separator: " ").count
        return words != otherWords ? words < otherWords : term < other.term
    }

    /// How far it is from what the lexicon says now.
    private var step: Double { abs((valence ?? 0) - (former ?? 0)) }
}
