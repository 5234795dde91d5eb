import FoundationEssentials
import Health
import Model
import Scheduling

/// Times as the notices about a source write them: in the owner's zone.
struct OwnerTime: Sendable {
    let zone: TimeZone

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Such as `22 Nov 2026, 10:30`, with the zone behind it where that is UTC.
    func text(_ date: Date) -> String {
        let bounded = min(max(date.timeIntervalSince1970, -62_135_510_400), 253_402_214_400)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: bounded))
        let local = Date(timeIntervalSince1970: bounded + Double(offset))
        let day = CivilDate(daysSince1970: CalendarDay(local, secondsFromGMT: 0).number)
        let clock = local.rfc3339.dropFirst(11).prefix(5)
        return "\(day.day) \(Self.months[day.month - 1]) \(day.year), \(clock)"
            + (offset == 0 ? " UTC" : "")
    }

    /// How notices about `source` are worded.
    func wording(for source: Source) -> HealthWording {
        HealthWording(
            id: source.id, name: source.title ?? source.id.rawValue, time: { text($0) },
            span: { DurationText.approximate($0) })
    }
}
