/// Numbers and marks of inline SVG.
///
/// Pictures have no view box: places are percentages, so that they take the width that is there, while
/// text and strokes keep their size.
enum SVG {
    /// `0…1` as a percentage with at most two decimals; what is outside is moved inside.
    static func percent(_ share: Double) -> String {
        number(min(max(share.isFinite ? share : 0, 0), 1) * 100) + "%"
    }

    /// A number with at most two decimals and no needless zeros.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let hundredths = Int((abs(value) * 100).rounded())
        guard hundredths > 0 else { return "0" }
        var text = String(hundredths / 100)
        let rest = hundredths % 100
        if rest > 0 {
            text += rest.isMultiple(of: 10) ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        }
        return value < 0 ? "-" + text : text
    }

    /// Text at a place; `content` may come from a stranger.
    static func text(
        _ content: String, x: String, y: String, dy: String? = nil, anchor: String? = nil,
        name: String? = nil
    ) -> String {
        Markup.element(
            "text", ["x": x, "y": y, "dy": dy, "text-anchor": anchor, "class": name],
            Markup.text(content))
    }
}

/// The hatchings that tell tones apart without colour.
enum TonePatterns {
    /// An empty picture that holds them for all others of the file.
    static let definitions = """
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <pattern id="hatch-negative" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="ground negative" width="6" height="6"/>\
        <rect class="gap" width="2" height="6"/></pattern>
        <pattern id="hatch-neutral" width="6" height="6" patternUnits="userSpaceOnUse">\
        <rect class="ground neutral" width="6" height="6"/>\
        <circle class="gap" cx="3" cy="3" r="1.2"/></pattern>
        </defs></svg>
        """

    /// The key to a tone or a line: a small picture of how it is drawn.
    static func key(_ name: String) -> String {
        "<svg class=\"key\" width=\"18\" height=\"12\" aria-hidden=\"true\" focusable=\"false\">"
            + "<rect class=\"fill \(name)\" width=\"18\" height=\"12\" rx=\"2\"/></svg>"
    }

    /// The same for a line.
    static func lineKey(_ name: String, marker: String) -> String {
        "<svg class=\"key\" width=\"26\" height=\"12\" aria-hidden=\"true\" focusable=\"false\">"
            + "<line class=\"line \(name)\" x1=\"0\" y1=\"6\" x2=\"26\" y2=\"6\"/>"
            + "<svg x=\"13\" y=\"6\" overflow=\"visible\">\(marker)</svg></svg>"
    }
}
