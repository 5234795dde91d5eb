import Model
import Testing

@testable import Notifying

struct `A marked body` {
    private func body(
        title: String? = nil, text: String?, spans: [Range<Int>] = [], limit: Int = 1000
    ) -> MarkedBody {
        let contributions = spans.map {
            Contribution(term: "term", span: $0, valence: -1, weight: -1)
        }
        return MarkedBody(
            Sample.entry(title: title, text: text), contributions: contributions, limit: limit)
    }

    private func shown(_ segments: [MarkedBody.Segment]) -> [String] {
        segments.map { $0.weight == nil ? $0.text : "[" + $0.text + "]" }
    }

    @Test func `parts the text where terms counted`() {
        let marked = body(text: "so bad, so sad", spans: [11..<14, 3..<6])
        #expect(shown(marked.text) == ["so ", "[bad]", ", so ", "[sad]"])
        #expect(marked.title.isEmpty)
    }

    @Test func `counts spans from the start of the title`() {
        let marked = body(title: "So bad", text: "Really bad", spans: [3..<6, 14..<17])
        #expect(shown(marked.title) == ["So ", "[bad]"])
        #expect(shown(marked.text) == ["Really ", "[bad]"])
    }

    @Test func `leaves out a title that the text repeats`() {
        let marked = body(title: "So bad", text: "So bad, really", spans: [3..<6])
        #expect(marked.title.isEmpty)
        #expect(shown(marked.text) == ["So ", "[bad]", ", really"])
    }

    @Test func `shows a title without a text`() {
        let marked = body(title: "So bad", text: nil, spans: [3..<6])
        #expect(shown(marked.title) == ["So ", "[bad]"])
        #expect(marked.text.isEmpty)
    }

    @Test func `counts offsets in UTF-8`() {
        let marked = body(text: "Käse “übel”", spans: [9..<14])
        #expect(shown(marked.text) == ["Käse “", "[übel]", "”"])
    }

    @Test(arguments: [
        [0..<0], [20..<30], [2..<999], [1..<3], [0..<5, 3..<6], [Int.max - 1..<Int.max], [-5..<2],
    ])
    func `ignores spans that cannot be`(spans: [Range<Int>]) {
        let marked = body(text: "Käse weg", spans: spans)
        #expect(marked.text.map(\.text).joined() == "Käse weg")
    }

    @Test func `is cut at a character and counts the rest`() {
        let marked = body(text: "good 👩‍👩‍👧 bad", spans: [0..<4, 24..<27], limit: 6)
        #expect(shown(marked.text) == ["[good]", " 👩‍👩‍👧"])
        #expect(marked.omitted == 4)
    }

    @Test func `does not mark a word that the cut parts`() {
        #expect(shown(body(text: "so horrible", spans: [3..<11], limit: 6).text) == ["so hor"])
    }

    @Test func `shows at most 300 characters of a title`() {
        let marked = body(title: String(repeating: "a", count: 1_000_000), text: "b")
        #expect(marked.title.first?.text.count == 300)
        #expect(marked.omitted == 999_700)
    }

    @Test func `has no control or direction character`() {
        let marked = body(text: "a\u{1B}[31mb\u{0}\u{202E}c\td\ne\u{2028}f\u{9B}g\u{85}h\r\ni")
        #expect(shown(marked.text) == ["a[31mbc\td\ne\nfg\nh\ni"])
    }
}
