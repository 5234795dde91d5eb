import TextProcessing

/// The degree words just passed: up to three of them, the nearest counts most.
struct Intensity {
    /// How much of a degree word's strength is left one, two and three words further on.
    static func decay(distance: Int) -> Double { 1.05 - 0.05 * Double(distance) }
    /// How many words further on a degree word still counts.
    static let reach = 3
    /// What "too" makes of a praise, and of a complaint.
    static let excessOfPraise = -0.5
    static let excessOfComplaint = 1.3
    /// The strength of an opinion used as a degree word: "terribly good".
    static let adverb = 0.3

    struct Degree {
        var strength: Double
        /// The number of terms up to it and including it.
        var position: Int
        var cause: Range<Int>
    }

    /// The last three, the oldest first; nil where there were fewer.
    private(set) var degrees: (Degree?, Degree?, Degree?) = (nil, nil, nil)
    private(set) var isEmpty = true
    private(set) var excess: Degree?

    mutating func add(strength: Double, at position: Int, cause: Range<Int>) {
        let degree = Degree(strength: strength, position: position, cause: cause)
        degrees = (degrees.1, degrees.2, degree)
        isEmpty = false
    }

    mutating func addExcess(at position: Int, cause: Range<Int>) {
        excess = Degree(strength: 1, position: position, cause: cause)
        isEmpty = false
    }

    /// Forgets all: what is before a break does not reach behind it.
    mutating func end() {
        if isEmpty { return }
        degrees = (nil, nil, nil)
        excess = nil
        isEmpty = true
    }
}

extension OpinionReader {
    /// Strengthens or weakens a hit by the degree words within three words before it.
    ///
    /// `position` is the number of terms up to the hit's first word and including it.
    mutating func applyIntensity(to weight: inout Double, at position: Int, index: Int) {
        guard !intensity.isEmpty else { return }
        let degrees = intensity.degrees
        if let degree = degrees.0 { apply(degree, to: &weight, at: position, index: index) }
        if let degree = degrees.1 { apply(degree, to: &weight, at: position, index: index) }
        if let degree = degrees.2 { apply(degree, to: &weight, at: position, index: index) }
        if let excess = intensity.excess, position - excess.position <= 2, units > negation.lastUnit
        {
            weight *=
                weight > 0 ? Intensity.excessOfPraise : Intensity.excessOfComplaint
            note(.excessive, index, by: excess.cause)
        }
    }

    private mutating func apply(
        _ degree: Intensity.Degree, to weight: inout Double, at position: Int, index: Int
    ) {
        let distance = position - degree.position
        guard (1...Intensity.reach).contains(distance) else { return }
        weight *= max(0.2, 1 + degree.strength * Intensity.decay(distance: distance))
        note(degree.strength < 0 ? .weaker : .stronger, index, by: degree.cause)
    }

    /// Takes a degree word into account for the words that follow.
    mutating func addDegree(_ strength: Double, _ cause: Range<Int>) {
        intensity.add(strength: strength, at: shape.terms, cause: cause)
        calmFrom = max(calmFrom, units + Intensity.reach)
    }

    /// Makes a degree word of an adverb that stands right before the opinion that begins at `place`,
    /// behind `position` terms.
    mutating func takeAdverb(before position: Int, at place: Int) {
        guard let last = hits.last, last.isAdverb, !last.isEmoji,
            Int(last.place) + Int(last.count) == place
        else { return }
        hits.removeLast()
        dropRules(of: hits.count)
        evidence -= adverbEvidence
        intensity.add(
            strength: Intensity.adverb, at: position,
            cause: tokens[Int(last.place)].start..<tokens[place - 1].end)
    }
}
