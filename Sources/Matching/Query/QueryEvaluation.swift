import Model

/// What a part of a query finds in an entry.
struct QueryOutcome {
    var holds: Bool
    /// What was found by the parts that have to be there.
    var hits: [QueryHit] = []
    /// What was found by the parts that must not be there.
    var exclusions: [QueryHit] = []
    /// What was not found and had to be, as it is written in the query.
    var missing: [String] = []
}

/// Asks a query of one entry.
struct QueryEvaluation {
    let subject: QuerySubject

    /// The outcome of a whole tree; every part is asked, so that all can be explained.
    func outcome(of node: QueryNode) -> QueryOutcome {
        switch node {
        case .term(let term): return outcome(of: term)
        case .field(let test): return outcome(of: test)
        case .near(let left, let right, let distance):
            return outcome(left, near: right, within: distance)
        case .not(let inner):
            let found = outcome(of: inner)
            return QueryOutcome(
                holds: !found.holds, exclusions: found.holds ? found.hits : [])
        case .all(let parts):
            let outcomes = parts.map(outcome)
            return Self.merged(outcomes, holds: outcomes.allSatisfy(\.holds))
        case .any(let parts):
            let outcomes = parts.map(outcome)
            let held = outcomes.filter(\.holds)
            return Self.merged(held.isEmpty ? outcomes : held, holds: !held.isEmpty)
        }
    }

    private static func merged(_ outcomes: [QueryOutcome], holds: Bool) -> QueryOutcome {
        QueryOutcome(
            holds: holds, hits: outcomes.flatMap(\.hits),
            exclusions: outcomes.flatMap(\.exclusions), missing: outcomes.flatMap(\.missing))
    }

    private func outcome(of term: QueryTerm) -> QueryOutcome {
        let spans = spans(of: term)
        guard !spans.isEmpty else {
            return QueryOutcome(holds: false, missing: [Self.written(term)])
        }
        return QueryOutcome(holds: true, hits: spans.map { hit(of: term, at: $0) })
    }

    /// Where the term stands in the text that it is looked for in.
    func spans(of term: QueryTerm) -> [Range<Int>] {
        let index = subject.index(of: term.scope)
        return switch term.pattern {
        case .words(let pattern): pattern.occurrences(in: index).map(index.span)
        case .raw(let pattern): pattern.spans(in: index.text)
        }
    }

    private func hit(of term: QueryTerm, at span: Range<Int>) -> QueryHit {
        QueryHit(
            term: Self.written(term), text: subject.index(of: term.scope).text(at: span),
            span: term.scope == .author ? nil : span)
    }

    private static func written(_ term: QueryTerm) -> String {
        term.scope == .body ? term.written : term.scope.rawValue + ":" + term.written
    }

    private func outcome(of test: FieldTest) -> QueryOutcome {
        let found: String? =
            switch test.wanted {
            case .site(let site):
                subject.host.flatMap { EntryHost.host($0, isWithin: site) ? $0 : nil }
            case .language(let range):
                subject.language.flatMap { LanguageTag.tag($0, isWithin: range) ? $0 : nil }
            case .rating(let range):
                subject.rating.flatMap { range.contains($0.stars) ? Self.text(of: $0) : nil }
            }
        guard let found else { return QueryOutcome(holds: false, missing: [test.written]) }
        return QueryOutcome(
            holds: true, hits: [QueryHit(term: test.written, text: found, span: nil)])
    }

    /// Stars with at most one decimal place, as `4` or `3.5`.
    private static func text(of rating: Rating) -> String {
        let tenths = Int((rating.stars * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}

// Nearness.
extension QueryEvaluation {
    private struct Place {
        var occurrence: WordIndex.Occurrence
        var hit: QueryHit
    }

    private func outcome(
        _ left: [QueryTerm], near right: [QueryTerm], within distance: Int
    ) -> QueryOutcome {
        let (lefts, rights) = (left.flatMap(places), right.flatMap(places))
        let near = nearest(rights, to: lefts, within: distance)
        guard !near.isEmpty else {
            let terms = [left, right].map { side in
                side.map(Self.written).joined(separator: " OR ")
            }
            return QueryOutcome(
                holds: false, missing: [terms.joined(separator: " NEAR/\(distance) ")])
        }
        return QueryOutcome(holds: true, hits: near)
    }

    private func places(of term: QueryTerm) -> [Place] {
        let index = subject.index(of: term.scope)
        switch term.pattern {
        case .words(let pattern):
            return pattern.occurrences(in: index).map {
                Place(occurrence: $0, hit: hit(of: term, at: index.span(of: $0)))
            }
        case .raw(let pattern):
            return pattern.spans(in: index.text).map {
                Place(occurrence: index.occurrence(covering: $0), hit: hit(of: term, at: $0))
            }
        }
    }

    /// The pairs with at most `distance` words between: each left one with its nearest neighbour
    /// on either side.
    private func nearest(_ rights: [Place], to lefts: [Place], within distance: Int) -> [QueryHit] {
        let byStart = rights.sorted { $0.occurrence.first < $1.occurrence.first }
        let byEnd = rights.sorted { $0.occurrence.last < $1.occurrence.last }
        var hits: [QueryHit] = []
        for left in lefts {
            let place = left.occurrence
            let after = Self.firstIndex(in: byStart) { $0.first > place.last }
            let before = Self.firstIndex(in: byEnd) { $0.last >= place.first } - 1
            let neighbours = [
                byEnd.indices.contains(before) ? byEnd[before] : nil,
                byStart.indices.contains(after) ? byStart[after] : nil,
            ]
            let near = neighbours.compactMap { $0 }.filter { neighbour in
                let other = neighbour.occurrence
                let steps = max(other.first - place.last, place.first - other.last)
                return steps - 1 <= distance
            }
            if !near.isEmpty { hits.append(left.hit) }
            hits += near.map(\.hit)
        }
        return hits
    }

    /// The first place for which `holds`, by halving; the places are in order.
    private static func firstIndex(
        in places: [Place], where holds: (WordIndex.Occurrence) -> Bool
    ) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = low + (high - low) / 2
            if holds(places[middle].occurrence) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Whether one of `terms` stands at most `distance` words from one of `spans` of the body.
    func hasAny(of terms: [QueryTerm], near spans: [Range<Int>], within distance: Int) -> Bool {
        let anchors = spans.map { span in
            Place(
                occurrence: subject.body.occurrence(covering: span),
                hit: QueryHit(term: "", text: "", span: span))
        }
        return !nearest(terms.flatMap(places), to: anchors, within: distance).isEmpty
    }
}
