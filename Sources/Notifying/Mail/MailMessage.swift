import Model

/// A letter as a finished Internet message (RFC 5322), ready for a sendmail's standard input or a mail server.
///
/// The message is a pure function of letter and settings: every attempt sends the same bytes, with
/// the same `Message-ID` and `Date`. Lines end in LF, as sendmail wants them, and have at most 78
/// characters but where a single word is longer, never more than 998; headers are ASCII (RFC 2047), the
/// body is `multipart/alternative` with plain text first and HTML second. No header value can start
/// another header: control characters never come through.
public struct MailMessage: Sendable, Hashable {
    /// The `Subject`, decoded, on one line.
    public let subject: String
    /// The plain-text part, decoded.
    public let text: String
    /// The HTML part, decoded.
    public let html: String
    /// The header fields, encoded, each with its final line break.
    private let headers: [String]
    private let boundary: String

    /// Renders `letter` for the mailboxes of `settings`; a template of the owner's stands in the place
    /// of its part, never of a header but `Subject`.
    public init(_ letter: Letter, settings: any MailHead) {
        let letter = letter.told(in: settings.language)
        let wording = LetterWording(letter)
        let templates = settings.templates
        let title = templates.subject?.rendered(letter) ?? wording.subject
        subject = OneLine.text(title, limit: 200)
        text = templates.text?.rendered(letter).map(Self.whole) ?? LetterText.text(wording)
        html = templates.html?.rendered(letter).map(Self.whole) ?? LetterHTML.document(wording)
        let name = Self.safeID(letter.delivery.messageID)
        // "=_" occurs neither in quoted-printable nor in base64 (RFC 2045, 6.7).
        boundary = "=_repute_" + name.prefix(50)
        headers =
            Self.envelope(letter, settings: settings, name: name, subject: subject)
            + Self.kind(letter, settings: settings, business: wording.business)
            + Self.language(letter)
            + [
                HeaderField.structured("MIME-Version", ["1.0"]),
                HeaderField.structured(
                    "Content-Type", ["multipart/alternative;", "boundary=\"\(boundary)\""]),
            ]
    }

    /// The text of an owner's template, without control characters, its last line ended.
    private static func whole(_ text: String) -> String {
        let clean = ReadableText.cleaned(text)
        return clean.hasSuffix("\n") ? clean : clean + "\n"
    }

    /// The message as it is handed over.
    public var bytes: [UInt8] { Array(source.utf8) }

    /// The message as text; ASCII throughout.
    var source: String {
        headers.joined() + "\n" + part("text/plain", text) + part("text/html", html)
            + "--\(boundary)--\n"
    }

    private func part(_ type: String, _ content: String) -> String {
        let encoding = TransferEncoding.best(for: content)
        return "--\(boundary)\nContent-Type: \(type); charset=utf-8\n"
            + "Content-Transfer-Encoding: \(encoding.rawValue)\n\n"
            + encoding.encoded(content) + "\n"
    }

    /// Who, to whom, what, and which message it is.
    private static func envelope(
        _ letter: Letter, settings: any MailHead, name: String, subject: String
    ) -> [String] {
        let host = settings.sender.domain
        var recipients = settings.recipients.map { $0.description + "," }
        if let last = recipients.popLast() { recipients.append(String(last.dropLast())) }
        var fields = [
            HeaderField.structured(
                "Date", [letter.date(letter.latest).rfc5322]),
            HeaderField.structured(
                "From", HeaderField.phrase(settings.senderName) + ["<\(settings.sender)>"]),
            HeaderField.structured("To", recipients),
            HeaderField.structured("Message-ID", ["<\(name)@\(host)>"]),
        ]
        if let root = MailThread.root(of: letter) {
            fields.append(HeaderField.structured("In-Reply-To", ["<\(root)@\(host)>"]))
            fields.append(HeaderField.structured("References", ["<\(root)@\(host)>"]))
        }
        fields.append(HeaderField.unstructured("Subject", subject))
        return fields
    }

    /// What filters and robots want to know: RFC 3834 (no answers, please), RFC 2919, RFC 2156.
    ///
    /// `Precedence` is left out of alerts, since some MTAs let such mail wait; there is no
    /// `List-Unsubscribe` (RFC 2369), since nobody reads what is sent to the sender.
    private static func kind(
        _ letter: Letter, settings: any MailHead, business: String
    ) -> [String] {
        let rules = Set(letter.alerts.map(\.rule.rawValue))
        let rule = rules.count == 1 ? letter.alert.rule.rawValue : "summary"
        let list = "<\(rule).repute.\(settings.sender.domain)>"
        let isCritical = letter.alerts.contains { $0.severity == .critical }
        let importance = isCritical ? ["Importance: high\n"] : []
        let precedence = letter.alert.kind == .digest ? ["Precedence: list\n"] : []
        return importance + precedence + [
            HeaderField.structured("Auto-Submitted", ["auto-generated"]),
            HeaderField.structured("X-Auto-Response-Suppress", ["All"]),
            HeaderField.structured(
                "List-Id", HeaderField.phrase("Repute for \(business)") + [list]),
        ]
    }

    /// `Content-Language` (RFC 3282), on letters in other languages than English.
    private static func language(_ letter: Letter) -> [String] {
        letter.language == .english
            ? []
            : [HeaderField.structured("Content-Language", [letter.language.rawValue])]
    }

    /// The message id with what RFC 5322 allows in it and nothing else.
    private static func safeID(_ id: String) -> String {
        let safe = id.unicodeScalars.filter {
            $0.isASCII
                && ($0.properties.isAlphabetic || $0 == "-" || $0 == "_"
                    || ("0"..."9").contains($0))
        }
        return String(String.UnicodeScalarView(safe.prefix(200)))
    }
}
