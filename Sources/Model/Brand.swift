/// A name that the owner watches: the business, a product, a competitor.
public struct Brand: Sendable, Hashable {
    /// The name in the configuration, unique.
    public var id: BrandID
    /// What people read in lists and letters.
    public var name: String
    /// Whether it is somebody else's; competitors are compared with, never alerted on.
    public var isCompetitor: Bool

    /// A brand by its id and the name that people read.
    public init(id: BrandID, name: String, isCompetitor: Bool = false) {
        self.id = id
        self.name = name
        self.isCompetitor = isCompetitor
    }
}
