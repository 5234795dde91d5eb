import Foundation
import Model
import Parsing
import Testing

@testable import Settings

/// The folder `feeds/` of this package.
private let feeds = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "feeds")
private let samples = feeds.appending(path: "samples")

private let names =
    (try? FileManager.default.contentsOfDirectory(atPath: feeds.path()))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

private func sampleBytes(_ name: String) throws -> [UInt8] {
    for suffix in ["json", "xml", "html"] {
        let file = samples.appending(path: "\(name).\(suffix)")
        if let data = FileManager.default.contents(atPath: file.path()) { return [UInt8](data) }
    }
    throw CocoaError(.fileNoSuchFile)
}

private func read(_ name: String, _ options: FeedParser.Options) throws -> ParsedFeed {
    var options = options
    options.baseURL = RecipeTrial.address
    return try FeedParser.parse(try sampleBytes(name), options: options)
}

struct `The recipe` {
    @Test(arguments: names)
    func `reads its sample`(name: String) throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        let reading = RecipeReading(try read(name, FeedParser.Options(recipe: recipe)))
        let file = samples.appending(path: "\(name).expected.json")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
            try Data(reading.json).write(to: file)
        }
        let expected = try #require(RecipeReading(json: [UInt8](Data(contentsOf: file))))
        #expect(reading.differences(from: expected).isEmpty)
        #expect(!reading.entries.isEmpty)
    }

    @Test(arguments: names)
    func `is part of the program with its sample`(name: String) throws {
        let sample = try #require(RecipeLibrary.embedded.sample(ofRecipe: name))
        #expect(sample.bytes == (try sampleBytes(name)))
        let file = samples.appending(path: "\(name).expected.json")
        #expect(sample.expectation == [UInt8](try Data(contentsOf: file)))
        #expect(sample.expectationFile == nil)
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        let test = RecipeTest(recipe, sample: sample)
        #expect(test.outcome == .passed, "\(test.details)")
        #expect(test.entryCount > 0)
    }

    @Test(arguments: names)
    func `has no path that leads nowhere, and stores no personal field`(name: String) throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        #expect(recipe.doubts.isEmpty)
        let trial = RecipeTrial(recipe, sample: try sampleBytes(name))
        #expect(trial.errors.isEmpty)
        let result = try trial.result.get()
        let text = "\(RecipeReading(result))"
        #expect(!text.contains("hidden@"))
        #expect(!text.contains("192.0.2."))
    }

    @Test(arguments: names)
    func `tells limits or that there are none to tell`(name: String) throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        #expect(!recipe.limits.isEmpty)
        #expect(recipe.limits.allSatisfy { $0.hasSuffix(".") })
    }

    @Test(arguments: names)
    func `is found by the shape of its sample`(name: String) throws {
        let library = RecipeLibrary.embedded
        let recipe = try #require(library.recipe(named: name))
        // Two recipes for answers of one shape leave recognition to one of them.
        guard recipe.format == .json, name != "youtube-video-comments" else { return }
        let feed = try read(name, FeedParser.Options(recipes: library.recipes))
        #expect(feed.notes.first == "It was read as \(recipe.title), by the recipe `\(name)`.")
    }

    @Test func `is part of the program as it stands in its file`() throws {
        let library = RecipeLibrary.embedded
        #expect(library.names == names)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: feeds.appending(path: "\(name).yaml")))
            let recipe = try RecipeLibrary.recipe(reading: bytes, file: "\(name).yaml")
            #expect(recipe == library.recipe(named: name))
            #expect(recipe.name == name)
        }
    }

    @Test(arguments: names)
    func `makes a request of the examples of its parameters`(name: String) throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        var values: [String: Secret] = [:]
        for parameter in recipe.parameters where parameter.isRequired {
            let example = try #require(
                parameter.example ?? (parameter.isSecret ? "s3cret" : nil), "\(parameter.name)")
            values[parameter.name] = Secret(example)
        }
        let url = try recipe.request(with: values).url.reveal()
        #expect(URL(string: url)?.host() != nil)
        #expect(!url.contains("{"))
    }

    @Test(arguments: names)
    func `tells what its parameters are`(name: String) throws {
        let recipe = try #require(RecipeLibrary.embedded.recipe(named: name))
        #expect(recipe.summary != nil)
        #expect(recipe.homepage != nil)
        #expect(recipe.parameters.allSatisfy { $0.description != nil })
    }
}

struct `The manual of recipes` {
    private let manual: String

    init() throws {
        manual = try String(
            contentsOf: feeds.deletingLastPathComponent().appending(path: "docs/recipes.md"),
            encoding: .utf8)
    }

    @Test func `has an example that is sound`() throws {
        let blocks = manual.components(separatedBy: "```")
        let example = try #require(blocks.first { $0.hasPrefix("yaml\nname:") })
        let recipe = try RecipeLibrary.recipe(
            reading: Array(example.dropFirst(5).utf8), file: "corner-shop.yaml")
        #expect(recipe.name == "corner-shop")
    }

    @Test func `lists every recipe`() throws {
        for name in names { #expect(manual.contains("`\(name)`"), "\(name)") }
    }
}
