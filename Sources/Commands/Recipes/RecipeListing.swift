import Model
import Parsing
import Reporting
import Settings
import TextProcessing

/// Recipes as a list: one row each.
enum RecipeListing {
    static func listing(_ recipes: [Recipe], _ library: RecipeLibrary) -> Listing {
        Listing(
            columns: columns, rows: recipes.map { row($0, library) },
            whenEmpty: "There is no recipe.",
            footer: recipes.count > 1 ? ["`repute recipes show NAME` tells all about one."] : [])
    }

    /// What is said where there is no recipe of a name.
    static func unknown(_ name: String, among names: [String]) -> String {
        let question = NearestName.question(name, among: names)
        return "no recipe is called \(name); "
            + (question ?? "there are: " + names.joined(separator: ", "))
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("name", "Recipe"),
        Listing.Column("title", "Source", minimum: 16, maximum: 44),
        Listing.Column("kind", "Kind"),
        Listing.Column("genre", for: .programs),
        Listing.Column("format", for: .programs),
        Listing.Column("parameters", "Parameters", minimum: 12, maximum: 40),
        Listing.Column("lacks", "Can't give", minimum: 10, maximum: 30),
        Listing.Column("summary", for: .programs),
        Listing.Column("homepage", for: .programs),
        Listing.Column("address", for: .programs),
        Listing.Column("headers", for: .programs),
        Listing.Column("paging", for: .programs),
        Listing.Column("minimumInterval", for: .programs),
        Listing.Column("limits", for: .programs),
        Listing.Column("drops", for: .programs),
        Listing.Column("isOwn", for: .programs),
        Listing.Column("parameterDetails", for: .json),
    ]

    private static func row(_ recipe: Recipe, _ library: RecipeLibrary) -> [Field] {
        [
            .text(recipe.name), .text(recipe.title), .text(recipe.kind?.rawValue ?? "mention"),
            .text(recipe.genre?.rawValue), .text(recipe.format.rawValue),
            .texts(recipe.parameters.map { $0.isRequired ? $0.name : $0.name + "?" }),
            .texts(recipe.lacks.map(\.rawValue)), .text(recipe.summary), .text(recipe.homepage),
            .text(recipe.addressTemplate), .texts(recipe.headerNames), .text(recipe.pagingSummary),
            .decimal(recipe.minimumInterval, places: 0), .texts(recipe.limits),
            .texts(recipe.shares), .flag(library.isOwn(recipe.name)),
            .nested(.array(recipe.parameters.map(json))),
        ]
    }

    private static func json(_ parameter: RecipeParameter) -> JSONValue {
        .members([
            "name": .string(parameter.name), "description": .optional(parameter.description),
            "example": .optional(parameter.example), "default": .optional(parameter.defaultValue),
            "pattern": .optional(parameter.pattern), "required": .bool(parameter.isRequired),
            "secret": .bool(parameter.isSecret),
        ])
    }
}
