/// The conversation with a mail server, overheard: what was asked last, and what came of it.
///
/// Nothing that is sent is kept, since some of it is a password; of replies at most 1,000 bytes are.
struct MailDialogue {
    private static let limit = 1000

    /// What the server is asked now.
    private(set) var stage = MailAnswer.Stage.greeting
    /// The answer to the last question; nil while it is waited for.
    private(set) var reply: MailAnswer.Reply?
    /// The recipients that were refused, by their index.
    private(set) var refusals: [(index: Int, reply: MailAnswer.Reply)] = []
    /// Whether the server has taken the message.
    private(set) var isTaken = false
    /// Whether the conversation is only being closed.
    private(set) var isOver = false
    /// Whether the server has asked for the message itself.
    private(set) var isSending = false
    private var recipient = -1
    private var line: [UInt8] = []
    private var text: [UInt8] = []

    /// Takes note of bytes that were sent: a command, or what belongs to a login.
    mutating func send(_ bytes: some Collection<UInt8>) {
        let word = String(decoding: bytes.prefix(10), as: UTF8.self)
        let starts: [(String, MailAnswer.Stage)] = [
            ("EHLO ", .hello), ("HELO ", .hello), ("STARTTLS\r\n", .encryption), ("AUTH ", .login),
            ("MAIL FROM:", .sender), ("RCPT TO:", .recipients), ("DATA\r\n", .content),
        ]
        if word == "QUIT\r\n" { isOver = true }
        guard !isOver else { return }
        reply = nil
        guard let next = starts.first(where: { word.hasPrefix($0.0) })?.1 else { return }
        stage = next
        if next == .recipients { recipient += 1 }
    }

    /// Takes note of bytes that the server sent.
    mutating func receive(_ bytes: some Collection<UInt8>) {
        guard !isOver else { return }
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                endLine()
            } else if byte != UInt8(ascii: "\r"), line.count < Self.limit {
                line.append(byte)
            }
        }
    }

    private mutating func endLine() {
        defer { line = [] }
        let digits = line.prefix(3)
        guard digits.count == 3, let code = Int(String(decoding: digits, as: UTF8.self)),
            (200...599).contains(code)
        else { return }
        let words = line.dropFirst(4)
        if !text.isEmpty, !words.isEmpty, text.count < Self.limit { text.append(UInt8(ascii: " ")) }
        text.append(contentsOf: words.prefix(max(0, Self.limit - text.count)))
        guard line.count < 4 || line[3] != UInt8(ascii: "-") else { return }
        take(MailAnswer.Reply(code: code, text: Self.limited(text)))
        text = []
    }

    /// The words as text; what is not UTF-8 makes it longer, and what is above the limit is cut off.
    private static func limited(_ bytes: [UInt8]) -> String {
        var text = ""
        var count = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            count += UTF8.width(scalar)
            if count > limit { break }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    private mutating func take(_ reply: MailAnswer.Reply) {
        self.reply = reply
        switch stage {
        case .recipients where reply.code >= 300: refusals.append((recipient, reply))
        case .content where reply.code == 354: isSending = true
        case .content where isSending && reply.code < 300: isTaken = true
        default: break
        }
    }
}
