/// How the lines, parts and markers of one chart are told apart: by colour, and by dash, hatching or
/// shape.
struct ChartInk {
    /// The class of each series, in their order.
    let names: [String]

    /// A tone that only one series has gives its own ink; all others take the plain inks in turn.
    init(tones: [ReportTone]) {
        var next = 0
        names = tones.map { tone in
            if tone != .plain, tones.count(where: { $0 == tone }) == 1 { return tone.rawValue }
            defer { next += 1 }
            return "plain-\(next % Self.plainCount)"
        }
    }

    /// How many inks the style sheet has for what is not felt.
    private static let plainCount = 6

    /// The shape that stands on a value of series `index`, around the origin.
    func marker(_ index: Int) -> String {
        let name = names.indices.contains(index) ? names[index] : "plain-0"
        let shape: String
        switch name {
        case "negative": shape = "M-4.6-3.4h9.2L0 4.6z"
        case "positive": shape = "M-4.6 3.4h9.2L0-4.6z"
        case "neutral": shape = "M0-4.8L4.8 0 0 4.8-4.8 0z"
        default:
            let shapes = [
                "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0", "M-3.4-3.4h6.8v6.8h-6.8z",
                "M0-4.8L4.8 0 0 4.8-4.8 0z", "M-4.6 3.4h9.2L0-4.6z",
                "M-4.2-1.4h2.8v-2.8h2.8v2.8h2.8v2.8H1.4v2.8h-2.8V1.4h-2.8z",
            ]
            shape = shapes[index % shapes.count]
        }
        return "<path class=\"dot \(name)\" d=\"\(shape)\"/>"
    }
}

/// What surrounds a chart: its heading, its key, and the table behind it.
struct ChartFrame {
    let id: String
    let title: String
    /// What one step and one value is; nil where that goes without saying.
    let detail: String?
    /// Items of the key, HTML already; a chart of one thing has none.
    let keys: [String]
    let table: ReportTable

    func figure(around picture: String) -> String {
        let anchor = "chart-" + Markup.anchor(id)
        let caption = [
            Markup.element("h3", [:], Markup.foreign(title)),
            detail.map { Markup.element("p", ["class": "detail"], Markup.text($0)) } ?? "",
        ]
        let legend =
            keys.isEmpty
            ? ""
            : "<ul class=\"legend\">\n" + Markup.lines(keys.map { "<li>\($0)</li>" }) + "\n</ul>"
        let details =
            table.rows.isEmpty
            ? ""
            : "<details class=\"behind\"><summary>The figures as a table"
                + "<span class=\"hidden\">: \(Markup.text(title))</span></summary>\n"
                + TableHTML(known: []).scroll(table, label: "Figures of: \(title)") + "\n</details>"
        return Markup.element(
            "figure",
            [
                "class": table.rows.count > TableHTML.mostUnbroken ? "chart long" : "chart",
                "id": anchor,
            ],
            "\n"
                + Markup.lines([
                    "<figcaption>" + Markup.lines(caption) + "</figcaption>",
                    "<div class=\"drawn\">" + Markup.lines([legend, picture]) + "</div>", details,
                ]) + "\n")
    }

    /// A picture that a screen reader reads as one image with a name and a description.
    static func picture(
        id: String, name: String, style: String? = nil, title: String, description: String,
        _ content: String
    ) -> String {
        let anchor = "chart-" + Markup.anchor(id)
        let words =
            Markup.element("title", ["id": anchor + "-title"], Markup.text(title))
            + Markup.element("desc", ["id": anchor + "-desc"], Markup.text(description))
        return Markup.element(
            "svg",
            [
                "class": name, "role": "img", "focusable": "false", "style": style,
                "aria-labelledby": "\(anchor)-title \(anchor)-desc",
            ], words + "\n" + content + "\n")
    }
}
