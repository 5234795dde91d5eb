import Foundation
import Model
import Testing

@testable import Settings

struct `A configuration file` {
    @Test(arguments: [
        (
            "business:\n\tname: x\n",
            "repute.yaml:2:1: error: not valid YAML: found character that cannot start any token "
                + "while scanning for the next token, indent with spaces, YAML takes no tabs"
        ),
        (
            "business: {name: x\nlog: y\n",
            "repute.yaml:2:4: error: not valid YAML: did not find expected ',' or '}' "
                + "while parsing a flow mapping"
        ),
        (
            "business:\n  name: a: b\n",
            "repute.yaml:2:10: error: not valid YAML: mapping values are not allowed in this context, "
                + "put a text that holds `: ` into quotes"
        ),
        (
            "business:\n  name: @home\n",
            "repute.yaml:2:9: error: not valid YAML: found character that cannot start any token "
                + "while scanning for the next token, put a text that begins with `@` into quotes"
        ),
        (
            "business:\n  name: 'x\n",
            "repute.yaml:3:1: error: not valid YAML: found unexpected end of stream "
                + "while scanning a quoted scalar"
        ),
        (
            "log:\n  level: info\n---\nlog: {}\n",
            "repute.yaml:3:1: error: a second YAML document (`---`) starts here, "
                + "put it into a file of its own in repute.d"
        ),
        (
            "log: *nowhere\n",
            "repute.yaml:1:6: error: not valid YAML: found undefined alias"
        ),
        (
            "polling:\n  interval: 15m\n  # why\n  timeout: 3s\n  interval: 20m\nlog: {}\n",
            "repute.yaml:5:3: error: the key `interval` stands twice in this block, "
                + "first in line 2, keep one of them"
        ),
        (
            "log: {level: info, level: debug}\n",
            "repute.yaml:1:7: error: the key `level` stands twice in this block, keep one of them"
        ),
        (
            "log:\n  <<: {level: info}\n",
            "repute.yaml:2:3: error: merge keys (`<<`) are not understood, write the keys out"
        ),
        (
            "log:\n  level: !!binary aW5mbw==\n",
            "repute.yaml:2:10: error: the tag `tag:yaml.org,2002:binary` is not understood, remove it"
        ),
        (
            "? [a, b]\n: c\n",
            "repute.yaml:1:3: error: a key has to be a single word, not a list or a map"
        ),
        (
            "",
            "repute.yaml: error: the file holds no settings, "
                + "start from the commented example `config/repute.yaml`"
        ),
        (
            "# nothing\n~\n",
            "repute.yaml: error: the file holds no settings, "
                + "start from the commented example `config/repute.yaml`"
        ),
        (
            "- a\n",
            "repute.yaml:1:1: error: `the file` needs a map of keys and values, found a list"
        ),
    ])
    func `that is not what it should be is told so, with the place`(
        text: String, expected: String
    ) throws {
        let found = try problems(text)
        #expect(found == [expected])
    }

    @Test(arguments: [
        (
            [0x61, 0x3A, 0x20, 0xC3, 0xA9, 0x0A, 0x62, 0x3A, 0x20, 0xC3, 0xA9, 0xFF, 0x0A]
                as [UInt8],
            "repute.yaml:2:5: error: the text is not UTF-8 from here on, save the file as UTF-8"
        ),
        ([0xFF, 0xFE, 0x61, 0x00], "repute.yaml: error: the file is UTF-16, save it as UTF-8"),
        ([0xFE, 0xFF, 0x00, 0x61], "repute.yaml: error: the file is UTF-16, save it as UTF-8"),
        (
            [0x61, 0x0A, 0x62, 0x00],
            "repute.yaml:2:2: error: there is a NUL byte, so this is not a text file, "
                + "save it as UTF-8 text"
        ),
        (
            Array("a: 1\r\n# \u{C}\rb: 2\u{2028}c: \0".utf8),
            "repute.yaml:4:4: error: there is a NUL byte, so this is not a text file, "
                + "save it as UTF-8 text"
        ),
        (
            Array("log: {}\nx: \u{1B}[31m\n".utf8),
            "repute.yaml:2:4: error: not valid YAML: control characters are not allowed, "
                + "remove the character that is not text"
        ),
        (
            [0xC3],
            "repute.yaml:1:1: error: the text is not UTF-8 from here on, save the file as UTF-8"
        ),
    ])
    func `that is not text is told so`(bytes: [UInt8], expected: String) throws {
        let folder = try ConfigurationFolder()
        try folder.write("repute.yaml", bytes: bytes)
        #expect(folder.problems() == [expected])
    }

    @Test func `may begin with a byte order mark and have any line ends`() throws {
        let text = "\u{FEFF}business:\r\n  name: Harbour\r\n"
        #expect(try settings(text).business.name == "Harbour")
    }

    @Test func `that is not there says where it was looked for and how to begin`() throws {
        let folder = try ConfigurationFolder()
        #expect(
            folder.problems() == [
                "repute.yaml: error: there is no configuration here, copy the commented example "
                    + "`config/repute.yaml` there and edit it, or name another file with `--config FILE`"
            ])
        let relative = "no-such-folder-\(UUID().uuidString)/repute.yaml"
        let absolute = FileManager.default.currentDirectoryPath + "/" + relative
        #expect {
            try SettingsLoader(environment: [:]).load(path: relative)
        } throws: { error in
            "\(error)".contains("there is no configuration at \(absolute), ")
        }
    }

    @Test func `that is a folder can't be read`() throws {
        let folder = try ConfigurationFolder(files: ["repute.yaml/x": ""])
        #expect(folder.problems() == ["repute.yaml: error: can't be read: it is a folder"])
    }

    @Test func `is taken up to 1 MiB`() throws {
        let folder = try ConfigurationFolder("log: {}\n#" + String(repeating: "x", count: 1 << 20))
        #expect(folder.problems() == ["repute.yaml: error: can't be read: it is larger than 1 MiB"])
    }
}

struct `A hostile configuration file` {
    @Test func `can't nest without end`() throws {
        let deep =
            "brands: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        #expect(
            try problems(deep).contains(
                "repute.yaml:1:72: error: lists and maps stand more than 64 levels deep in each other"
            ))
        let deeper = String(repeating: "[", count: 100_000)
        #expect(try problems(deeper).count == 1)
        let block = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(try problems(block).contains { $0.contains("more than 64 levels deep") })
    }

    @Test func `can't grow by aliases`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let found = try problems(text)
        #expect(
            found == [
                "repute.yaml:3:45: error: there are more than 16 aliases (`*name`) in this file, "
                    + "write the values out"
            ])
    }

    @Test func `can't hold endless values`() throws {
        let text = "lexicons: [" + String(repeating: "a,", count: 200_000) + "]"
        #expect(
            try problems(text) == ["repute.yaml: error: the file holds more than 100,000 values"])
        let list = "x: &x [" + Array(repeating: "a", count: 30_000).joined(separator: ",") + "]\n"
        let found = try problems(list + "y: [*x, *x, *x, *x]")
        #expect(found.contains { $0.hasSuffix("the file holds more than 100,000 values") })
    }

    @Test func `may use a few aliases, and asterisks in texts`() throws {
        let text = """
            polling: {interval: &time 20m, timeout: 45s}
            rules:
              - {id: a, when: {words: 'refund* OR *'}}
            """
        #expect(try problems(text).count == 1)
        let plain = """
            polling: {interval: &time 20m}
            sources:
              - {id: a, url: "https://a.example/", interval: *time}
            """
        #expect(try settings(plain).sources.first?.interval == 1200)
    }

    @Test func `with one huge text gets a short answer`() throws {
        let text = "business: {time_zone: " + String(repeating: "z", count: 1_000_000) + "}"
        let found = try problems(text)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.count < 300 })
    }

    @Test func `can't reach the terminal with control characters`() throws {
        let found = try problems(#"business: {time_zone: "\e[31m\u202Ered"}"#)
        #expect(
            found == [
                "repute.yaml:1:23: error: `time_zone` needs a time zone such as `Europe/Berlin`, found "
                    + "` [31m red`"
            ])
        #expect(try problems(#""\e[2J": 1"#).allSatisfy { !$0.contains("\u{1B}") })
    }
}
