import Foundation
import Model
import Testing

@testable import Settings

private let brands = "brands: [{id: inn, name: Inn, query: inn}]\n"

struct `An imported source` {
    @Test func `has no address and is not polled`() throws {
        let source = try #require(
            try settings(brands + "sources: [{id: old, imported: true, kind: survey}]").sources
                .first)
        #expect(source.isImported && !source.isPolled && source.url.isEmpty)
        #expect(source.kind == .survey && source.brand?.rawValue == "inn")
    }

    @Test(arguments: [
        "url: \"https://a.example/\"", "url_file: x", "recipe: app-store", "with: {app: 1}",
        "interval: 15m", "longest_interval: 6h", "headers: {A: b}", "alert_since: now",
    ])
    func `refuses what belongs to a polled one`(line: String) throws {
        let found = try problems(
            brands + "sources:\n  - id: old\n    imported: true\n    \(line)\n")
        let key = line.prefix { $0 != ":" }
        #expect(found.contains { $0.contains("repute.yaml:5:5") && $0.contains("`\(key)`") })
    }

    @Test func `is named where a source has no address`() throws {
        let found = try problems(brands + "sources: [{id: old}]")
        #expect(found.contains { $0.contains("imported: true") })
    }

    @Test func `switched off is one that is polled`() throws {
        let source = try #require(
            try settings(
                brands + "sources: [{id: a, imported: false, url: \"https://a.example/\"}]"
            )
            .sources.first)
        #expect(!source.isImported && source.isPolled)
    }
}

struct `The origin of a source` {
    private func folder() throws -> ConfigurationFolder {
        try ConfigurationFolder(
            brands + "sources:\n  - id: main\n    url: https://a.example/\n",
            files: [
                "repute.d/sources/one.yaml":
                    "# a comment\nsources:\n  - id: one\n    recipe: app-store-atom\n    with: {app: \"1\"}\n",
                "repute.d/two.yaml":
                    "sources:\n  - {id: two, url: \"https://b.example/\"}\n  - {id: three, url: \"https://c.example/\"}\n",
            ])
    }

    @Test func `is its file, its line, its recipe, and whether it is alone there`() throws {
        let folder = try folder()
        let origins = try folder.settings().origins
        let one = try #require(origins[SourceID(trusted: "one")])
        #expect(one.file == folder.path + "/repute.d/sources/one.yaml" && one.line == 3)
        #expect(one.isAlone && one.recipe == "app-store-atom")
        let main = try #require(origins[SourceID(trusted: "main")])
        #expect(!main.isAlone && main.line == 3 && main.recipe == nil)
        #expect(origins[SourceID(trusted: "three")]?.isAlone == false)
    }

    @Test func `can be thought away or added before a file is written`() throws {
        let folder = try folder()
        let path = folder.path + "/repute.yaml"
        let file = folder.path + "/repute.d/sources/one.yaml"
        let loader = SettingsLoader(environment: [:])
        let without = try loader.load(path: path, changes: [file: String?.none])
        #expect(without.sources.map(\.id.rawValue) == ["main", "two", "three"])
        let new = folder.path + "/repute.d/sources/new.yaml"
        let with = try loader.load(
            path: path, changes: [new: "sources: [{id: new, url: \"https://d.example/\"}]"])
        #expect(with.sources.map(\.id.rawValue) == ["main", "new", "one", "two", "three"])
        #expect(with.files.contains(new))
        let error = #expect(throws: SettingsProblems.self) {
            try loader.load(path: path, changes: [new: "sources: [{id: main}]"])
        }
        #expect(error?.problems.first?.file == new)
        #expect(try loader.load(path: path).sources.count == 4)
    }
}
