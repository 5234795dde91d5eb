public import FoundationEssentials
public import Model

/// Who is told, again and again, that Repute lives, so that somebody notices when it has stopped.
///
/// A service of the owner's choice expects a request at this address every now and then, and speaks up
/// when none has come for a while (a “dead man's switch”).
public struct HeartbeatSettings: Sendable, Hashable {
    /// The address that is asked by GET, `http` or `https`; whoever knows it can pretend to be Repute.
    public var url: Secret
    /// The time between two requests, in seconds: 60 to 86,400; default 300.
    public var interval: TimeInterval

    /// A heartbeat every five minutes unless told otherwise.
    public init(url: Secret, interval: TimeInterval = 300) {
        self.url = url
        self.interval = interval
    }
}

extension HeartbeatSettings {
    /// Reads `heartbeat`; nil where there is no address to be had, with the reasons recorded.
    init?(_ section: Section) {
        let interval = section.duration("every", in: 60...86_400)
        let keys = ["url", "url_file", "url_credential"]
        guard keys.contains(where: section.has) else {
            section.problems.error(
                section.place, "`heartbeat` has no address",
                "give `url_file`, `url_credential` or `url`")
            return nil
        }
        guard let url = section.address() else { return nil }
        self.init(url: url.value, interval: interval?.value ?? 300)
    }
}
