/// A window on a long list.
public struct Page: Sendable, Hashable {
    /// How many rows are left out before the first.
    public var offset: Int
    /// How many rows at most; at least 1.
    public var limit: Int

    /// A window of `limit` rows that begins after `offset` rows.
    public init(offset: Int = 0, limit: Int = 50) {
        self.offset = max(0, offset)
        self.limit = max(1, limit)
    }
}

/// The rows in a window and how many there are in all.
public struct PageOf<Row: Sendable>: Sendable {
    /// At most as many as the window holds, in the order asked for.
    public var rows: [Row]
    /// Rows that the filter lets through, in and outside of the window.
    public var total: Int

    /// A filled window.
    public init(rows: [Row], total: Int) {
        self.rows = rows
        self.total = total
    }
}
