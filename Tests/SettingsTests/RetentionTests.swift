import FoundationEssentials
import Model
import Testing

@testable import Settings

private let brands = "brands: [{id: inn, name: Inn, query: inn}]\n"
private let day = 86_400.0

struct `How long mentions are kept` {
    private func retention(_ retention: String, _ sources: String) throws -> RetentionSettings {
        try settings(brands + "retention: {\(retention)}\nsources:\n" + sources).retention
    }

    @Test func `is said by source, and once for all others`() throws {
        let kept = try retention(
            "mentions: 730d, authors: 12w, outbox: forever",
            """
              - {id: a, url: "https://a.example/", retention: 90d}
              - {id: b, url: "https://b.example/", retention: forever}
              - {id: c, imported: true, retention: 36h}
              - {id: d, url: "https://d.example/"}
            """)
        #expect(kept.mentions == 730 * day && kept.authors == 84 * day && kept.outbox == nil)
        #expect(
            kept.sources == [
                SourceID(trusted: "a"): 90 * day, SourceID(trusted: "b"): TimeInterval?.none,
                SourceID(trusted: "c"): 1.5 * day,
            ])
    }

    @Test func `is for ever unless it is said, names of authors included`() throws {
        let kept = try settings(brands).retention
        #expect(kept == .standard)
        #expect(kept.mentions == nil && kept.authors == nil && kept.sources.isEmpty)
        #expect(kept.outbox == 30 * day)
    }

    @Test(arguments: ["23h", "0d", "never", "-1d", "40000d", "[1d]"])
    func `is a duration of a day or more, or forever`(age: String) throws {
        let found = try problems(
            brands + "sources:\n  - id: a\n    url: https://a.example/\n    retention: \(age)\n")
        #expect(found.contains { $0.contains("repute.yaml:5:16") && $0.contains("`retention`") })
        #expect(try problems("retention: {authors: \(age)}").contains { $0.contains("`authors`") })
    }
}
