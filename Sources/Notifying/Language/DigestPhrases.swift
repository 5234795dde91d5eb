import Model

/// What a digest says.
enum DigestPhrase {
    case nothingLeft
    case isQuiet
    case nothingNew
    case andMore(Int)
    case mentions
    case negative
    case all
    case rating
    case answered
    case worst
    case best
    case whatChanged
    case sources
    /// `8 of 10 reviews answered, half of them within 2 hours; the week before within 3 hours.`
    case answering(Int, of: Int, within: String?, isSingle: Bool, before: String?, PeriodSpan)
    /// `▲ More complaints about delivery:`.
    case shift(isMore: Bool, isPraise: Bool, Aspect)
    /// `12 (the week before: 3)`.
    case compared(Int, Int, PeriodSpan)
    case unchanged(PeriodSpan)
    case topics(String)
    case waits(String, for: String)
    /// `can't be reached since Sat 21 Nov, 08:00`.
    case trouble(SourceHealth, since: String?)
    case alerts(Int)
    case silenced(Int)
    /// `28 days: 120 mentions, 8 negative; the most on Sat 21 Nov: 12.`
    case trend(days: Int, total: Int, negative: Int, peak: String, most: Int)
    // a chat's digest
    case figures(Int, before: Int, negative: Int, negativeBefore: Int)
    case stars(Double, before: Double?)
    case withoutAnswer(Int)
    case share(Double)
    /// `Complaints: 3 mentions`.
    case matches(String, Int)
    case inTrouble(String)
    case keptBack(Int)
}

/// How long a period is, which names the one before it.
enum PeriodSpan {
    case day
    case week
    case other
}

/// How a figure stands beside the one before; see `ChangeWording`.
enum ChangePhrase {
    case more(than: String, PeriodSpan)
    case fewer(than: String, PeriodSpan)
    case up(from: String, PeriodSpan)
    case down(from: String, PeriodSpan)
    case unclear(String, PeriodSpan)
    case tooFew(String, PeriodSpan)
    case noRating(PeriodSpan?)
    case nothingToAnswer(PeriodSpan?)
}
