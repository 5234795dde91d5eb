import Model
import Testing

@testable import Parsing

struct `A rating element` {
    @Test(
        arguments: [
            ("<rating>4</rating>", 4.0, 1.0, 5.0), ("<rating>4,5</rating>", 4.5, 1.0, 5.0),
            ("<stars>3</stars>", 3.0, 1.0, 5.0),
            ("<review:rating>8</review:rating>", 8.0, 0.0, 10.0),
            (#"<gd:rating average="3.5" min="1" max="5"/>"#, 3.5, 1.0, 5.0),
            (#"<review:rating value="7" best="10" worst="1"/>"#, 7.0, 1.0, 10.0),
            (#"<rating max="10">7</rating>"#, 7.0, 0.0, 10.0),
            ("<rating>4 out of 5</rating>", 4.0, 1.0, 5.0),
            ("<rating>★★☆☆☆</rating>", 2.0, 1.0, 5.0), ("<rating>80%</rating>", 80.0, 0.0, 100.0),
            (
                "<review:reviewRating><review:ratingValue>2</review:ratingValue>"
                    + "<review:bestRating>6</review:bestRating></review:reviewRating>", 2.0, 0.0,
                6.0
            ),
        ] as [(String, Double, Double, Double)])
    func `gives value and scale`(element: String, value: Double, min: Double, max: Double) throws {
        let entry = try FeedSample.item("<guid>1</guid>" + element)
        #expect(entry.rating == Rating(value: value, min: min, max: max))
    }

    @Test(
        arguments: [
            "<rating>nonadult</rating>", "<rating>0</rating>", "<rating/>",
            "<media:rating>nonadult</media:rating>", #"<rating max="5">9</rating>"#,
            #"<gd:rating average="nan" max="5"/>"#,
        ] as [String])
    func `that is none gives none`(element: String) throws {
        #expect(try FeedSample.item("<guid>1</guid>" + element).rating == nil)
    }

    @Test func `without a scale is on one with the others of the document`() throws {
        let feed = try FeedSample.parse(
            FeedSample.rss(
                "<item><guid>1</guid><rating>4</rating></item><item><guid>2</guid><rating>9</rating></item>"
            ))
        #expect(
            feed.entries.map(\.rating) == [
                Rating(value: 4, min: 0, max: 10), Rating(value: 9, min: 0, max: 10),
            ])
        #expect(feed.notes.contains { $0.contains("scale") })
    }

    @Test func `leaves the numbers in the text alone`() throws {
        let entry = try FeedSample.item(
            "<guid>1</guid><title>5/5: best</title><rating>2</rating>")
        #expect(entry.rating == Rating(value: 2, min: 1, max: 5))
    }

    @Test func `beside an owner's reply is the customer's`() throws {
        let entry = try FeedSample.item(
            """
            <guid>1</guid><description>Cold</description><rating>1</rating><ownerReply>
            <text>We are sorry.</text><date>2026-03-04T05:06:07Z</date></ownerReply>
            """)
        #expect(entry.text == "Cold")
        #expect(entry.ownerReply?.text?.contains("We are sorry.") == true)
        #expect(entry.ownerReply?.date?.rfc3339 == "2026-03-04T05:06:07Z")
        #expect(entry.published == nil)
    }
}
