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

    /// The brand that every entry of the source is about.
    private static func owner(of source: Source) -> BrandID? {
        source.kind == .mention ? nil : source.brand
    }
}
