/// Where a text names a brand, and where it names others.
public struct NamesInText: Sendable, Hashable {
    /// UTF-8 offsets into `Entry.body`, in order; none overlaps another or one of `others`.
    public let brand: [Range<Int>]
    /// The same for names of others.
    public let others: [Range<Int>]

    /// Where names overlap, the one that begins first holds, then the longer one, then the brand's.
    init(brand: [Range<Int>], others: [Range<Int>]) {
        let all =
            brand.map { (span: $0, isBrand: true) } + others.map { (span: $0, isBrand: false) }
        let inOrder = all.filter { !$0.span.isEmpty }.sorted { left, right in
            let (a, b) = (left.span, right.span)
            if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
            if a.upperBound != b.upperBound { return a.upperBound > b.upperBound }
            return left.isBrand && !right.isBrand
        }
        var end = 0
        var kept: (brand: [Range<Int>], others: [Range<Int>]) = ([], [])
        for name in inOrder where name.span.lowerBound >= end {
            end = name.span.upperBound
            if name.isBrand { kept.brand.append(name.span) } else { kept.others.append(name.span) }
        }
        self.brand = kept.brand
        self.others = kept.others
    }
}

extension BrandDefinition {
    /// Where the text has names of the brand, whether or not the brand is meant.
    func nameSpans(in subject: QuerySubject) -> [Range<Int>] {
        let evaluation = QueryEvaluation(subject: subject)
        return nameTerms.flatMap(evaluation.spans)
    }

    /// Where the text has names of those whom the brand alone knows as its competitors.
    func competitorSpans(in subject: QuerySubject) -> [Range<Int>] {
        let evaluation = QueryEvaluation(subject: subject)
        return competitorTerms.flatMap(evaluation.spans)
    }
}
