/// A figure for a monitoring system, with everything that its text needs.
public struct Metric: Sendable, Hashable {
    /// What kind of figure it is.
    public enum Kind: String, Sendable, Hashable {
        /// Grows until the process ends.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts by size.
        case histogram
    }

    /// One of its values.
    public struct Sample: Sendable, Hashable {
        /// What follows the name of the metric, such as `_bucket`; empty but for histograms.
        public var suffix: String
        /// Names and values, in the order in which they are written.
        public var labels: [Label]
        /// The figure.
        public var value: Double

        /// A value.
        public init(_ value: Double, _ labels: [Label] = [], suffix: String = "") {
            self.suffix = suffix
            self.labels = labels
            self.value = value
        }
    }

    /// What tells the values of a metric apart.
    public struct Label: Sendable, Hashable {
        /// The name: letters, digits and `_`.
        public var name: String
        /// Any text.
        public var value: String

        /// A label.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name: letters, digits and `_`, with the unit, and `_total` for a counter.
    public var name: String
    /// What it counts or measures, as one sentence without a full stop.
    public var help: String
    /// What kind of figure it is.
    public var kind: Kind
    /// Its values; without one, the metric is left out of a text.
    public var samples: [Sample]

    /// A metric with these values.
    public init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    /// A metric with one value; nil leaves it out.
    public init(_ name: String, _ kind: Kind, _ help: String, _ value: Double?) {
        self.init(name, kind, help, value.map { [Sample($0)] } ?? [])
    }

    /// A histogram of durations.
    public init(
        _ name: String, _ help: String, durations: [(upTo: Double, count: Int)], count: Int,
        sum: Double
    ) {
        var below = 0
        var samples = durations.map { bucket in
            below += bucket.count
            return Sample(
                Double(below), [Label("le", MetricText.number(bucket.upTo))], suffix: "_bucket")
        }
        samples.append(Sample(Double(count), [Label("le", "+Inf")], suffix: "_bucket"))
        samples.append(Sample(sum, suffix: "_sum"))
        samples.append(Sample(Double(count), suffix: "_count"))
        self.init(name, .histogram, help, samples)
    }
}
