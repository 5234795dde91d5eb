import Foundation
import Notifying
import Scheduling
import TextProcessing

extension BusinessSettings {
    static let standard = BusinessSettings(
        name: "Repute", language: .english, timeZone: .gmt, hours: nil, holidays: [], contact: nil,
        owner: nil)

    /// Reads `business`; what is absent or wrong keeps its default.
    init(_ section: Section) {
        self = .standard
        if let name = section.string("name") { self.name = name.value }
        if let language = section.letterLanguage("language") { self.language = language }
        if let zone = section.timeZone("time_zone") { timeZone = zone }
        hours = section.businessHours("hours")
        holidays = section.holidays("holidays")
        if let contact = section.emailAddress("contact") {
            self.contact = contact.value.description
        }
        if let owner = section.string("owner") { self.owner = owner.value }
    }
}

extension Section {
    /// A language that letters are written in, by its BCP 47 tag.
    func letterLanguage(_ key: String) -> LetterLanguage? {
        let codes = LetterLanguage.allCases.map(\.rawValue)
        let needs = "one of \(codes.joined(separator: ", "))"
        guard let text = string(key, needs: needs) else { return nil }
        if let language = LetterLanguage(tag: text.value) { return language }
        let names = LetterLanguage.allCases.map { "\($0)" }
        let meant = names.firstIndex(of: text.value.lowercased())
        problems.error(
            text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`",
            meant.map { "did you mean `\(codes[$0])`?" }
                ?? NearestName.question(text.value, among: codes))
        return nil
    }
}

extension Section {
    /// A zone of the IANA time zone database.
    func timeZone(_ key: String) -> TimeZone? {
        let needs = "a time zone such as `Europe/Berlin`"
        guard let text = string(key, needs: needs) else { return nil }
        if text.value == "UTC" { return .gmt }
        let isRegion = text.value.contains("/")
        if isRegion, let zone = TimeZone(identifier: text.value) { return zone }
        let names = TimeZone.knownTimeZoneIdentifiers
        problems.error(
            text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`",
            NearestName.question(text.value, among: names + ["UTC"])
                ?? names.first { $0.lowercased().hasSuffix("/" + text.value.lowercased()) }
                .map { "did you mean `\($0)`?" })
        return nil
    }

    /// One bare mail address.
    func emailAddress(_ key: String) -> Placed<EmailAddress>? {
        let needs = "a mail address such as `owner@example.org`"
        guard let text = scalar(key, needs: needs) else { return nil }
        return emailAddress(text, key: key)
    }

    /// Mail addresses, one or a list.
    func emailAddresses(_ key: String) -> [EmailAddress] {
        strings(key, needs: "a mail address").compactMap { emailAddress($0, key: key)?.value }
    }

    private func emailAddress(_ text: Placed<String>, key: String) -> Placed<EmailAddress>? {
        do {
            let address = try EmailAddress(parsing: trimmed(text.value))
            return Placed(value: address, place: text.place)
        } catch {
            problems.error(text.place, "`\(key)`: \(error.detail)")
            return nil
        }
    }
}

extension Section {
    /// Hours of the week, one text or a list of them.
    func businessHours(_ key: String) -> BusinessHours? {
        let texts = strings(key, needs: "hours such as `Mon-Fri 09:00-18:00`").filter { text in
            do throws(BusinessHoursError) {
                _ = try BusinessHours(parsing: text.value)
                return true
            } catch {
                problems.error(text.place, "`\(key)`: \(shown(error.detail, limit: 200))")
                return false
            }
        }
        return try? BusinessHours(parsing: texts.map(\.value).joined(separator: "; "))
    }

    /// Days, one or a list of them.
    fileprivate func holidays(_ key: String) -> Set<Holiday> {
        let needs = "a day such as `2026-12-24`, or `12-25` for every year"
        return Set(
            strings(key, needs: needs).compactMap { text in
                if let day = Holiday(parsing: text.value) { return day }
                problems.error(
                    text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`")
                return nil
            })
    }
}
