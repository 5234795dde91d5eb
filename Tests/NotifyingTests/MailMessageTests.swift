import Foundation
import Model
import Testing

@testable import Notifying

struct `A mail message` {
    static let hostile =
        "<script>alert(1)</script>\" onmouseover=\"x\r\nBcc: thief@example.net\r\n.\r\n"

    private static func message(_ letter: Letter) throws -> MailMessage {
        MailMessage(letter, settings: try Sample.mailSettings())
    }

    static func several(_ count: Int) -> [Mention] {
        (0..<count).map { index in
            let text =
                index == 1 ? String(repeating: "A long story. ", count: 200) : "Slow and cold."
            return Sample.mention(
                id: Int64(100 + index), entry: Sample.entry(title: nil, text: text, rating: nil),
                sentiment: Sample.sentiment(.negative, -0.5))
        }
    }

    static func hostileLetter() throws -> Letter {
        let entry = Sample.entry(
            title: hostile, text: "From the start\n.\n..\n" + hostile, author: hostile,
            url: "javascript:alert(1)")
        return try Sample.letter(
            [Sample.mention(entry: entry)], business: hostile, reason: hostile,
            messageID: "d7\r\nBcc: x@y.example\"", sourceTitles: [Sample.source: hostile])
    }

    @Test func `of a complaint is as in the golden files`() throws {
        let message = try Self.message(Sample.letter(severity: .critical))
        try Golden.expect(message.source, is: "complaint.eml")
        try Golden.expect(message.text, is: "complaint.txt")
        try Golden.expect(message.html, is: "complaint.html")
    }

    @Test func `of several mentions is as in the golden files`() throws {
        let mentions = [Sample.complaint()] + Self.several(24)
        let message = try Self.message(Sample.letter(mentions, told: (1...27).map { $0 }))
        try Golden.expect(message.text, is: "several.txt")
        try Golden.expect(message.html, is: "several.html")
    }

    @Test func `of hostile words is as in the golden file`() throws {
        try Golden.expect(Self.message(Self.hostileLetter()).source, is: "hostile.eml")
    }

    @Test func `has the headers that other programs look for`() throws {
        let source = try Self.message(Sample.letter()).source
        for header in [
            "Date: Sun, 22 Nov 2026 10:30:00 +0100", "From: Repute <repute@shop.example>",
            "To: owner@shop.example, deputy@shop.example", "Message-ID: <d7-q3VZ@shop.example>",
            "In-Reply-To: <incident-42-1795339800@shop.example>",
            "References: <incident-42-1795339800@shop.example>", "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All", "MIME-Version: 1.0",
            "List-Id: Repute for Hollow Oak Bakery <complaints.repute.shop.example>",
        ] {
            #expect(source.contains(header + "\n"))
        }
        #expect(!source.contains("Importance:"))
    }

    @Test func `is the same for every attempt`() throws {
        var later = try Sample.letter()
        later.delivery.attempts = 9
        later.delivery.lastError = "timeout"
        #expect(try Self.message(Sample.letter()).bytes == Self.message(later).bytes)
    }

    @Test(arguments: [1, 3, 25, 500])
    func `is ASCII in lines of at most 78 characters`(count: Int) throws {
        let letter = try Sample.letter(Self.several(count))
        for message in [try Self.message(letter), try Self.message(Self.hostileLetter())] {
            let source = message.source
            #expect(source.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
            #expect(source.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
            #expect(!source.contains("\n.\n") && !source.contains("\nFrom the"))
        }
    }

    @Test func `folds many recipients and keeps every one`() throws {
        var settings = try Sample.mailSettings()
        settings.recipients = try (0..<40).map {
            try EmailAddress(parsing: "recipient-\($0)@shop.example")
        }
        let source = MailMessage(try Sample.letter(), settings: settings).source
        #expect(source.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
        #expect(
            source.replacing("\n ", with: " ").contains("recipient-38@shop.example, recipient-39"))
    }

    @Test func `has no header but its own, whatever was said`() throws {
        let source = try Self.message(Self.hostileLetter()).source
        let head = try #require(source.range(of: "\n\n")).lowerBound
        let names = source[..<head].split(separator: "\n").filter { !$0.hasPrefix(" ") }
            .map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "Date", "From", "To", "Message-ID", "In-Reply-To", "References", "Subject",
                "Auto-Submitted",
                "X-Auto-Response-Suppress", "List-Id", "MIME-Version", "Content-Type",
            ])
        #expect(source.contains("Message-ID: <d7Bccxyexample@shop.example>\n"))
    }

    @Test func `escapes foreign words in HTML and loads nothing`() throws {
        let html = try Self.message(Self.hostileLetter()).html
        #expect(!html.contains("<script") && !html.contains("javascript:"))
        #expect(!html.contains("\" onmouseover"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&quot;x"))
        for tag in ["<img", "<link", "<iframe", "src=", "url(", "@import", "@font-face"] {
            #expect(!html.contains(tag))
        }
    }

    @Test func `marks words with colour and sign`() throws {
        let html = try Self.message(Sample.letter()).html
        #expect(html.contains(">rude<small>&nbsp;−3.00</small></span>"))
        #expect(html.contains(">great<small>&nbsp;+1.55</small></span>"))
        #expect(html.contains("class=\"neg\"") && html.contains("class=\"pos\""))
    }

    @Test func `says how much of a long text is left out`() throws {
        let text = String(repeating: "word ", count: 2000)
        let mention = Sample.mention(entry: Sample.entry(title: nil, text: text))
        let message = try Self.message(Sample.letter([mention]))
        #expect(message.text.contains("… (4,000 more characters: repute show 42)"))
        #expect(message.html.contains("… (4,000 more characters: "))
    }

    @Test func `tells 20 mentions in full, 200 in a line and the number of the rest`() throws {
        let text = try Self.message(Sample.letter(Self.several(500))).text
        #expect(text.hasPrefix("500 new complaints\nOldest first.\n"))
        #expect(text.contains("repute show 119\n") && !text.contains("repute show 120\n"))
        #expect(text.contains("\n120  negative · Town Maps · “Slow and cold.”\n"))
        #expect(text.contains("\n319  negative") && !text.contains("\n320  negative"))
        #expect(text.contains("… and 280 more, with ids from 320 to 599: repute mentions"))
    }

    @Test func `says that mentions were removed since`() throws {
        let empty = try Self.message(Sample.letter([], told: [42]))
        #expect(empty.subject == "[Hollow Oak Bakery] An alert whose mentions were removed")
        #expect(empty.text.contains("The mention that this alert told of was removed since."))
        let fewer = try Self.message(Sample.letter(told: [41, 42, 43]))
        #expect(fewer.text.contains("2 further mentions were removed since."))
    }

    @Test(.enabled(if: Python.path != nil, "python3 is not in PATH"))
    func `is read by Python's email package without a defect`() async throws {
        let letters = [
            try Sample.letter(severity: .critical), try Self.hostileLetter(),
            try Sample.letter(Self.several(40)), try Sample.letter([], told: [1]),
            try Sample.letter(business: "Bäckerei „Hohle Eiche“, Köln"),
        ]
        for letter in letters {
            let message = try Self.message(letter)
            let parsed = try await Python.parsedMail(message.bytes)
            #expect(parsed.defects == [])
            #expect(parsed.headers["Subject"] == message.subject)
            #expect(parsed.headers["To"] == "owner@shop.example, deputy@shop.example")
            #expect(parsed.headers["Bcc"] == nil && parsed.headers["Cc"] == nil)
            #expect(parsed.headerCount == parsed.headers.count)
            #expect(parsed.types == ["text/plain", "text/html"])
            #expect(parsed.parts == [message.text, message.html])
        }
    }
}
