import Model

/// A change of the address that a source is read at.
public enum Relocation: Sendable, Hashable {
    /// A permanent redirect led from one address to another; both are shown as they are given.
    case moved(from: String, to: String)
    /// The configured address answers again, and the other one is used no more.
    case returned(from: String, to: String)

    /// What the owner reads of it; the addresses have to be masked.
    public func notice(wording: HealthWording) -> HealthNotice {
        let detail =
            switch self {
            case .moved(let old, let new):
                "\(wording.name) has moved for good, from \(old) to \(new). It is read there from "
                    + "now on; write the new address into the configuration."
            case .returned(let old, let new):
                "\(wording.name) is back at its configured address \(new); \(old), where it had "
                    + "moved, does not give it any more."
            }
        return HealthNotice(kind: .moved, detail: detail)
    }
}
