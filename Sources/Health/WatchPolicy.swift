public import FoundationEssentials

/// When the owner is told of a source itself.
public struct WatchPolicy: Sendable, Hashable {
    /// How long a failure lasts before it is told, in seconds.
    public var grace: TimeInterval
    /// How many sources may be called quiet by mistake, on average, in a year of one source; 0 never
    /// calls one quiet.
    public var falseAlarmsPerYear: Double
    /// How many complete listings in a row an entry has to be missing from before it counts as listed
    /// no more; 0 never counts.
    public var delistedAfter: Int

    /// A policy; the defaults are an hour, one false alarm in five years, and three listings.
    public init(
        grace: TimeInterval = 3600, falseAlarmsPerYear: Double = 0.2, delistedAfter: Int = 3
    ) {
        self.grace = grace
        self.falseAlarmsPerYear = falseAlarmsPerYear
        self.delistedAfter = delistedAfter
    }
}
