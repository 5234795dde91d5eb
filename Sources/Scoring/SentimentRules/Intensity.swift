/// The degree words just passed: up to three of them, the nearest counts most.
struct Intensity {
    /// How much of a degree word's strength is left one, two and three words further on.
    static let decay = [1.0, 0.95, 0.9]
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

    private(set) var degrees: [Degree] = []
    private var next = 0
    private(set) var excess: Degree?

    mutating func add(strength: Double, at position: Int, cause: Range<Int>) {
        let degree = Degree(strength: strength, position: position, cause: cause)
        if degrees.count < Self.decay.count {
            degrees.append(degree)
        } else {
            degrees[next] = degree
            next = (next + 1) % Self.decay.count
        }
    }

    mutating func addExcess(at position: Int, cause: Range<Int>) {
        excess = Degree(strength: 1, position: position, cause: cause)
    }

    /// Forgets all: what is before a break does not reach behind it.
    mutating func end() {
        if !degrees.isEmpty { degrees.removeAll(keepingCapacity: true) }
        next = 0
        excess = nil
    }
}

extension OpinionReader {
    /// Strengthens or weakens a hit by the degree words within three words before it.
    mutating func applyIntensity(to hit: inout OpinionHit, index: Int) {
        for degree in intensity.degrees {
            let distance = terms - degree.position
            guard distance >= 1, distance <= Intensity.decay.count + 1 else { continue }
            let decay = Intensity.decay[min(distance, Intensity.decay.count) - 1]
            hit.weight *= max(0.2, 1 + degree.strength * decay)
            note(degree.strength < 0 ? .weaker : .stronger, index, by: degree.cause)
        }
        if let excess = intensity.excess, terms - excess.position <= 2, !negation.isActive {
            hit.weight *=
                hit.weight > 0 ? Intensity.excessOfPraise : Intensity.excessOfComplaint
            note(.excessive, index, by: excess.cause)
        }
    }

    /// Makes a degree word of an adverb that stands right before the opinion after `position`.
    mutating func takeAdverb(before position: Int) {
        guard let last = hits.last, last.adverbPosition == position else { return }
        hits.removeLast()
        while let rule = rules.last, rule.hit == hits.count { rules.removeLast() }
        intensity.add(
            strength: Intensity.adverb, at: position, cause: last.start..<last.end)
    }
}
