import Model
import TextProcessing

/// Reads the tokens of a text once and finds the opinions in it, with every rule applied.
///
/// The rules are those of VADER (Hutto and Gilbert, ICWSM 2014) where we found no better, with
/// phrases before words, negated entries of their own, and scopes that end with the clause. Time is
/// linear in the tokens: a hit is changed at most once by each rule that looks back.
///
/// Most words are no entry, or an opinion that no rule touches. `word(_:at:)` counts both in one way,
/// without asking which, since a processor loses more time with wrong guesses than with work; all
/// others take the long way.
struct OpinionReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var tokens: UnsafeBufferPointer<Token>
    /// The words of the language; without any where it has no lexicon.
    let words: LexiconSlots
    let emoji: LexiconSlots
    let explains: Bool
    private let scratch: ReadingScratch

    /// Every term with a valence, in the order of the text.
    var hits: HitList
    /// In the order in which they were applied; only where reasons were asked for.
    var rules: [AppliedRule]
    /// Words, numbers and emoji, the address and the questions.
    var shape = ScoreScale.Shape()
    /// The sum of the opinions of all entries met, in steps.
    var evidence = 0.0
    /// What the last adverb added to it.
    var adverbEvidence = 0.0
    /// How many of the hits are ends of sentences, which alone do not make a verdict.
    var sentenceEndCount = 0
    /// What was done beyond reading each token once, to show that it is linear.
    var steps = 0

    /// The number of entries and unknown words passed; scopes are counted in it.
    var units = 0
    /// The unit from which on no rule reaches: before it every opinion goes the long way.
    var calmFrom = 0
    var negation = Negation()
    var intensity = Intensity()
    var contrast = Contrast()
    var emphasis = Emphasis()
    var targeting: Targeting?

    /// A reader of the tokens in `scratch`, which are those of `bytes`; its lists are taken out of
    /// `scratch` until `finish()` puts them back.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>,
        words: LexiconSlots, emoji: LexiconSlots, target: TextTarget?, explains: Bool,
        scratch: ReadingScratch
    ) {
        self.bytes = bytes
        self.tokens = tokens
        self.words = words
        self.emoji = emoji
        self.explains = explains
        self.scratch = scratch
        hits = scratch.hits
        hits.begin(tokenCount: tokens.count)
        rules = []
        swap(&rules, &scratch.rules)
        rules.removeAll(keepingCapacity: true)
        targeting = Targeting(target, length: bytes.count)
        if targeting != nil { calmFrom = .max }
    }

    /// Gives the lists back to the scratch.
    mutating func finish() {
        scratch.hits = hits
        swap(&rules, &scratch.rules)
    }

    mutating func read() {
        var place = 0
        while place < tokens.count {
            let token = tokens[place]
            switch token.kind {
            case .word, .number:
                if targeting != nil, Targeting.isComparison(token.key) {
                    endTargetedClause(at: token.start, endsSentence: false)
                }
                place += word(token, at: place)
            case .emoji, .emoticon:
                shape.terms += 1
                addEmoji(token, at: place)
                place += 1
            case .sentenceEnd:
                endSentence(token, at: place)
                place += 1
            case .clauseBreak:
                endClause(at: token.start)
                place += 1
            case .address:
                shape.hasAddress = true
                place += 1
            }
        }
        endSentence(nil, at: place)
    }

    /// Reads a word or number; gives how many tokens it took.
    @inline(__always)
    private mutating func word(_ token: Token, at place: Int) -> Int {
        let slot = words.place(of: token.key)
        let record = words[slot]
        let next = tokens[min(place &+ 1, tokens.count &- 1)].key
        let isFirst = record.mayGoOn(with: next) && words.mayHold(token.key, next)
        let counts = record.valenceSteps | record.opinionSteps != 0
        let isSpecial = Int(record.roleCode > LexiconRecord.Role.opinion.rawValue ? 1 : 0)
        let isTouched =
            (counts ? 1 : 0)
            & (units < calmFrom || token.traits.contains(.capitals) ? 1 : 0)
        let isLong = token.traits.contains(.elongated) && record.key == 0
        if isSpecial | isTouched | (isFirst ? 1 : 0) | (isLong ? 1 : 0) != 0 {
            if isLong { return unknown(token, at: place) }
            return term(slot, at: place, isSqueezed: false)
        }
        shape.terms &+= 1
        units &+= 1
        evidence += Double(record.opinionSteps)
        hits.append(
            OpinionHit(
                weight: record.valence, slot: Int32(truncatingIfNeeded: slot),
                place: Int32(truncatingIfNeeded: place), count: 1),
            if: record.valenceSteps != 0)
        return 1
    }

    /// A word with long runs that the lexicon does not know as it is written; gives how many tokens
    /// it took.
    private mutating func unknown(_ token: Token, at place: Int) -> Int {
        let keys = Tokenizer.squeezedKeys(of: token, in: bytes)
        steps += 1
        if let slot = words.slot(of: keys.two) ?? words.slot(of: keys.one) {
            return term(slot, at: place, isSqueezed: true)
        }
        pass()
        return 1
    }

    /// Passes a word that is nothing alone.
    @inline(__always)
    private mutating func pass() {
        shape.terms += 1
        units += 1
    }

    /// Reads the longest entry that begins with the word found in `first`; gives how many tokens it
    /// took.
    private mutating func term(_ first: Int, at place: Int, isSqueezed: Bool) -> Int {
        var match = LexiconMatch(
            startingWith: first, at: place, in: tokens, of: words, isNegated: isNegated)
        if match.count > 1, words[match.slot].origin == .learned,
            let limit = wordsBeforeIdiom(in: place..<place + match.count)
        {
            match = LexiconMatch(
                startingWith: first, at: place, in: tokens, of: words, isNegated: isNegated,
                limit: limit)
        }
        steps += match.probes
        guard match.count > 0 else {
            pass()
            return 1
        }
        let record = words[match.slot]
        let isClauseStart = contrast.isAtStart(shape.terms)
        shape.terms += match.count
        units += 1
        let cause = tokens[place].start..<tokens[place + match.count - 1].end
        switch record.role {
        case .prefix: break
        case .opinion, .adverb, .turned:
            addOpinion(match, record, at: place, isSqueezed: isSqueezed)
            if match.count > 1 {
                openScopes(in: place..<place + match.count, isLearned: record.origin == .learned)
            }
            return match.count
        case .negator: beginNegation(record.valence, cause, takesBack: false)
        case .lacking: beginNegation(record.valence, cause, takesBack: true)
        case .intensifier:
            let isLong = isSqueezed || tokens[place].traits.contains(.elongated)
            addDegree(record.valence * (isLong ? Emphasis.elongation : 1), cause)
        case .excess:
            intensity.addExcess(at: shape.terms, cause: cause)
            calmFrom = max(calmFrom, units + Intensity.reach)
        case .contrast: meetContrast(cause)
        case .concession: if isClauseStart { concede(cause) }
        case .additive: contrast.expectAddition()
        case .silent: break
        }
        evidence += Double(record.opinionSteps)
        return match.count
    }

    /// How many words of a learned phrase stand before a longer one that a person wrote, which begins
    /// in it and ends behind it: "is to" before "to die for"; nil where there is none.
    private mutating func wordsBeforeIdiom(in places: Range<Int>) -> Int? {
        for place in places.dropFirst() {
            guard let slot = words.slot(of: tokens[place].key) else { continue }
            let match = LexiconMatch(
                startingWith: slot, at: place, in: tokens, of: words, isNegated: isNegated)
            steps += match.probes
            if match.count > 1, place + match.count > places.upperBound,
                words[match.slot].origin != .learned
            {
                return place - places.lowerBound
            }
        }
        return nil
    }

    private mutating func addOpinion(
        _ match: LexiconMatch, _ record: LexiconRecord, at place: Int, isSqueezed: Bool
    ) {
        let position = shape.terms - match.count
        takeAdverb(before: position, at: place)
        let index = hits.count
        var reading = OpinionReading(weight: record.valence, opinion: Double(record.opinionSteps))
        applyNegation(to: &reading, key: record.key, index: index)
        applyIntensity(to: &reading.weight, at: position + 1, index: index)
        if isShouted(place..<place + match.count) {
            reading.weight *= Emphasis.capitals
            note(.capitals, index)
        }
        if isSqueezed {
            reading.weight *= Emphasis.elongation
            note(.elongated, index)
        }
        applyContrast(to: &reading.weight, index: index)
        evidence += reading.opinion
        if record.role == .adverb {
            adverbEvidence = reading.opinion
            calmFrom = max(calmFrom, units + 1)
        }
        guard reading.weight != 0 else { return dropRules(of: index) }
        hits.append(
            OpinionHit(
                weight: reading.weight, slot: Int32(truncatingIfNeeded: match.slot),
                place: Int32(truncatingIfNeeded: place), count: UInt8(match.count),
                isAdverb: record.role == .adverb))
    }

    private mutating func addEmoji(_ token: Token, at place: Int) {
        guard let slot = emoji.slot(of: token.key),
            emoji[slot].roleCode == LexiconRecord.Role.opinion.rawValue
        else { return }
        addSign(emoji[slot], slot, at: place, isEmoji: true)
    }

    /// Counts an emoji, or the way in which a sentence ends.
    mutating func addSign(
        _ record: LexiconRecord, _ slot: Int, at place: Int, isEmoji: Bool
    ) {
        evidence += Double(record.opinionSteps)
        guard record.valenceSteps != 0 else { return }
        hits.append(
            OpinionHit(
                weight: record.valence, slot: Int32(truncatingIfNeeded: slot),
                place: Int32(truncatingIfNeeded: place), count: 1, isEmoji: isEmoji))
    }

    /// Lets the governors in a phrase govern what follows it.
    ///
    /// These are a negator or degree word at its end, and any negator of a learned phrase, whose words
    /// were met together and make no idiom. A comparison in it ends a targeted clause.
    private mutating func openScopes(in places: Range<Int>, isLearned: Bool) {
        for place in places {
            guard let slot = words.slot(of: tokens[place].key) else { continue }
            let isLast = place == places.upperBound - 1
            let cause = tokens[place].start..<tokens[place].end
            if targeting != nil, Targeting.isComparison(tokens[place].key) {
                endTargetedClause(at: cause.lowerBound, endsSentence: false)
            }
            switch words[slot].role {
            case .negator where isLast || isLearned:
                beginNegation(words[slot].valence, cause, takesBack: false)
            case .intensifier where isLast: addDegree(words[slot].valence, cause)
            default: break
            }
        }
    }

    mutating func note(_ kind: AppliedRule.Kind, _ hit: Int, by cause: Range<Int> = 0..<0) {
        if explains { rules.append(AppliedRule(kind: kind, hit: hit, cause: cause)) }
    }

    /// Forgets the rules of a hit that is none.
    mutating func dropRules(of index: Int) {
        while let rule = rules.last, rule.hit == index { rules.removeLast() }
    }
}

/// What an opinion counts while the rules are applied to it.
struct OpinionReading {
    var weight: Double
    /// In steps.
    var opinion: Double
}
