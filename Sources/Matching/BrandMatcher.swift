public import Model

/// Tells which brands an entry is about.
public struct BrandMatcher: Sendable {
    /// The brands, in the order in which matches are given.
    public let definitions: [BrandDefinition]

    /// A matcher over all brands of a configuration.
    public init(_ definitions: [BrandDefinition]) {
        self.definitions = definitions
    }

    /// The brands that `entry` of `source` is about; empty where it is no mention.
    ///
    /// An entry of a review or survey source is about the source's brand, without a question; a
    /// review source without a brand and a mention source ask the queries, a mention source with a
    /// brand only that brand's. `language` is what was found in the text, for `lang:`.
    public func brands(
        for entry: Entry, of source: Source, language: String? = nil
    ) -> [Mention.BrandMatch] {
        if let owner = Self.owner(of: source) { return [Mention.BrandMatch(brand: owner)] }
        return brands(for: QuerySubject(entry: entry, language: language), of: source)
    }

    /// The same for an entry that was indexed already.
    public func brands(for subject: QuerySubject, of source: Source) -> [Mention.BrandMatch] {
        if let owner = Self.owner(of: source) { return [Mention.BrandMatch(brand: owner)] }
        return definitions.compactMap { definition in
            guard source.brand == nil || source.brand == definition.brand.id,
                let terms = definition.matchedTerms(in: subject)
            else { return nil }
            return Mention.BrandMatch(brand: definition.brand.id, terms: terms)
        }
    }

    /// The brand of `matches` that the text is judged for: the only one, or the only one beside
    /// competitors; nil where there is none or more than one.
    public func subject(of matches: [Mention.BrandMatch]) -> BrandID? {
        if matches.count == 1 { return matches[0].brand }
        let competitors = Set(definitions.map(\.brand).filter(\.isCompetitor).map(\.id))
        let own = matches.filter { !competitors.contains($0.brand) }
        return own.count == 1 ? own[0].brand : nil
    }

    /// Where the text of `entry` names `brand`, and where others; nil where it names no others.
    ///
    /// Others are the other brands whose queries match the text, and the brand's competitors.
    /// `language` is what was found in the text, for `lang:`. Takes time linear in the text for each
    /// name, none where nobody else is known.
    public func names(
        of brand: BrandID, in entry: Entry, language: String? = nil
    ) -> NamesInText? {
        guard let definition = definitions.first(where: { $0.brand.id == brand }),
            definitions.count > 1 || !definition.competitors.isEmpty
        else { return nil }
        let subject = QuerySubject(entry: entry, language: language)
        var others = definition.competitorSpans(in: subject)
        for other in definitions
        where other.brand.id != brand && other.matchedTerms(in: subject) != nil {
            others += other.nameSpans(in: subject)
        }
        guard !others.isEmpty else { return nil }
        let names = NamesInText(brand: definition.nameSpans(in: subject), others: others)
        return names.others.isEmpty ? nil : names
    }

    /// The brand that every entry of the source is about.
    private static func owner(of source: Source) -> BrandID? {
        source.kind == .mention ? nil : source.brand
    }
}
