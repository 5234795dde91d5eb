import TextProcessing

/// Room for the reading of one text after the other, so that none of them allocates.
///
/// Used by one thread at a time.
final class ReadingScratch {
    var tokens: [Token] = []
    var hits = HitList()
    var rules: [AppliedRule] = []
    var repeats = RepeatCounter()
    var reasons = ReasonList()
    private(set) lazy var aspects = AspectRoom()
    /// The edition last asked for.
    private var edition: (language: String?, name: String)?

    deinit {
        hits.deallocate()
        reasons.deallocate()
    }

    /// The edition of `lexicon`, always the same, for texts in `language`.
    func edition(of lexicon: Lexicon, for language: String?) -> String {
        if let edition, edition.language == language { return edition.name }
        let name = lexicon.edition(for: language)
        edition = (language, name)
        return name
    }
}

/// How often each entry was met in a text.
struct RepeatCounter {
    private struct Place {
        var slot: Int32
        var text: UInt32
        var share: Double
    }

    private var places = [Place](repeating: Place(slot: 0, text: 0, share: 0), count: 256)
    private var used = 0
    /// The number of the text; places of other texts are free.
    private var text: UInt32 = 1

    /// Forgets the last text.
    mutating func begin() {
        used = 0
        text &+= 1
        if text == 0 {
            self = RepeatCounter()
        }
    }

    /// What the next meeting of an entry counts: 1 for the first, then `factor` times the last.
    @inline(__always)
    mutating func share(of slot: Int, factor: Double) -> Double {
        if 2 * used >= places.count { grow() }
        let mask = places.count &- 1
        var place = (slot &* 0x9E37_79B1) >> 7 & mask
        while places[place].text == text {
            if places[place].slot == Int32(truncatingIfNeeded: slot) {
                places[place].share *= factor
                return places[place].share
            }
            place = (place &+ 1) & mask
        }
        places[place] = Place(slot: Int32(truncatingIfNeeded: slot), text: text, share: 1)
        used += 1
        return 1
    }

    private mutating func grow() {
        let old = places
        places = Array(
            repeating: Place(slot: 0, text: text &- 1, share: 0), count: old.count * 2)
        let mask = places.count - 1
        for entry in old where entry.text == text {
            var place = (Int(entry.slot) &* 0x9E37_79B1) >> 7 & mask
            while places[place].text == text { place = (place + 1) & mask }
            places[place] = entry
        }
    }
}
