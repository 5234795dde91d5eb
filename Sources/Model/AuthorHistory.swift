/// What the author of a mention wrote before, at the same source.
///
/// The same name in another source may be another person, and doesn't count; nor does anything of
/// authors without a name.
public struct AuthorHistory: Sendable, Hashable {
    /// How many mentions of the author are older than this one.
    public var mentions: Int
    /// How many of these are negative.
    public var negative: Int

    /// A history; that of somebody new unless told.
    public init(mentions: Int = 0, negative: Int = 0) {
        self.mentions = mentions
        self.negative = negative
    }
}
