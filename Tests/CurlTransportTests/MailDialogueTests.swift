import Testing

@testable import CurlTransport

/// A conversation: lines of ours begin with `>`.
private func dialogue(_ lines: String...) -> MailDialogue {
    var dialogue = MailDialogue()
    for line in lines {
        if line.hasPrefix(">") {
            dialogue.send(Array((line.dropFirst() + "\r\n").utf8))
        } else {
            dialogue.receive(Array((line + "\r\n").utf8))
        }
    }
    return dialogue
}

struct `A conversation with a mail server` {
    @Test func `ends with a message that was taken`() {
        let whole = dialogue(
            "220 hi", ">EHLO a", "250-b", "250 SIZE", ">MAIL FROM:<a@b>", "250 ok",
            ">RCPT TO:<c@d>", "250 ok", ">RCPT TO:<e@f>", "550 5.1.1 who?", ">DATA", "354 go",
            "250 queued", ">QUIT", "221 bye")
        #expect(whole.isTaken && whole.isOver)
        #expect(whole.refusals.map(\.index) == [1])
        #expect(whole.refusals.first?.reply == .init(code: 550, text: "5.1.1 who?"))
    }

    @Test func `knows to what question a reply belongs`() {
        #expect(dialogue("554 no").stage == .greeting)
        #expect(dialogue("220 hi", ">EHLO a", "502 no", ">HELO a", "504 no").stage == .hello)
        #expect(dialogue("220 hi", ">EHLO a", "250 ok", ">STARTTLS", "454 no").stage == .encryption)
        let login = dialogue(
            "220 hi", ">EHLO a", "250 ok", ">AUTH LOGIN", "334 x", ">dTpw", "535 no")
        #expect(login.stage == .login && login.reply?.code == 535)
        let waiting = dialogue("220 hi", ">EHLO a", "250 ok", ">MAIL FROM:<a@b>")
        #expect(waiting.stage == .sender && waiting.reply == nil)
    }

    @Test func `the go-ahead is not the message taken`() {
        #expect(!dialogue("220 hi", ">DATA", "250 what?").isTaken)
        let sending = dialogue("220 hi", ">DATA", "354 go")
        #expect(sending.isSending && !sending.isTaken)
        #expect(!dialogue("220 hi", ">DATA", "354 go", "554 no").isTaken)
    }

    @Test func `what the server says at the end changes nothing`() {
        let over = dialogue("220 hi", ">DATA", "354 go", "250 ok", ">QUIT", "500 what?", ">DATA")
        #expect(over.isTaken && over.stage == .content && over.reply?.code == 250)
    }

    @Test func `lines may come in pieces, and are joined`() {
        var piecewise = MailDialogue()
        for piece in ["5", "50-5.7.1 not\r", "\n550-\r\n550 5.7.1", " you\r\n"] {
            piecewise.receive(Array(piece.utf8))
        }
        #expect(piecewise.reply == .init(code: 550, text: "5.7.1 not 5.7.1 you"))
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK", "99 x", "999 x", "2a0 x", "250"])
    func `what is no reply is passed over`(line: String) {
        #expect(dialogue(line).reply?.code == (line == "250" ? 250 : nil))
    }

    @Test func `an endless reply is kept in part only`() {
        var endless = MailDialogue()
        for _ in 0..<10_000 { endless.receive(Array("550-aaaaaaaaaaaaaaaa\r\n".utf8)) }
        endless.receive([UInt8](repeating: 0x61, count: 1 << 20))
        endless.receive(Array("\r\n550 end\r\n".utf8))
        #expect((endless.reply?.text.utf8.count ?? 0) <= 1000)
    }

    @Test func `a reply that is not UTF-8 is no longer for it`() {
        var dialogue = MailDialogue()
        dialogue.receive(Array("550 ".utf8) + [UInt8](repeating: 0xFF, count: 900) + [0x0A])
        #expect(dialogue.reply?.text == String(repeating: "\u{FFFD}", count: 333))
    }

    @Test func `a reply of two long lines is cut at the same bound`() {
        let line = String(repeating: "x", count: 600)
        #expect(dialogue("550-" + line, "550 " + line).reply?.text.utf8.count == 1000)
    }
}

struct `A submission` {
    @Test func `shows no password, in no form in which it is sent`() {
        var submission = MailSubmission(
            host: "m.example", sender: "a@b", recipients: ["c@d"], message: [])
        submission.user = "tim"
        submission.password = "tanstaaftanstaaf"
        let shown = submission.masked(
            "got AHRpbQB0YW5zdGFhZnRhbnN0YWFm, dGFuc3RhYWZ0YW5zdGFhZg== and tanstaaftanstaaf")
        #expect(shown == "got …, … and …")
    }

    @Test(arguments: ["", "a b", "a/b", "a@b", "a\nb", "a?b", "ä"])
    func `goes to no host that would mean something else`(host: String) {
        let submission = MailSubmission(
            host: host, sender: "a@b", recipients: ["c@d"], message: [])
        #expect {
            try MailTransfer.prepared(submission)
        } throws: {
            ($0 as? TransportError)?.reason == .badURL
        }
    }

    @Test func `has no line end in what stands in a line`() {
        var submission = MailSubmission(
            host: "m.example", sender: "a@b", recipients: ["c@d\r\nDATA"], message: [])
        #expect(throws: TransportError.self) { try MailTransfer.prepared(submission) }
        submission.recipients = ["c@d"]
        submission.user = "a\r\nb"
        #expect(throws: TransportError.self) { try MailTransfer.prepared(submission) }
    }
}
