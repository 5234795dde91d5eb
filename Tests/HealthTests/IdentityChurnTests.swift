import FoundationEssentials
import Model
import Testing

@testable import Health

private typealias Writing = IdentityChurn.Writing

private func writing(
    _ key: String, _ digest: String, _ author: String? = nil, _ date: Double? = nil
) -> Writing {
    Writing(key: key, digest: digest, author: author, date: date.map { Sample.now - $0 })
}

private func churn(_ unknown: [Writing], _ former: [Writing], isTelling: Bool = true)
    -> IdentityChurn
{
    IdentityChurn(unknown: unknown.map { ($0, isTelling) }, former: former)
}

struct `An entry under a new identity` {
    @Test func `is the known one with the same wording, one to one`() {
        let found = churn(
            [writing("n1", "x"), writing("n2", "x"), writing("n3", "x"), writing("n4", "y")],
            [writing("o1", "x"), writing("o2", "x")])
        #expect(found.formerKeys == ["n1": "o1", "n2": "o2"])
    }

    @Test func `is not the one of another author`() {
        let old = [writing("o", "x", "Ada")]
        #expect(churn([writing("n", "x", "Bob")], old).formerKeys == [:])
        #expect(churn([writing("n", "x", "Ada")], old).formerKeys == ["n": "o"])
        #expect(churn([writing("n", "x")], old).formerKeys == ["n": "o"])
        #expect(churn([writing("n", "x", "Ada")], [writing("o", "x")]).formerKeys == ["n": "o"])
    }

    @Test func `with a short wording needs the same author and date`() {
        let old = [writing("o", "ok", "Ada", 5)]
        for (author, date, isKnown) in [
            ("Ada", 5.0, true), ("Ada", 6, false), ("Bob", 5, false),
        ] {
            let found = churn([writing("n", "ok", author, date)], old, isTelling: false)
            #expect(found.formerKeys == (isKnown ? ["n": "o"] : [:]))
        }
        let nameless = churn([writing("n", "ok")], [writing("o", "ok")], isTelling: false)
        #expect(nameless.formerKeys == [:])
    }

    @Test(arguments: [(1, 1, false), (2, 2, true), (2, 4, true), (2, 5, false), (0, 0, false)])
    func `is a churn where two or more and at least half are such`(
        known: Int, all: Int, isChurn: Bool
    ) {
        let found = churn(
            (0..<all).map { writing("n\($0)", "d\($0)") },
            (0..<known).map { writing("o\($0)", "d\($0)") })
        #expect(found.isChurn == isChurn)
    }

    @Test func `is found among thousands of the same wording in linear time`() {
        let found = churn(
            (0..<20_000).map { writing("n\($0)", "x", "author \($0)") },
            (0..<20_000).map { writing("o\($0)", "x", "author \(19_999 - $0)") })
        #expect(found.formerKeys.count == 20_000)
        #expect(found.formerKeys["n0"] == "o19999")
    }

    @Test(arguments: [
        ("Good.", false), ("1234567890 1234567890 !", false), ("Never again, said my aunt.", true),
        ("とても美味しいお店でした。また必ず行きたいです", true),
    ])
    func `has a telling wording if it has enough letters`(text: String, isTelling: Bool) {
        #expect(IdentityChurn.isTelling(Sample.entry("k", text: text)) == isTelling)
    }

    @Test func `is told with what is held back`() {
        let found = churn(
            (0..<3).map { writing("n\($0)", "d\($0)") }, (0..<3).map { writing("o\($0)", "d\($0)") }
        )
        #expect(
            found.notice(heldBack: 1, wording: Sample.wording).detail
                == "Town reviews lists 3 known entries under new ids. They were recognized by their "
                + "wording and are not told again. 1 other new entry without a date after the last "
                + "reading is stored without an alert. Nothing needs to be done, unless this happens "
                + "often: then look for a feed of it with ids that stay.")
        #expect(
            !found.notice(heldBack: 0, wording: Sample.wording).detail.contains("without an alert"))
    }
}
