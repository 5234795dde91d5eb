/// The address of a mailbox, such as `owner@example.org`.
///
/// The subset of RFC 5321's `Mailbox` that every MTA takes on its command line and in a header
/// without quoting: a dot-atom, `@`, and a host name. Quoted local parts, address literals and
/// addresses beyond ASCII are refused.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The part in front of the `@`.
    public let localPart: String
    /// The host name behind the `@`.
    public let domain: String

    /// Takes `text` if it keeps the rules above; surrounding white space is not allowed.
    public init(parsing text: String) throws(EmailAddressError) {
        guard !text.isEmpty else { throw EmailAddressError(.empty, "the address is empty") }
        try Self.refuseForeign(text)
        guard let at = text.lastIndex(of: "@") else {
            throw EmailAddressError(
                .noAt, "\(Self.quoted(text)) has no @; an address looks like owner@example.org")
        }
        let local = String(text[..<at])
        let domain = String(text[text.index(after: at)...])
        try Self.check(local: local, of: text)
        try Self.check(domain: domain, of: text)
        guard text.utf8.count <= 254 else {
            throw EmailAddressError(.tooLong, "the address is longer than 254 characters")
        }
        localPart = local
        self.domain = domain
    }

    /// The address as it is written.
    public var description: String { localPart + "@" + domain }

    private static func refuseForeign(_ text: String) throws(EmailAddressError) {
        let name = quoted(text)
        if text.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) {
            throw EmailAddressError(
                .badCharacter, "\(name) contains white space or a control character")
        }
        if text.contains(where: { "<>,;".contains($0) }) {
            throw EmailAddressError(
                .notBare,
                "\(name) is more than an address; write one bare address, such as owner@example.org"
            )
        }
        if text.utf8.contains(where: { $0 > 0x7F }) {
            throw EmailAddressError(
                .notASCII,
                "\(name) is not ASCII; write the host in its xn-- form, and use a mailbox whose name "
                    + "is ASCII, since not every mail server takes others")
        }
        if text.hasPrefix("-") {
            throw EmailAddressError(
                .badCharacter, "\(name) starts with -, which a mail program may take for an option")
        }
    }

    private static func check(local: String, of text: String) throws(EmailAddressError) {
        let name = quoted(text)
        guard !local.isEmpty else {
            throw EmailAddressError(.badLocalPart, "\(name) has nothing in front of the @")
        }
        guard local.utf8.count <= 64 else {
            throw EmailAddressError(.tooLong, "\(name) has more than 64 characters before the @")
        }
        let atoms = local.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAtomCharacter) }) else {
            throw EmailAddressError(
                .badLocalPart,
                "\(name) has a character or a dot before the @ that needs quoting there, which is not "
                    + "supported")
        }
    }

    private static func check(domain: String, of text: String) throws(EmailAddressError) {
        let name = quoted(text)
        guard !domain.hasPrefix("[") else {
            throw EmailAddressError(
                .badDomain, "\(name) has a number for a host; write a host name")
        }
        let labels = domain.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        let isHostName = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
        }
        guard isHostName else {
            throw EmailAddressError(.badDomain, "\(name) has no valid host name behind the @")
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// RFC 5322's `atext`.
    private static func isAtomCharacter(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func quoted(_ text: String) -> String {
        "\"" + OneLine.text(text, limit: 80) + "\""
    }
}

/// Why a text is not taken for an email address.
public struct EmailAddressError: Error, Sendable, Hashable {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case empty
        case noAt = "no-at"
        case badCharacter = "bad-character"
        case notBare = "not-bare"
        case notASCII = "not-ascii"
        case tooLong = "too-long"
        case badLocalPart = "bad-local-part"
        case badDomain = "bad-domain"
    }

    /// Which rule the text breaks.
    public var reason: Reason
    /// One sentence for the owner, with the text in quotes.
    public var detail: String

    init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
