import Model

/// What a genre changes in the scale of a score: fitted by
/// `lexicons/tools/train.py --cross-validate` on texts of sources not learned from
/// (`docs/sentiment.md`).
struct GenreConstants {
    /// How many log-odds a valence comes to, and an opinion, both divided by the root of the number
    /// of terms and one.
    var scale = 1.0
    var evidence = 1.0
    /// The evidence for an opinion before a word is read.
    var base = 0.0
    /// What an address adds to it: a reply to somebody, a link to elsewhere.
    var address = 0.0
    /// What each sentence that asks adds, up to three.
    var question = 0.0
    /// What the logarithm of the number of terms, and one, is multiplied with to add to it.
    var length = 0.0
    /// What speaks for the labels beside the words, in log-odds; the score does not know of it.
    var negativeOffset = 0.0
    var positiveOffset = 0.0

    /// The constants of a genre; those of nil hold where it is not known.
    static func of(_ genre: Genre?) -> GenreConstants {
        switch genre {
        case .review: review
        case .social: social
        case .news: news
        case nil: general
        }
    }

    private static let general = GenreConstants(
        scale: 1.01, evidence: 1.1, base: -1.37, address: -0.17, question: -0.09, length: 0.16,
        negativeOffset: 0.45, positiveOffset: 0.55)
    private static let review = GenreConstants(
        scale: 0.98, evidence: 1.35, base: -0.88, address: 0, question: -0.06, length: -0.15,
        negativeOffset: 0.95, positiveOffset: 0.9)
    private static let social = GenreConstants(
        scale: 1.22, evidence: 0.99, base: -1.38, address: -0.17, question: -0.08, length: 0.16,
        negativeOffset: -0.05, positiveOffset: 0.3)
    private static let news = GenreConstants(
        scale: 1.27, evidence: 1.19, base: -1.32, address: -0.02, question: 0, length: 0.19,
        negativeOffset: 0.1, positiveOffset: 0.25)
}
