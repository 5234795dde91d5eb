import Foundation
import Notifying

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What this machine says of itself, from which a first configuration takes its defaults.
struct Surroundings: Sendable {
    /// The machine's zone; UTC where it is none of the IANA database.
    var timeZone: String
    /// The machine's name, with its domain where it knows one.
    var hostName: String
    /// Whether the usual mail program is there.
    var hasMailProgram: Bool
    /// The language of its owner, if letters are written in it.
    var language: LetterLanguage?
    /// Whether its services are run by systemd.
    var hasSystemd: Bool

    /// The mail program that is looked for.
    static let mailProgram = SendmailSettings.standardCommand[0]

    /// This machine.
    ///
    /// Blocks.
    static var here: Surroundings {
        let environment = ProcessInfo.processInfo.environment
        let zone = TimeZone.current.identifier
        return Surroundings(
            timeZone: zone.hasPrefix("Etc/") ? "UTC" : (try? AnswerCheck.timeZone(zone)) ?? "UTC",
            hostName: ProcessInfo.processInfo.hostName,
            hasMailProgram: access(mailProgram, X_OK) == 0,
            language: language(of: environment),
            hasSystemd: FileManager.default.fileExists(atPath: "/run/systemd/system"))
    }

    /// The language that the environment asks for, by POSIX's order; nil for English and others.
    static func language(of environment: [String: String]) -> LetterLanguage? {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let name else { return nil }
        let tag = name.prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-")
        return LetterLanguage(tag: String(tag)).flatMap { $0 == .english ? nil : $0 }
    }

    /// Who mails come from: this machine where it has a domain, else the owner.
    func sender(for recipient: EmailAddress) -> EmailAddress {
        guard hostName.contains("."), !hostName.hasSuffix(".local"),
            !hostName.hasSuffix(".localdomain"),
            let address = try? EmailAddress(parsing: "repute@" + hostName)
        else { return recipient }
        return address
    }
}
