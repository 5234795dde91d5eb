import Matching
import Model
import Settings
import Testing

@testable import Assembly

struct `The reading digest of a source` {
    private func digest(_ configuration: String) throws -> String {
        let settings = try Workshop(configuration).settings()
        let source = try #require(settings.sources.first)
        return ReadingDigest.digest(of: source, brands: settings.brands)
    }

    private func configuration(
        query: String = "kettle", name: String = "Copper Kettle", more: String = "",
        feed: String = "a"
    ) -> String {
        """
        brands: [{id: kettle, name: \(name), query: \(query)}]
        sources: [{id: blog, url: "https://blog.example/\(feed)"\(more)}]
        """
    }

    @Test func `changes with the names of a brand that has no query`() throws {
        func digest(_ more: String) throws -> String {
            try self.digest(
                """
                brands: [{id: kettle\(more)}]
                sources: [{id: blog, url: "https://blog.example/"}]
                """)
        }
        #expect(try digest(", names: [Iron Kettle]") != digest(""))
        #expect(try digest(", competitors: [Iron Kettle]") == digest(""))
    }

    @Test func `changes with what decides on its entries, and with nothing else`() throws {
        let usual = try digest(configuration())
        #expect(try digest(configuration(feed: "b")) == usual)
        #expect(try digest(configuration(more: ", interval: 2h, title: Blog")) == usual)
        #expect(try digest(configuration(query: "kettles")) != usual)
        #expect(try digest(configuration(name: "Iron Kettle")) != usual)
        #expect(try digest(configuration(more: ", kind: review, brand: kettle")) != usual)
        #expect(try digest(configuration(more: ", time_zone: Asia/Tokyo")) != usual)
    }
}
