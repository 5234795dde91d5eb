import Model

/// What is said for and against each aspect of a text.
///
/// An opinion goes to the nearest aspect terms before and behind it, shared by nearness; its weight
/// fades with the distance. What the rest of the sentence says counts a little for each aspect in it,
/// but not across a word such as `but`.
/// Two walks over terms and opinions in the order of the text; nothing is compared with everything.
struct AspectEvidence {
    /// The place of a term that stands for no aspect of the list.
    static let given = Aspect.allCases.count

    fileprivate struct Tally {
        var sum = 0.0
        var count = 0.0
        var isStrong = false
        var near = 0.0
    }

    /// The readings of one term, which are mentions at one place, and what is said beside it.
    fileprivate struct Group {
        var first: Int
        var end: Int
        var sum = 0.0
        /// How much of that in its own part of the text.
        var ownPart = 0.0

        mutating func add(_ weight: Double, isOwnPart: Bool) {
            sum += weight
            if isOwnPart { ownPart += weight }
        }
    }

    private let tallies: ScratchList<Tally>

    /// Weighs the opinions of a text that has `partCount` parts; valid until `room` is used again.
    init(
        _ mentions: UnsafeBufferPointer<AspectMention>,
        _ opinions: UnsafeBufferPointer<PlacedOpinion>, partCount: Int, in room: inout EvidenceRoom
    ) {
        room.tallies.begin(repeating: Tally(), count: Self.given + 1)
        room.partSums.begin(repeating: 0, count: partCount)
        room.group(mentions)
        let (tallies, partSums, groups) = (room.tallies, room.partSums, room.groups)
        self.tallies = tallies
        var next = 0
        for opinion in opinions {
            partSums[opinion.part] += opinion.weight
            while next < groups.count, mentions[groups[next].first].place < opinion.place {
                next += 1
            }
            Self.share(opinion, before: next, groups, mentions)
        }
        for group in groups.all {
            let rest = partSums[mentions[group.first].part] - group.ownPart
            let evidence = group.sum + rest * AspectConstants.sentenceShare
            for mention in mentions[group.first..<group.end] {
                let own = evidence + mention.implied * AspectConstants.implied
                tallies[mention.aspect].sum += own
                tallies[mention.aspect].count += 1
                tallies[mention.aspect].near += abs(own)
                if !mention.isWeak { tallies[mention.aspect].isStrong = true }
            }
        }
    }

    /// Shares an opinion between the terms before `next` and at it.
    private static func share(
        _ opinion: PlacedOpinion, before next: Int, _ groups: ScratchList<Group>,
        _ mentions: UnsafeBufferPointer<AspectMention>
    ) {
        let left = next > 0 ? nearness(opinion, mentions[groups[next - 1].first]) : 0
        let right = next < groups.count ? nearness(opinion, mentions[groups[next].first]) : 0
        guard left > 0 || right > 0 else { return }
        // the nearer term has the whole of it, the other a part
        let other = AspectConstants.otherShare
        if left > 0 {
            groups[next - 1].add(
                opinion.weight * left * (left >= right ? 1 : other),
                isOwnPart: mentions[groups[next - 1].first].part == opinion.part)
        }
        if right > 0 {
            groups[next].add(
                opinion.weight * right * (right >= left ? 1 : other),
                isOwnPart: mentions[groups[next].first].part == opinion.part)
        }
    }

    /// How near an opinion is to a term, 1 at the same place; 0 in another sentence.
    private static func nearness(_ opinion: PlacedOpinion, _ mention: AspectMention) -> Double {
        guard opinion.sentence == mention.sentence else { return 0 }
        let distance = abs(opinion.place - mention.place) / AspectConstants.reach
        return 1 / (1 + distance * distance)
    }

    /// Whether an aspect is named: by a strong term, or by a weak one of which something is said.
    func names(_ aspect: Int) -> Bool {
        let tally = tallies[aspect]
        return tally.isStrong || (tally.count > 0 && tally.near >= AspectConstants.weakEvidence)
    }

    /// −1 to 1.
    func score(of aspect: Int) -> Double {
        let tally = tallies[aspect]
        guard tally.count > 0 else { return 0 }
        let sum = tally.sum / tally.count.squareRoot()
        return sum / (sum * sum + AspectConstants.softness).squareRoot()
    }

    static func label(_ score: Double) -> Sentiment.Label {
        if score <= AspectConstants.negativeLimit { return .negative }
        return score >= AspectConstants.positiveLimit ? .positive : .neutral
    }
}

/// Room for the evidence of one text after the other.
struct EvidenceRoom {
    fileprivate var tallies = ScratchList<AspectEvidence.Tally>()
    /// The sum of the opinions in each part of the text.
    fileprivate var partSums = ScratchList<Double>()
    fileprivate var groups = ScratchList<AspectEvidence.Group>()

    /// Puts the mentions at one place together.
    fileprivate mutating func group(_ mentions: UnsafeBufferPointer<AspectMention>) {
        groups.begin(atMost: mentions.count)
        var start = 0
        for index in 0..<mentions.count {
            let end = index + 1
            if end < mentions.count, mentions[end].place == mentions[start].place { continue }
            groups.append(AspectEvidence.Group(first: start, end: end))
            start = end
        }
    }

    /// Gives the memory back; nothing else may be done then.
    func deallocate() {
        tallies.deallocate()
        partSums.deallocate()
        groups.deallocate()
    }
}
