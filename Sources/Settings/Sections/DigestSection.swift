import Alerting
import Model
import Scheduling
import TextProcessing

/// A digest as written, with the references that are followed when all files are read.
struct DigestDraft {
    var plan: DigestPlan
    var place: Place
    /// False where the id is missing or can't be taken.
    var isNamed: Bool
    var brands: [Placed<BrandID>]
    /// Nil where the digest names none, which means all.
    var channels: [Placed<ChannelID>]?
}

extension DigestDraft {
    private enum RhythmWord: String, CaseIterable {
        case daily
        case weekly
    }

    /// Reads an item of `digests`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> DigestDraft? {
        guard let section = Section(node, .digest, context, name: "digests") else { return nil }
        section.require("id", "give it a name such as `morning`", of: "this digest")
        let id = section.ruleID(of: "digest")
        let every: Placed<RhythmWord>? = section.choice("every")
        let weekday = section.weekday("on")
        if every?.value != .weekly, section.has("on") {
            section.problems.error(
                section.place(of: "on"), "`on` stands here, but the digest is sent every day",
                "add `every: weekly`, or remove `on`")
        }
        let usual = DigestPlan(id: id?.value ?? RuleID(trusted: "unnamed"))
        let plan = DigestPlan(
            id: usual.id, title: section.string("title")?.value,
            isEnabled: section.bool("enabled") ?? true,
            rhythm: every?.value == .weekly ? .weekly(weekday: weekday ?? 1) : .daily,
            minute: section.minuteOfDay("at") ?? usual.minute,
            sendsEmpty: section.bool("empty") ?? usual.sendsEmpty)
        return DigestDraft(
            plan: plan, place: id?.place ?? section.place, isNamed: id != nil,
            brands: section.identifiers("brand", of: Brand.self), channels: section.channels())
    }
}

extension Section {
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// A day of the week, whole or by its first three letters: 1 (Monday) to 7.
    fileprivate func weekday(_ key: String) -> Int? {
        let needs = "a day of the week such as `monday`"
        guard let text = string(key, needs: needs) else { return nil }
        let name = text.value.lowercased()
        if let index = Self.weekdays.firstIndex(where: { $0 == name || $0.prefix(3) == name }) {
            return index + 1
        }
        problems.error(
            text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`",
            NearestName.question(name, among: Self.weekdays))
        return nil
    }

    /// A time of the day such as `08:00`, as minutes from midnight, 0 to 1439.
    fileprivate func minuteOfDay(_ key: String) -> Int? {
        let needs = "a time such as `08:00` or `17:30`"
        guard let text = string(key, needs: needs) else { return nil }
        let parts = text.value.split(separator: ":", omittingEmptySubsequences: false)
        let isTime =
            parts.count == 2 && (1...2).contains(parts[0].utf8.count) && parts[1].utf8.count == 2
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        if isTime, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60 {
            return hour * 60 + minute
        }
        problems.error(text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`")
        return nil
    }
}
