import Model
import Testing

@testable import Scoring

private let header = "aspect_category\taspect_polarity\ttext\tterm\n"

struct `A table of marked aspects` {
    @Test func `gives what is marked, with the aspects that the map names`() throws {
        let map = try AspectCategoryMap(
            parsing:
                "# theirs and ours\n\nservice\tstaff,care\nroom*\tproduct\nroom price\tprice\nmisc\t-\n",
            file: "map.tsv")
        let examples = try AspectExample.examples(
            parsing: header + "service\tnegative\tRude waiter\twaiter\r\n"
                + "rooms clean\tpositive\tNice\t\nroom price\tneutral\tHm\t\n"
                + "misc\tconflict\tWell\t\nplace\tneutral\tHere\t\nsky\tneutral\tUp\t\n",
            file: "rows.tsv", map: map)
        #expect(
            examples.map(\.aspects) == [[.staff, .care], [.product], [.price], [], [.place], []])
        #expect(
            examples.map(\.label)
                == [.negative, .positive, .neutral, nil, .neutral, .neutral])
        #expect(examples[0].term == "waiter")
        #expect(examples[1].term == nil)
        #expect(map.aspects(of: "sky") == nil)
    }

    @Test(arguments: [
        ("", 1, LexiconError.Reason.wrongColumns),
        ("text\tlabel\n", 1, .wrongColumns),
        (header + "care\tnegative\tRude\n", 2, .wrongColumns),
        (header + "\ncare\tbad\tRude\t\n", 3, .unknownLabel),
        (header + "care\tunscored\tRude\t\n", 2, .unknownLabel),
    ])
    func `names the line that is wrong`(
        table: String, line: Int, reason: LexiconError.Reason
    ) throws {
        let error = #expect(throws: LexiconError.self) {
            try AspectExample.examples(parsing: table, file: "rows.tsv")
        }
        #expect(error?.reason == reason)
        #expect(error?.description.hasPrefix("rows.tsv:\(line): ") == true)
    }

    @Test(arguments: [
        ("service", 1, LexiconError.Reason.wrongColumns),
        ("\tstaff", 1, .wrongColumns),
        ("a\tstaff\nservice\tstuff", 2, .unknownAspect),
    ])
    func `refuses a map with a wrong line`(
        text: String, line: Int, reason: LexiconError.Reason
    ) throws {
        let error = #expect(throws: LexiconError.self) {
            try AspectCategoryMap(parsing: text, file: "map.tsv")
        }
        #expect(error?.reason == reason)
        #expect(error?.description.hasPrefix("map.tsv:\(line): ") == true)
    }
}
