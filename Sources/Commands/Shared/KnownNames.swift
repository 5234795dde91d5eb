import Alerting
import Model
import Settings
import TextProcessing

// Names of the configuration that are typed on the command line: an unknown one is an error that
// names the nearest, or all there are.
extension Workplace {
    /// Fails for a channel that is not configured.
    func check(channel id: ChannelID) throws(CommandFailure) {
        try check(id.rawValue, "channel", among: settings.channels.map(\.id.rawValue))
    }

    /// Fails for what is no configured rule and no digest.
    func check(rule id: RuleID) throws(CommandFailure) {
        let known = settings.ruleOrder + settings.digests.map(\.id)
        try check(id.rawValue, "rule", among: known.map(\.rawValue))
    }

    private func check(_ name: String, _ kind: String, among names: [String])
        throws(CommandFailure)
    {
        guard !names.contains(name) else { return }
        let known =
            NearestName.question(name, among: names)
            ?? (names.isEmpty
                ? "none is configured" : "there are: \(names.joined(separator: ", "))")
        throw CommandFailure(.usage, "no \(kind) is called \(name); \(known)")
    }
}
