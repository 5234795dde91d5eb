import FoundationEssentials
import Model

/// `health` as written, with the references that are followed when all files are read.
struct HealthDraft {
    var settings = HealthSettings()
    /// Nil where none is named, which means all.
    var channels: [Placed<ChannelID>]?
    var isEnabled = true

    /// The defaults.
    init() {}

    /// Reads `health`; what is absent or wrong keeps its default.
    init(_ section: Section) {
        settings.grace = section.duration("grace", in: 0...30 * 86_400)?.value ?? settings.grace
        settings.falseAlarmsPerYear =
            section.number("false_alarms", in: 0...52)?.value ?? settings.falseAlarmsPerYear
        settings.delistedAfter =
            section.int("delisted_after", in: 0...100) ?? settings.delistedAfter
        isEnabled = section.bool("enabled") ?? true
        channels = section.channels()
    }

    /// The settings, where `all` are the channels of the files.
    func compiled(all: [ChannelID]) -> HealthSettings {
        var compiled = settings
        var named: Set<ChannelID> = []
        compiled.channels =
            isEnabled ? (channels?.map(\.value) ?? all).filter { named.insert($0).inserted } : []
        return compiled
    }
}
