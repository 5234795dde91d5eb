public import FoundationEssentials
public import Model

/// A report as content without form: sections of blocks, which every format writes in its own way.
public struct ReportDocument: Sendable, Hashable {
    /// Its name for programs, such as `summary`, `trust` or `transparency`.
    public var id: String
    /// What the report is called, such as `Trust`.
    public var title: String
    /// What the owner calls the business.
    public var business: String
    /// The brands that are counted, as people call them; empty means all of the owner's own.
    public var brands: [String]
    /// The days that are looked at, both ends included; nil for a page that is about no period.
    public var period: ClosedRange<CalendarDay>?
    /// The days that they are compared with; nil for no comparison.
    public var previous: ClosedRange<CalendarDay>?
    /// When it was made.
    public var madeAt: Date
    /// In the order of reading; ids are unique.
    public var sections: [ReportSection]

    /// A report.
    public init(
        id: String = "report", title: String, business: String, brands: [String] = [],
        period: ClosedRange<CalendarDay>?, previous: ClosedRange<CalendarDay>? = nil, madeAt: Date,
        sections: [ReportSection]
    ) {
        self.id = id
        self.title = title
        self.business = business
        self.brands = brands
        self.period = period
        self.previous = previous
        self.madeAt = madeAt
        self.sections = sections
    }
}

/// A part of a report under one heading.
public struct ReportSection: Sendable, Hashable {
    /// Its name for programs and anchors: `a–z` and `-`.
    public var id: String
    /// Its heading.
    public var title: String
    /// What it says, in the order of reading.
    public var blocks: [ReportBlock]

    /// A section.
    public init(id: String, title: String, blocks: [ReportBlock]) {
        self.id = id
        self.title = title
        self.blocks = blocks
    }
}

/// A piece of a section.
public enum ReportBlock: Sendable, Hashable {
    /// Single figures, the most important first.
    case measures([Measure])
    case table(ReportTable)
    case trend(TrendChart)
    case bars(BarChart)
    case quotes(QuoteList)
    /// A sentence for the reader: what could not be counted, or is too little to tell.
    case note(String)
}

/// What a thing is felt as; shown by colour and by a sign or word, never by colour alone.
public enum ReportTone: String, Sendable, Hashable {
    case negative
    case neutral
    case positive
    case plain
}
