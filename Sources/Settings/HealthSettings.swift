public import FoundationEssentials
public import Model

/// When and how the owner is told of sources and channels themselves; plain values.
public struct HealthSettings: Sendable, Hashable {
    /// Seconds that a failure lasts before it is told; default an hour.
    public var grace: TimeInterval = 3600
    /// How often, on average in a year, a source that is well may be called quiet; default 0.2, 0 never
    /// calls one quiet.
    public var falseAlarmsPerYear = 0.2
    /// How many complete listings in a row an entry is missing from before it counts as listed no more;
    /// default 3, 0 never counts.
    public var delistedAfter = 3
    /// The channels that are told of sources, and of other channels: all, unless the files name some; none
    /// where it is switched off.
    public var channels: [ChannelID] = []

    /// The defaults, without a channel.
    public init() {}
}
