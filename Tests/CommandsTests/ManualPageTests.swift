import Testing

@testable import Commands

struct `A manual page` {
    @Test func `is made for every command that help shows`() throws {
        let names = try GenerateManualCommand.pages().map(\.fileName)
        for name in ["repute.1", "repute-try.1", "repute-alerts-retry.1", "repute-check.1"] {
            #expect(names.contains(name))
        }
        #expect(!names.contains { $0.contains("generate-manual") || $0.contains("help") })
    }

    @Test func `has the options of the command with their values`() throws {
        let pages = try GenerateManualCommand.pages()
        let page = try #require(pages.first { $0.fileName == "repute-mentions.1" })
        #expect(page.text.contains(".SH NAME\nrepute\\-mentions \\- Lists mentions"))
        #expect(page.text.contains(".B \\-\\-stars <range>"))
        #expect(page.text.contains("One of table, json, jsonl, csv, markdown."))
        #expect(page.text.contains(".nf"))
    }

    @Test(arguments: [
        (".hidden", "\\&.hidden"), ("'quoted", "\\&'quoted"), ("a-b\\c", "a\\-b\\ec"),
    ])
    func `escapes what roff would obey`(text: String, escaped: String) {
        #expect(ManualPage.escaped(text) == escaped)
    }
}
