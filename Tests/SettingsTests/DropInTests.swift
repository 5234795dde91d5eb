import Alerting
import Matching
import Model
import Testing

@testable import Settings

private let main = "brands:\n  - {id: b, name: B}\n"

struct `A drop-in file` {
    @Test func `adds to the lists, in the order of the paths`() throws {
        let folder = try ConfigurationFolder(
            main,
            files: [
                "repute.d/20.yaml": "sources: [{id: c, url: 'https://c.example/'}]",
                "repute.d/10.yaml": "sources: [{id: a, url: 'https://a.example/'}]",
                "repute.d/10/x.yaml": "sources: [{id: z, url: 'https://z.example/'}]",
                "repute.d/sources/deep/s.yaml": "sources: [{id: d, url: 'https://d.example/'}]",
                "repute.d/.hidden.yaml": "nonsense", "repute.d/notes.txt": "nonsense",
                "repute.d/empty.yaml": "# nothing yet\n",
                "repute.d/more.yaml":
                    "brands: [{id: e}]\nrules: [{id: r, when: {label: neutral}}]\n"
                    + "channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]",
            ])
        let settings = try folder.settings()
        #expect(settings.sources.map(\.id.rawValue) == ["a", "z", "c", "d"])
        #expect(settings.brands.map(\.brand.id.rawValue) == ["b", "e"])
        #expect(settings.rules.map(\.id.rawValue) == ["r"])
        #expect(settings.channels.map(\.id.rawValue) == ["m"])
        #expect(settings.files.first == folder.path + "/repute.yaml")
        #expect(settings.files.count == 7)
    }

    @Test func `lies in the folder that is named as the main file`() throws {
        let folder = try ConfigurationFolder(
            main,
            files: [
                "other.yaml": "brands: [{id: o}]",
                "other.d/a.yaml": "sources: [{id: a, url: 'https://a.example/'}]",
            ])
        let loader = SettingsLoader(environment: [:])
        #expect(try loader.load(path: folder.path + "/other.yaml").sources.count == 1)
        #expect(try folder.settings().sources.isEmpty)
    }

    @Test func `can't set what stands once`() throws {
        let folder = try ConfigurationFolder(
            main,
            files: [
                "repute.d/a.yaml":
                    "sources: [{id: a, url: 'https://a.example/'}]\nstorage: {path: /x}\nlogs: {}\n"
            ])
        #expect(
            folder.problems() == [
                "repute.d/a.yaml:2:1: error: `storage` can't stand in a drop-in file, move it to "
                    + "repute.yaml",
                "repute.d/a.yaml:3:1: error: unknown key `logs`, did you mean `log`?",
            ])
    }

    @Test func `with another ending is not read, and a warning says so`() throws {
        let folder = try ConfigurationFolder(
            main + "sources: [{id: a, url: 'https://a.example/'}]",
            files: ["repute.d/a.yml": "nonsense"])
        #expect(
            folder.problems() == [
                "repute.d/a.yml: warning: this file is not read, call it `.yaml`"
            ])
    }

    @Test func `names files relative to itself`() throws {
        let folder = try ConfigurationFolder(
            main,
            files: [
                "repute.d/sources/a.yaml": "sources: [{id: a, url_file: ../url}]",
                "repute.d/url": "https://a.example/",
            ])
        #expect(try folder.settings().sources[0].url.reveal() == "https://a.example/")
    }

    @Test func `has its problems told together with those of the others`() throws {
        let folder = try ConfigurationFolder(
            "brands: [{id: b, nam: x}]",
            files: ["repute.d/b.yaml": "sources: [", "repute.d/a.yaml": "sources: [{id: a}]"])
        #expect(
            folder.problems().map { $0.prefix { $0 != ":" } } == [
                "repute.yaml", "repute.d/a.yaml", "repute.d/b.yaml",
            ])
    }
}
