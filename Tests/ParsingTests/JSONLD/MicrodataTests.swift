import Model
import Testing

@testable import Parsing

private func entries(_ body: String) throws -> [Entry] {
    try FeedSample.parse("<!doctype html><html><body>" + body + "</body></html>").entries
}

struct `A page with microdata` {
    @Test func `gives its reviews`() throws {
        let found = try entries(
            """
            <div itemscope itemtype="http://schema.org/Product"><h1 itemprop="name">Tin</h1>
            <div itemprop="aggregateRating" itemscope itemtype="http://schema.org/AggregateRating"><b itemprop="ratingValue">4</b></div>
            <ul><li itemprop="review" itemscope itemtype="http://schema.org/Review" itemid="https://kiosk.example/r/1">
            <meta itemprop="datePublished" content="2026-03-10"><span itemprop="name">Bent lid</span>
            <span itemprop="author" itemscope itemtype="http://schema.org/Person"><i itemprop="name">Ann &amp; Bo</i></span>
            <span itemprop="reviewRating" itemscope><meta itemprop="ratingValue" content="2"/><data itemprop="bestRating" value="5">five</data></span>
            <p itemprop="reviewBody">Does not close.<br>Nobody <b>answers</b>.</p>
            <li itemprop=review itemscope itemtype=https://schema.org/Review><span itemprop=reviewBody>Fine.</span>
            <time itemprop=datePublished datetime="2026-03-09T08:00:00Z">yesterday</time></ul></div>
            """)
        #expect(found.map(\.title) == ["Bent lid", nil])
        #expect(found.map(\.text) == ["Does not close.\nNobody answers.", "Fine."])
        #expect(found.map(\.author) == ["Ann & Bo", nil])
        #expect(found.map(\.rating) == [Rating(value: 2, min: 1, max: 5), nil])
        #expect(found.map(\.id) == ["https://kiosk.example/r/1", nil])
        #expect(
            found.map { $0.published?.rfc3339 } == ["2026-03-10T00:00:00Z", "2026-03-09T08:00:00Z"])
    }

    @Test func `is one with its JSON-LD`() throws {
        let found = try entries(
            """
            <script type="application/ld+json">{"@type": "Review", "@id": "#r1", "author": "Ann", "reviewBody": "Cold rolls."}</script>
            <div itemscope itemtype="https://schema.org/Review"><span itemprop="author">Ann</span>
            <p itemprop="reviewBody">Cold <i>rolls</i>.</p></div>
            """)
        #expect(found.map(\.id) == ["#r1"])
    }

    @Test(arguments: [
        "<p itemprop=reviewBody>Cold.</p>", "<div itemscope><p itemprop=reviewBody>Cold.</p></div>",
        "<div itemscope itemtype=https://schema.org/Review></div>",
        "<div itemscope itemtype=https://schema.org/Offer><p itemprop=description>Cold.</p></div>",
    ])
    func `gives nothing that is no review`(body: String) {
        let error = #expect(throws: FeedParseError.self) { try entries(body) }
        #expect(error?.reason == .html)
    }

    @Test(arguments: [
        "<div itemscope itemtype=https://schema.org/Review><p itemprop=reviewBody>Cold.",
        "<div itemscope itemtype=https://schema.org/Review><p itemprop=reviewBody>Cold.</div></p></section>",
        "<b><div itemscope itemtype='https://schema.org/Review x'><p itemprop='reviewBody text'>Cold.</b>",
    ])
    func `may leave its elements open`(body: String) throws {
        #expect(try entries(body).map(\.text) == ["Cold."])
    }
}
