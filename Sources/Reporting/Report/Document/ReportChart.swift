public import Model

/// Values over time.
public struct TrendChart: Sendable, Hashable {
    /// One line of it.
    public struct Series: Sendable, Hashable {
        /// Its name for programs: camel case.
        public var id: String
        /// What it is called.
        public var title: String
        /// What it is felt as.
        public var tone: ReportTone
        /// One for each point of time; nil where there is nothing to average.
        public var values: [Double?]

        /// A series.
        public init(id: String, title: String, tone: ReportTone = .plain, values: [Double?]) {
            self.id = id
            self.title = title
            self.tone = tone
            self.values = values
        }
    }

    /// Its name for programs: `a–z` and `-`, unique in the report.
    public var id: String
    /// What it shows.
    public var title: String
    /// How the values are written.
    public var unit: Measure.Unit
    /// The first day of each step, oldest first.
    public var steps: [CalendarDay]
    /// How many days a step has: 1, 7, or about 30 for months.
    public var daysPerStep: Int
    /// The lines, the most important first.
    public var series: [Series]

    /// A chart.
    public init(
        id: String, title: String, unit: Measure.Unit, steps: [CalendarDay], daysPerStep: Int,
        series: [Series]
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.steps = steps
        self.daysPerStep = daysPerStep
        self.series = series
    }
}

/// Bars beside each other, each of one or several parts.
public struct BarChart: Sendable, Hashable {
    /// A part of a bar.
    public struct Part: Sendable, Hashable {
        /// What it counts.
        public var title: String
        /// What it is felt as.
        public var tone: ReportTone
        /// At least 0.
        public var value: Double

        /// A part.
        public init(_ title: String, _ value: Double, tone: ReportTone = .plain) {
            self.title = title
            self.value = value
            self.tone = tone
        }
    }

    /// One bar.
    public struct Bar: Sendable, Hashable {
        /// What it is about; may come from a stranger.
        public var title: String
        /// From left to right.
        public var parts: [Part]

        /// A bar.
        public init(_ title: String, parts: [Part]) {
            self.title = title
            self.parts = parts
        }
    }

    /// Its name for programs: `a–z` and `-`, unique in the report.
    public var id: String
    /// What it shows.
    public var title: String
    /// How the values are written.
    public var unit: Measure.Unit
    /// From top to bottom.
    public var bars: [Bar]

    /// A chart.
    public init(id: String, title: String, unit: Measure.Unit, bars: [Bar]) {
        self.id = id
        self.title = title
        self.unit = unit
        self.bars = bars
    }
}

/// Mentions in their own words.
public struct QuoteList: Sendable, Hashable {
    /// Its name for programs: `a–z` and `-`, unique in the report.
    public var id: String
    /// What they have in common.
    public var title: String
    /// In the order of reading.
    public var mentions: [Mention]

    /// A list.
    public init(id: String, title: String, mentions: [Mention]) {
        self.id = id
        self.title = title
        self.mentions = mentions
    }
}
