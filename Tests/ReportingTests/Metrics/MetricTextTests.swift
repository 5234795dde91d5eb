import Testing

@testable import Reporting

struct `The text of metrics` {
    @Test func `has help, type and a line for each value`() {
        let metric = Metric(
            "repute_polls_total", .counter, "Polls by outcome",
            [
                Metric.Sample(3, [Metric.Label("outcome", "read")]),
                Metric.Sample(0, [Metric.Label("outcome", "failed")]),
            ])
        #expect(
            MetricText.text(of: [metric]) == """
                # HELP repute_polls_total Polls by outcome
                # TYPE repute_polls_total counter
                repute_polls_total{outcome="read"} 3
                repute_polls_total{outcome="failed"} 0

                """)
    }

    @Test func `leaves out a metric without a value`() {
        #expect(MetricText.text(of: [Metric("a_bytes", .gauge, "A", nil)]) == "")
        #expect(MetricText.text(of: []) == "")
    }

    @Test func `escapes what would end a label or a line`() {
        let metric = Metric(
            "a", .gauge, "back\\slash, \"quote\"\nand line",
            [Metric.Sample(1, [Metric.Label("b", "x\\y\"z\nw"), Metric.Label("c", "é|{}")])])
        #expect(
            MetricText.text(of: [metric])
                == "# HELP a back\\\\slash, \"quote\"\\nand line\n# TYPE a gauge\n"
                + "a{b=\"x\\\\y\\\"z\\nw\",c=\"é|{}\"} 1\n")
    }

    @Test(arguments: [
        (0.0, "0"), (-3, "-3"), (1.5, "1.5"), (1_795_348_800, "1795348800"),
        (8_999_999_999_999_999, "8999999999999999"), (1e300, "1e+300"), (.nan, "NaN"),
        (.infinity, "+Inf"), (-.infinity, "-Inf"), (0.1, "0.1"),
    ])
    func `has numbers as Go reads them`(number: Double, expected: String) {
        #expect(MetricText.number(number) == expected)
    }

    @Test func `adds the buckets of a histogram up`() {
        let metric = Metric(
            "t_seconds", "Time", durations: [(upTo: 0.5, count: 2), (upTo: 1, count: 3)], count: 6,
            sum: 9.25)
        #expect(
            MetricText.text(of: [metric]) == """
                # HELP t_seconds Time
                # TYPE t_seconds histogram
                t_seconds_bucket{le="0.5"} 2
                t_seconds_bucket{le="1"} 5
                t_seconds_bucket{le="+Inf"} 6
                t_seconds_sum 9.25
                t_seconds_count 6

                """)
    }
}
