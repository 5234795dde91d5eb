import Foundation
import Model

/// The columns that hold a list as JSON: short lists that are only ever read whole.
enum JSONColumn {
    private struct MatchRecord: Codable {
        var brand: String
        var terms: [String]
    }

    private struct ContributionRecord: Codable {
        var term: String
        var from: Int
        var to: Int
        var valence: Double
        var weight: Double
        var rules: [String]?
        /// Left out where a person wrote the valence.
        var origin: String?
    }

    static func text(_ matches: [Mention.BrandMatch]) throws -> String {
        try encoded(matches.map { MatchRecord(brand: $0.brand.rawValue, terms: $0.terms) })
    }

    static func brandMatches(_ text: String) throws -> [Mention.BrandMatch] {
        try decoded([MatchRecord].self, text).map {
            Mention.BrandMatch(brand: BrandID(trusted: $0.brand), terms: $0.terms)
        }
    }

    static func text(_ contributions: [Contribution]) throws -> String {
        if contributions.isEmpty { return "[]" }
        return try encoded(
            contributions.map {
                ContributionRecord(
                    term: $0.term, from: $0.span.lowerBound, to: $0.span.upperBound,
                    valence: $0.valence, weight: $0.weight,
                    rules: $0.rules.isEmpty ? nil : $0.rules,
                    origin: $0.origin == .written ? nil : $0.origin.rawValue)
            })
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

    private struct AspectRecord: Codable {
        var aspect: String
        var score: Double
        var label: String
        /// Where each span begins and ends, one after the other.
        var at: [Int]
    }

    static func text(_ aspects: [AspectOpinion]) throws -> String {
        if aspects.isEmpty { return "[]" }
        return try encoded(
            aspects.map {
                AspectRecord(
                    aspect: $0.aspect.rawValue, score: $0.score, label: $0.label.rawValue,
                    at: $0.spans.flatMap { [$0.lowerBound, $0.upperBound] })
            })
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

    private static func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws
        -> Value
    {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
