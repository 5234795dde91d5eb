/// What a source listed when it was last read, in the order of the document; kept to see at the next
/// poll what is missing.
public struct ListedEntries: Sendable, Hashable {
    /// One entry of the list.
    public struct Item: Sendable, Hashable {
        /// The key of its identity.
        public var key: String
        /// Listings in a row that should have had it and did not; 0 where it was listed.
        public var misses: Int

        /// An entry that was missing `misses` times in a row.
        public init(key: String, misses: Int = 0) {
            self.key = key
            self.misses = misses
        }
    }

    /// First the first of the document; those that were missing stand where they would have stood.
    public var items: [Item]

    /// A list.
    public init(items: [Item] = []) {
        self.items = items
    }
}
