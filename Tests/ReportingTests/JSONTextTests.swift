import Testing

@testable import Reporting

struct `JSON text` {
    @Test(arguments: [
        ("plain", #""plain""#), ("q\"b\\", #""q\"b\\""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\u{1B}[31m", #""\u001b[31m""#), ("\u{0}", #""\u0000""#),
        ("\u{7F}\u{9B}", #""\u007f\u009b""#),
        ("a\u{202E}b\u{2028}\u{61C}", #""a\u202eb\u2028\u061c""#), ("ü日👍", "\"ü日👍\""),
        ("“ok” – ok", "\"“ok” – ok\""),
    ])
    func `escapes what must not stand as it is`(text: String, json: String) {
        #expect(JSONValue.string(text).text == json)
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (5, "5"), (4.5, "4.5"), (-2.25, "-2.25"), (1e300, "1e+300"),
        (Double.nan, "null"), (Double.infinity, "null"),
    ])
    func `writes numbers as short as can be`(number: Double, json: String) {
        #expect(JSONValue.number(number).text == json)
    }

    @Test(arguments: [
        (-0.823_456, "-0.8235"), (0.1, "0.1"), (1, "1"), (-0.00001, "0"), (0.05, "0.05"),
        (0.0501, "0.0501"), (.nan, "null"),
    ])
    func `rounds to four decimals without trailing zeros`(number: Double, json: String) {
        #expect(JSONValue.rounded(number).text == json)
    }

    @Test func `keeps the order of keys and places commas`() {
        let value = JSONValue.members([
            "z": .array([.null, .bool(true), .integer(-3)]), "a": .object([]),
            "m": .array([.members(["k": .string("v")])]),
        ])
        #expect(value.text == #"{"z":[null,true,-3],"a":{},"m":[{"k":"v"}]}"#)
    }

    @Test func `goes on in a new line without a comma`() {
        var json = JSONText()
        json.integer(1)
        json.newline()
        json.integer(2)
        #expect(json.string == "1\n2")
    }
}
