import FoundationEssentials

/// Whether a group of alerts is quiet at the moment, and until when.
struct CoolDown {
    /// When the group may speak again; nil if it may now.
    let end: Date?

    /// Counts `length` seconds from the last alert.
    ///
    /// A last alert in the future (the clock was set back) counts as now. Mentions that are held
    /// already keep their earlier end: neither such a clock nor an edit that was told meanwhile, which
    /// waits for no cool-down, may put them off again and again.
    init(length: TimeInterval, last: Date?, heldUntil: Date?, now: Date) {
        guard length.isFinite, length > 0, let last else {
            end = nil
            return
        }
        var time = min(last, now).addingTimeInterval(length)
        if let heldUntil { time = min(time, heldUntil) }
        end = time > now ? time : nil
    }
}
