/// The constants of the aspect tagger, fitted on sentences with marked aspects (`docs/sentiment.md`).
enum AspectConstants {
    /// What a comma, a bracket or a dash adds to the distance of the words around it.
    static let breakGap = 1.0
    /// What a word such as `and` or `because` adds.
    static let clauseGap = 1.0
    /// What a word such as `but` adds.
    static let contrastGap = 8.0
    /// What the end of a sentence adds.
    static let sentenceGap = 12.0
    /// The distance at which an opinion counts half.
    static let reach = 5.0
    /// How much of the rest of the sentence counts.
    static let sentenceShare = 0.3
    /// What a term counts that is praise or complaint by itself, on the scale of valences.
    static let implied = 2.0
    /// What is left of that where the term is negated, with the other sign.
    static let turned = 0.8
    /// How many terms a negator reaches.
    static let negationReach = 3
    /// What the words nearer to another aspect still count for this one.
    static let otherShare = 0.5
    /// The sum of evidence at which the score is about 0.7.
    static let softness = 1.0
    static let negativeLimit = -0.15
    static let positiveLimit = 0.3
    /// A weak cue names an aspect where so much is said for or against it.
    static let weakEvidence = 1.0
}
