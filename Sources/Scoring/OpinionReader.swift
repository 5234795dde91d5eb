import TextProcessing

/// Reads the tokens of a text once and finds the opinions in it, with every rule applied.
///
/// The rules are those of VADER (Hutto and Gilbert, ICWSM 2014) where we found no better, with
/// phrases before words, negated entries of their own, and scopes that end with the clause. Time is
/// linear in the tokens: a hit is changed at most once by each rule that looks back.
struct OpinionReader {
    /// What was found.
    struct Findings {
        var hits: [OpinionHit] = []
        /// In the order in which they were applied; only where reasons were asked for.
        var rules: [AppliedRule] = []
        /// Words, numbers and emoji: what the sum is divided by the root of.
        var terms = 0
        /// What was done, to show that it is linear.
        var steps = 0
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let table: LexiconTable?
    let emoji: LexiconTable
    let explains: Bool

    var hits: [OpinionHit] = []
    var rules: [AppliedRule] = []
    var terms = 0
    var steps = 0

    var negation = Negation()
    var intensity = Intensity()
    var contrast = Contrast()
    let emphasis: Emphasis

    /// Reads `tokens`, which are those of `bytes`, by the words of `table` and the emoji.
    static func findings(
        in bytes: UnsafeBufferPointer<UInt8>, tokens: [Token], table: LexiconTable?,
        emoji: LexiconTable, explains: Bool
    ) -> Findings {
        tokens.withUnsafeBufferPointer { tokens in
            var reader = OpinionReader(
                bytes: bytes, tokens: tokens, table: table, emoji: emoji, explains: explains,
                emphasis: Emphasis(tokens))
            reader.hits.reserveCapacity(16)
            reader.read()
            return Findings(
                hits: reader.hits, rules: reader.rules, terms: reader.terms, steps: reader.steps)
        }
    }

    private mutating func read() {
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            steps += 1
            switch token.kind {
            case .word, .number: place += term(at: place)
            case .emoji, .emoticon:
                terms += 1
                addEmoji(token)
                place += 1
            case .sentenceEnd:
                endSentence(token)
                place += 1
            case .clauseBreak:
                endClause()
                place += 1
            case .address: place += 1
            }
        }
        endSentence(nil)
    }

    /// Reads the longest entry that begins at `place`; gives how many tokens it took.
    private mutating func term(at place: Int) -> Int {
        guard let table, let match = LexiconMatch(at: place, in: tokens, bytes, of: table) else {
            terms += 1
            negation.step()
            contrast.sawTerm()
            return 1
        }
        steps += match.probes
        terms += match.count
        let record = table.slots[match.slot]
        let cause = tokens[place].start..<tokens[place + match.count - 1].end
        switch record.role {
        case .prefix, .silent: negation.step()
        case .opinion, .adverb: addOpinion(match, record, at: place, spanning: cause)
        case .negator: negation.begin(strength: record.valence, cause: cause)
        case .lacking: negation.beginOrEnd(strength: record.valence, cause: cause)
        case .intensifier:
            let isLong = match.isSqueezed || tokens[place].traits.contains(.elongated)
            intensity.add(
                strength: record.valence * (isLong ? Emphasis.elongation : 1), at: terms,
                cause: cause)
            negation.step()
        case .excess: intensity.addExcess(at: terms, cause: cause)
        case .contrast: meetContrast(cause)
        case .concession: contrast.concede(cause)
        case .additive: contrast.expectAddition()
        }
        contrast.sawTerm()
        return match.count
    }

    private mutating func addOpinion(
        _ match: LexiconMatch, _ record: LexiconRecord, at place: Int, spanning span: Range<Int>
    ) {
        takeAdverb(before: terms - match.count)
        let index = hits.count
        var hit = OpinionHit(
            slot: match.slot, isEmoji: false, start: span.lowerBound, end: span.upperBound,
            valence: record.valence, weight: record.valence)
        applyNegation(to: &hit, key: record.key, index: index)
        applyIntensity(to: &hit, at: terms - match.count + 1, index: index)
        let isShouted = (place..<place + match.count).allSatisfy {
            tokens[$0].traits.contains(.capitals) || tokens[$0].kind == .number
        }
        if isShouted, emphasis.capitalsCount {
            hit.weight *= Emphasis.capitals
            note(.capitals, index)
        }
        if match.isSqueezed {
            hit.weight *= Emphasis.elongation
            note(.elongated, index)
        }
        applyContrast(to: &hit, index: index)
        if record.role == .adverb { hit.adverbPosition = terms }
        hits.append(hit)
        negation.step()
    }

    private mutating func addEmoji(_ token: Token) {
        guard let slot = emoji.slot(of: token.key), emoji.slots[slot].role == .opinion else {
            return
        }
        let valence = emoji.slots[slot].valence
        hits.append(
            OpinionHit(
                slot: slot, isEmoji: true, start: token.start, end: token.end, valence: valence,
                weight: valence))
    }

    mutating func note(_ kind: AppliedRule.Kind, _ hit: Int, by cause: Range<Int> = 0..<0) {
        if explains { rules.append(AppliedRule(kind: kind, hit: hit, cause: cause)) }
    }

    /// Ends what holds up to a comma, bracket or dash.
    private mutating func endClause() {
        negation.end()
        intensity.end()
        contrast.endClause()
    }

    private mutating func endSentence(_ token: Token?) {
        if let token, token.traits.contains(.exclaims) {
            let factor = Emphasis.exclamation(count: token.end - token.start)
            for index in contrast.sentenceStart..<hits.count {
                steps += 1
                hits[index].weight *= factor
                note(.exclaimed, index)
            }
        }
        endClause()
        contrast.endSentence(hitCount: hits.count)
    }
}
