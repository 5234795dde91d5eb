import TextProcessing

extension OpinionReader {
    /// Ends what holds up to a comma, bracket or dash at `place`, a UTF-8 offset.
    mutating func endClause(at place: Int) {
        negation.end()
        intensity.end()
        contrast.endClause()
        if targeting != nil { endTargetedClause(at: place, endsSentence: false) }
        calmFrom = contrast.isCalm && targeting == nil ? 0 : .max
    }

    mutating func endSentence(_ token: Token?, at place: Int) {
        if let token, token.traits.contains(.exclaims) {
            let factor = Emphasis.exclamation(count: token.end - token.start)
            for index in contrast.sentenceStart..<hits.count {
                steps += 1
                hits.all[index].weight *= factor
                note(.exclaimed, index)
            }
        }
        if let token, token.key != 0 {
            if token.traits.contains(.asks) { shape.questions += 1 }
            if let slot = words.slot(of: token.key) {
                let count = hits.count
                addSign(words[slot], slot, at: place, isEmoji: false)
                sentenceEndCount += hits.count - count
            }
        }
        if targeting != nil {
            endTargetedClause(at: token?.end ?? bytes.count, endsSentence: true)
        }
        contrast.endSentence(hitCount: hits.count, terms: shape.terms)
        negation.end()
        intensity.end()
        calmFrom = targeting == nil ? 0 : .max
    }
}
