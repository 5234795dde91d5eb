import Foundation
import Testing

@testable import Notifying

struct `JSON as text` {
    private func text(_ value: JSONText) -> String { String(decoding: value.bytes, as: UTF8.self) }

    @Test func `keeps the order of the keys`() {
        let value = JSONText.object([
            "b": .integer(1), "a": .array([.null, .bool(true)]), "c": .object([:]),
        ])
        #expect(text(value) == #"{"b":1,"a":[null,true],"c":{}}"#)
    }

    @Test(arguments: [
        (1.0, "1"), (-0.94, "-0.94"), (1.0 / 3, "0.333333"), (.nan, "null"), (.infinity, "null"),
        (-0.0, "0"), (1e20, "1e+20"), (0.1 + 0.2, "0.3"),
    ])
    func `writes numbers short`(number: Double, json: String) {
        #expect(text(.number(number)) == json)
    }

    @Test(arguments: ["", "a\"b\\c", "\u{0}\u{1F}\u{7F}\n\r\t", "é★👩‍👩‍👧 \u{2028}", "</script>"])
    func `escapes strings so that a parser gives them back`(string: String) throws {
        let json = JSONText.array([.string(string)]).bytes
        let parsed = try JSONSerialization.jsonObject(with: Data(json)) as? [String]
        #expect(parsed == [string])
        #expect(!json.contains { $0 < 0x20 || $0 == 0x7F })
    }
}
