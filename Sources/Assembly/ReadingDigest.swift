import Fetching
import Matching
import Model

/// A digest of all that decides what the entries of a source become; when it changes, the source's
/// document is read anew even if it is the same.
enum ReadingDigest {
    static func digest(of source: Source, brands: [BrandDefinition]) -> String {
        var parts = [
            source.kind.rawValue, source.brand?.rawValue ?? "", source.recipe ?? "",
            source.timeZone ?? "",
        ]
        for brand in brands {
            parts += [
                brand.brand.id.rawValue, brand.brand.name, brand.query?.text ?? "",
                "\(brand.contextWindow ?? -1)",
            ]
            parts += brand.context + brand.names.map { "name " + $0 }
        }
        return BodyDigest.of(parts.joined(separator: "\u{1F}").utf8)
    }
}
