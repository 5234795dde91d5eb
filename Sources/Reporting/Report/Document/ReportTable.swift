public import Model

/// A table of a report.
public struct ReportTable: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
        /// Its name for programs: camel case.
        public var id: String
        /// Its heading.
        public var title: String
        /// Whether its cells are figures, which stand on the right.
        public var isNumeric: Bool

        /// A column; of words unless told.
        public init(_ id: String, _ title: String, isNumeric: Bool = false) {
            self.id = id
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// One value.
    public struct Cell: Sendable, Hashable {
        /// What stands in it for people; may come from a stranger.
        public var text: String
        /// The number behind it, for programs; nil for words.
        public var value: Double?
        /// What it is felt as.
        public var tone: ReportTone

        /// A cell.
        public init(_ text: String, value: Double? = nil, tone: ReportTone = .plain) {
            self.text = text
            self.value = value
            self.tone = tone
        }
    }

    /// A row.
    public struct Row: Sendable, Hashable {
        /// As many as there are columns.
        public var cells: [Cell]
        /// The mentions behind it, newest first; nil unless they were asked for.
        public var ids: [MentionID]?
        /// How many more mentions are behind it than `ids` names.
        public var moreIDs: Int

        /// A row.
        public init(_ cells: [Cell], ids: [MentionID]? = nil, moreIDs: Int = 0) {
            self.cells = cells
            self.ids = ids
            self.moreIDs = moreIDs
        }
    }

    /// Its name for programs: `a–z` and `-`, unique in the report.
    public var id: String
    /// What it shows.
    public var caption: String
    /// From left to right.
    public var columns: [Column]
    /// From top to bottom.
    public var rows: [Row]
    /// How its figures are computed; nil where that goes without saying.
    public var formula: String?

    /// A table.
    public init(
        id: String, caption: String, columns: [Column], rows: [Row], formula: String? = nil
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.formula = formula
    }
}
