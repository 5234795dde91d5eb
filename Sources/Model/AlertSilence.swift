public import FoundationEssentials

/// A time in which certain alerts are not made, as a person asked.
///
/// What it silences is stored and scored as ever and counted in digests. It covers what **all** of
/// its conditions hold for; one without a condition covers everything.
public struct AlertSilence: Sendable, Hashable {
    /// Its number in the store.
    public var id: SilenceID
    /// Only alerts of this rule; nil: of all.
    public var rule: RuleID?
    /// Only what comes from this source; nil: from anywhere.
    public var source: SourceID?
    /// Only what is about this brand; nil: about any.
    public var brand: BrandID?
    /// Only this mention; nil: any.
    public var mention: MentionID?
    /// When it begins.
    public var start: Date
    /// The first moment at which it holds no more.
    public var end: Date
    /// Why, in the words of the person who asked for it.
    public var comment: String?

    /// A silence.
    public init(
        id: SilenceID, rule: RuleID? = nil, source: SourceID? = nil, brand: BrandID? = nil,
        mention: MentionID? = nil, start: Date, end: Date, comment: String? = nil
    ) {
        self.id = id
        self.rule = rule
        self.source = source
        self.brand = brand
        self.mention = mention
        self.start = start
        self.end = end
        self.comment = comment
    }

    /// Whether it holds at `now`.
    public func isInForce(at now: Date) -> Bool { start <= now && now < end }

    /// Whether it covers an alert of `rule` on `mention`, at any time.
    public func covers(_ mention: Mention, by rule: RuleID) -> Bool {
        if let wanted = self.rule, wanted != rule { return false }
        if let source, source != mention.source { return false }
        if let wanted = self.mention, wanted != mention.id { return false }
        if let brand, !mention.brands.contains(where: { $0.brand == brand }) { return false }
        return true
    }

    /// Whether it covers alerts of `rule` on a brand that are about no single mention, at any time: one
    /// that names a source or a mention does not.
    public func covers(brand: BrandID?, by rule: RuleID) -> Bool {
        if let wanted = self.rule, wanted != rule { return false }
        if let wanted = self.brand, wanted != brand { return false }
        return source == nil && mention == nil
    }
}
