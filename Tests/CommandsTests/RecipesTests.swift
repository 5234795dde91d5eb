import FoundationEssentials
import Parsing
import Reporting
import Settings
import Testing

@testable import Commands

private let reader = Reader(
    style: .plain, width: nil, time: TimeText(zone: .gmt, now: Date(timeIntervalSince1970: 0)))

private func page(_ name: String) throws -> String {
    let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
    return RecipePage(recipe: recipe, file: nil, reader: reader).text
}

struct `The list of recipes` {
    private let library = RecipeLibrary.embedded

    @Test func `names every recipe with its parameters and with what it can't give`() {
        let listing = RecipeListing.listing(library.recipes, library)
        let lines = listing.rendered(as: .table, for: reader).split(separator: "\n")
        #expect(lines.count == library.names.count + 2)
        let places = lines.first { $0.hasPrefix("yelp ") }
        #expect(places?.contains("business, locale?, key") == true, "\(lines)")
        #expect(
            lines.contains { $0.hasPrefix("google-alerts ") && $0.contains("rating, author, text") }
        )
    }

    @Test func `tells programs all of each`() throws {
        let recipe = try #require(library.recipe(named: "judge-me"))
        let json = RecipeListing.listing([recipe], library).rendered(as: .json, for: reader)
        for part in [
            #""name":"judge-me""#, #""headers":["X-Api-Token"]"#, #""isOwn":false"#,
            #""drops":["reviewer.email","reviewer.phone","ip_address"]"#, #""secret":true"#,
        ] {
            #expect(json.contains(part), "\(part) in \(json)")
        }
        let csv = RecipeListing.listing([recipe], library).rendered(as: .csv, for: reader)
        #expect(csv.hasPrefix("name,title,kind,genre,format,parameters,"))
    }

    @Test func `knows the nearest name of one that it does not have`() {
        #expect(
            RecipeListing.unknown("trustpilt", among: library.names)
                == "no recipe is called trustpilt; did you mean `trustpilot`?")
        #expect(RecipeListing.unknown("zzzzzzzz", among: ["a", "b"]).hasSuffix("there are: a, b"))
        #expect(throws: CommandFailure.self) { try library.known("trustpilt") }
    }
}

struct `The page of a recipe` {
    @Test func `tells its parameters, its limits and a source that uses it`() throws {
        let text = try page("trustpilot")
        #expect(text.hasPrefix("Trustpilot reviews (trustpilot)\n"))
        for part in [
            "apikey", "by the page number in `page`, up to 20 pages a poll",
            "  key (secret): An API key.\n",
            "it also gives `referralEmail`, `referenceId`, which Repute drops.",
            "repute source add trustpilot unit=0123456789abcdef01234567 key_file=/etc/repute/trustpilot.key\n",
            "      recipe: trustpilot\n",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test func `holds an example that the configuration takes`() throws {
        for name in RecipeLibrary.embedded.names {
            let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
            let text = try page(name)
            #expect(text.contains("repute source add \(name)"), "\(name)")
            for parameter in recipe.parameters
            where parameter.isRequired && parameter.defaultValue == nil {
                let key = parameter.isSecret ? parameter.name + "_file" : parameter.name
                #expect(text.contains("\(key)="), "\(name): \(key)")
            }
        }
    }
}

struct `The tests of recipes` {
    @Test func `tell how each ended`() throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: "yelp"))
        let sample = try #require(RecipeLibrary.embedded.sample(ofRecipe: "yelp"))
        var broken = sample
        broken.bytes = Array("{".utf8)
        var other = sample
        other.expectation = Array(#"{"notes": [], "entries": []}"#.utf8)
        let tests = [
            RecipeTest(recipe, sample: sample), RecipeTest(recipe, sample: broken),
            RecipeTest(recipe, sample: other), RecipeTest(recipe, sample: nil),
        ]
        let text = RecipesTestCommand.listing(tests).rendered(as: .csv, for: reader)
        let lines = text.split(separator: "\r\n")
        #expect(lines[0] == "name,outcome,entries,sample,details")
        #expect(lines[1].hasPrefix("yelp,passed,2,feeds/samples/yelp.json,"))
        #expect(lines[2].hasPrefix("yelp,unreadable,0,"))
        #expect(lines[3].hasPrefix("yelp,differs,2,"))
        #expect(lines[4].hasPrefix("yelp,missing,0,"))
        let table = RecipesTestCommand.listing(tests).rendered(as: .table, for: reader)
        #expect(table.hasSuffix("4 recipes tested, 2 are wrong.\n"))
    }

    @Test func `of the recipes that come with Repute all pass`() {
        let library = RecipeLibrary.embedded
        for recipe in library.recipes {
            let test = RecipeTest(recipe, sample: library.sample(ofRecipe: recipe.name))
            #expect(test.outcome == .passed, "\(recipe.name): \(test.details)")
        }
    }
}
