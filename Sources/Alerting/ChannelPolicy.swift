public import FoundationEssentials
public import Model
public import Scheduling

/// When a channel may be told something.
public struct ChannelPolicy: Sendable, Hashable {
    /// The hours of the owner's week in which it is left alone; nil for none.
    public var quietHours: BusinessHours?
    /// The least urgent severity that is told in quiet hours too; nil for none.
    public var letsThrough: Alert.Severity?
    /// How many letters it gets in an hour at most; nil for any number.
    ///
    /// What is above that waits and is joined.
    public var hourlyLimit: Int?
    /// Whether a person reads it: several alerts that are due together may become one letter.
    public var gathers: Bool

    /// A policy; without quiet hours and limit unless told.
    public init(
        quietHours: BusinessHours? = nil, letsThrough: Alert.Severity? = .critical,
        hourlyLimit: Int? = nil, gathers: Bool = true
    ) {
        self.quietHours = quietHours
        self.letsThrough = letsThrough
        self.hourlyLimit = hourlyLimit
        self.gathers = gathers
    }

    /// When an alert may be told through the channel at the earliest; nil if that is now.
    ///
    /// In quiet hours that is the moment at which they end by the owner's clock: where the clocks skip it,
    /// the first one after the gap. Tests and digests are never put off, since a person has chosen their
    /// hour, nor is what is as urgent as `letsThrough`. Quiet hours that never end are none.
    public func notBefore(
        severity: Alert.Severity, kind: Alert.Kind, now: Date, timeZone: TimeZone
    ) -> Date? {
        guard let quietHours, kind != .test, kind != .digest else { return nil }
        if let letsThrough, severity >= letsThrough { return nil }
        let clock = LocalClock(timeZone)
        let reading = clock.reading(at: now)
        let minute = reading.second / 60
        guard quietHours.isOpen(weekday: reading.weekday, minute: minute),
            let rest = quietHours.minutesUntilClosed(weekday: reading.weekday, minute: minute)
        else { return nil }
        let (days, end) = (minute + rest).quotientAndRemainder(dividingBy: 1440)
        let moment = clock.date(day: reading.day + days, minute: end)
        // Where the clocks show the hour of the end twice, and `now` is in the second one.
        return moment > now
            ? moment : now.addingTimeInterval(TimeInterval(rest * 60 - reading.second % 60))
    }
}
