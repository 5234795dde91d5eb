/// Metrics as Prometheus reads them: the text exposition format, version 0.0.4.
///
/// <https://prometheus.io/docs/instrumenting/exposition_formats/>
public enum MetricText {
    /// What a server calls this text.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// The text of all of them in their order; ends in a line feed unless it is empty.
    public static func text(of metrics: [Metric]) -> String {
        var text = ""
        for metric in metrics where !metric.samples.isEmpty {
            text += "# HELP \(metric.name) \(escaped(metric.help, alsoQuotes: false))\n"
            text += "# TYPE \(metric.name) \(metric.kind.rawValue)\n"
            for sample in metric.samples {
                text += metric.name + sample.suffix + labels(sample.labels)
                text += " " + number(sample.value) + "\n"
            }
        }
        return text
    }

    /// A number as Go reads it; whole ones without a fraction.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        // Beyond this not every whole number is a Double.
        if value == value.rounded(), abs(value) < 9e15 { return String(Int(value)) }
        return String(value)
    }

    private static func labels(_ labels: [Metric.Label]) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.map { "\($0.name)=\"\(escaped($0.value, alsoQuotes: true))\"" }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    private static func escaped(_ text: String, alsoQuotes: Bool) -> String {
        guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x22 }) else {
            return text
        }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            switch scalar {
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\"" where alsoQuotes: line += "\\\""
            default: line.unicodeScalars.append(scalar)
            }
        }
    }
}
