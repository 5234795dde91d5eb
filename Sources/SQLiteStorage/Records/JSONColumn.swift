import Foundation
import Model

/// The columns that hold a list as JSON: short lists that are only ever read whole.
enum JSONColumn {
    private struct MatchRecord: Decodable {
        var brand: String
        var terms: [String]
    }

    private struct ContributionRecord: Decodable {
        var term: String
        var from: Int
        var to: Int
        var valence: Double
        var weight: Double
        var rules: [String]?
        /// Left out where a person wrote the valence.
        var origin: String?
    }

    static func text(_ matches: [Mention.BrandMatch]) -> String {
        var json = JSONText()
        json.list(matches) { json, match in
            json.object {
                $0.name("brand")
                $0.string(match.brand.rawValue)
                $0.name("terms")
                $0.list(match.terms) { $0.string($1) }
            }
        }
        return json.text
    }

    static func brandMatches(_ text: String) throws -> [Mention.BrandMatch] {
        if let matches = MatchText.matches(text) { return matches }
        return try decoded([MatchRecord].self, text).map {
            Mention.BrandMatch(brand: BrandID(trusted: $0.brand), terms: $0.terms)
        }
    }

    static func text(_ contributions: [Contribution]) throws -> String {
        if contributions.isEmpty { return "[]" }
        var json = JSONText()
        try json.list(contributions) { json, contribution in
            try json.object { try write(contribution, to: &$0) }
        }
        return json.text
    }

    /// Writes the members of a `ContributionRecord`.
    private static func write(_ contribution: Contribution, to json: inout JSONText) throws {
        json.name("term")
        json.string(contribution.term)
        json.name("from")
        json.number(contribution.span.lowerBound)
        json.name("to")
        json.number(contribution.span.upperBound)
        json.name("valence")
        try json.number(contribution.valence)
        json.name("weight")
        try json.number(contribution.weight)
        if !contribution.rules.isEmpty {
            json.name("rules")
            json.list(contribution.rules) { $0.string($1) }
        }
        if contribution.origin != .written {
            json.name("origin")
            json.string(contribution.origin.rawValue)
        }
    }

    static func contributions(_ text: String) throws -> [Contribution] {
        if text == "[]" { return [] }
        return try decoded([ContributionRecord].self, text).compactMap {
            guard $0.from <= $0.to else { return nil }
            return Contribution(
                term: $0.term, span: $0.from..<$0.to, valence: $0.valence, weight: $0.weight,
                rules: $0.rules ?? [],
                origin: $0.origin.flatMap(Contribution.Origin.init) ?? .written)
        }
    }

    private struct AspectRecord: Decodable {
        var aspect: String
        var score: Double
        var label: String
        /// Where each span begins and ends, one after the other.
        var at: [Int]
    }

    static func text(_ aspects: [AspectOpinion]) throws -> String {
        if aspects.isEmpty { return "[]" }
        var json = JSONText()
        try json.list(aspects) { json, opinion in
            try json.object {
                $0.name("aspect")
                $0.string(opinion.aspect.rawValue)
                $0.name("score")
                try $0.number(opinion.score)
                $0.name("label")
                $0.string(opinion.label.rawValue)
                $0.name("at")
                $0.list(opinion.spans.flatMap { [$0.lowerBound, $0.upperBound] }) {
                    $0.number($1)
                }
            }
        }
        return json.text
    }

    static func aspects(_ text: String) throws -> [AspectOpinion] {
        if text == "[]" { return [] }
        return try decoded([AspectRecord].self, text).compactMap { record in
            guard let aspect = Aspect(rawValue: record.aspect),
                let label = Sentiment.Label(rawValue: record.label)
            else { return nil }
            let spans = stride(from: 0, to: record.at.count - 1, by: 2).compactMap { place in
                record.at[place] <= record.at[place + 1]
                    ? record.at[place]..<record.at[place + 1] : nil
            }
            return AspectOpinion(
                aspect: aspect, score: record.score, label: label, spans: spans)
        }
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws
        -> Value
    {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
