import GRDB
import Model

/// A condition of a statement: that a row is about one of some brands.
struct BrandScope: Sendable {
    /// `true` for any brand.
    let sql: String
    /// For the places of `sql`.
    let arguments: StatementArguments

    private init(_ brands: [BrandID]?, _ sql: (_ places: String) -> String, copies: Int = 1) {
        let names = brands?.map(\.rawValue)
        self.sql =
            names.map { sql($0.map { _ in "?" }.joined(separator: ", ")) } ?? "true"
        arguments = StatementArguments(
            (0..<copies).flatMap { _ in names ?? [] })
    }

    /// The row of a table with a column `brandId` is of one of `brands`.
    static func listed(_ brands: [BrandID]) -> BrandScope {
        BrandScope(brands) { places in "brandId IN (\(places))" }
    }

    /// The mention whose number is in `column` is about one of `brands`; nil for about any, or none.
    static func mention(_ column: String, about brands: [BrandID]?) -> BrandScope {
        BrandScope(brands) { places in
            """
            EXISTS (
                SELECT 1 FROM mentionBrand
                WHERE mentionBrand.mentionId = \(column) AND mentionBrand.brandId IN (\(places)))
            """
        }
    }

    /// The decision counts for one of `brands`; where it is noted for no single brand, its mention is
    /// about one.
    static func decision(on brands: [BrandID]?) -> BrandScope {
        BrandScope(
            brands,
            { places in
                """
                (decision.brandId IN (\(places)) OR decision.brandId = '' AND EXISTS (
                    SELECT 1 FROM mentionBrand
                    WHERE mentionBrand.mentionId = decision.mentionId
                        AND mentionBrand.brandId IN (\(places))))
                """
            }, copies: 2)
    }

    /// The alert is about one of `brands`; one on no brand is not.
    static func alert(on brands: [BrandID]?) -> BrandScope {
        BrandScope(brands) { places in "alert.brandId IN (\(places))" }
    }
}
