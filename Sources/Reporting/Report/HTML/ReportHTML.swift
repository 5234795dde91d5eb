import FoundationEssentials
import Model

/// A report as one self-contained HTML 5 file.
///
/// It has no script and loads nothing; a content security policy forbids both. It reads well on a
/// phone of 320 pixels, on paper, and in light and dark; meaning is shown by colour and by sign or
/// pattern. Every chart has a table behind it. Words of strangers are escaped.
public struct ReportHTML: Sendable {
    let document: ReportDocument
    let names: Names
    let time: TimeText

    /// The file of `document`, told in the names and the zone of its reader.
    public init(document: ReportDocument, names: Names, time: TimeText) {
        self.document = document
        self.names = names
        self.time = time
    }

    /// The whole file, lines ended by LF.
    public var text: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        \(head)
        </head>
        <body>
        <a class="skip" href="#main">Skip to the report</a>
        \(TonePatterns.definitions)
        \(header)
        \(navigation)
        <main id="main" tabindex="-1"\(document.period == nil ? " class=\"prose\"" : "")>
        \(sections)
        </main>
        \(footer)
        </body>
        </html>

        """
    }

    private var head: String {
        let title = [document.title, document.business] + [dates].compactMap { $0 }
        return """
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <link rel="icon" href="data:,">
            <title>\(Markup.text(title.joined(separator: " · ")))</title>
            <style>
            \(ReportSheet.text)
            </style>
            """
    }

    private var header: String {
        var lines = [
            Markup.element("p", ["class": "eyebrow"], Markup.foreign(document.business)),
            Markup.element("h1", [:], Markup.text(document.title)),
        ]
        var facts: [String] = []
        if let dates, let period = document.period {
            facts.append("\(dates), \(Self.days(period))")
        }
        if let previous = document.previous {
            facts.append("compared with \(Self.dates(previous))")
        }
        if !facts.isEmpty {
            lines.append(
                Markup.element(
                    "p", ["class": "period"], Markup.text(facts.joined(separator: " · "))))
        }
        if !document.brands.isEmpty {
            let brands = document.brands.map(Markup.foreign).joined(separator: ", ")
            lines.append(Markup.element("p", ["class": "period"], "Brands: \(brands)"))
        }
        return "<header>\n\(Markup.lines(lines))\n</header>"
    }

    private var navigation: String {
        guard document.sections.count > 1 else { return "" }
        let links = document.sections.map { section in
            let link = Markup.element(
                "a", ["href": "#" + Markup.anchor(section.id)], Markup.text(section.title))
            return "<li>\(link)</li>"
        }
        return "<nav aria-label=\"Sections\">\n<ul>\n\(Markup.lines(links))\n</ul>\n</nav>"
    }

    private var sections: String {
        var awaited = quoted
        let known = awaited
        return Markup.lines(
            document.sections.map { section in
                let id = Markup.anchor(section.id)
                var parts = [Markup.element("h2", ["id": id], Markup.text(section.title))]
                for block in section.blocks {
                    parts.append(html(block, under: section.title, known: known, awaited: awaited))
                    if case .quotes(let list) = block {
                        awaited.subtract(list.mentions.map(\.id))
                    }
                }
                return Markup.element(
                    "section", ["aria-labelledby": id], "\n" + Markup.lines(parts) + "\n")
            })
    }

    /// `known` are the mentions that the report quotes, `awaited` those that it has not yet.
    private func html(
        _ block: ReportBlock, under title: String, known: Set<MentionID>, awaited: Set<MentionID>
    ) -> String {
        switch block {
        case .measures(let measures): MeasureHTML(known: known).cards(measures)
        case .table(let table): TableHTML(known: known).region(table, under: title)
        case .trend(let chart): TrendHTML(chart: chart).figure
        case .bars(let chart): BarsHTML(chart: chart).figure
        case .quotes(let list):
            QuotesHTML(names: names, time: time, anchored: awaited).list(list, under: title)
        case .note(let text): Markup.element("p", ["class": "note"], Markup.foreign(text))
        }
    }

    /// The mentions that the report has in their own words, which numbers elsewhere lead to.
    private var quoted: Set<MentionID> {
        var ids: Set<MentionID> = []
        for case .quotes(let list) in document.sections.lazy.flatMap(\.blocks) {
            ids.formUnion(list.mentions.map(\.id))
        }
        return ids
    }

    private var footer: String {
        let made = "Made by Repute on \(time.absolute(document.madeAt)) (\(time.zone.identifier))."
        let belief =
            "Each figure says how many mentions it is computed from. The range beside it holds the true "
            + "value in 95 of 100 cases; where too little is counted, no trend is read."
        let sentences = document.period == nil ? [made] : [made, belief]
        return "<footer>\n"
            + Markup.lines(sentences.map { Markup.element("p", [:], Markup.text($0)) })
            + "\n</footer>"
    }

    private var dates: String? { document.period.map(Self.dates) }

    /// `1 Oct – 30 Oct 2026`; the year of the first day only where it is another.
    static func dates(_ period: ClosedRange<CalendarDay>) -> String {
        let first = CivilDate(daysSince1970: period.lowerBound.number)
        let last = CivilDate(daysSince1970: period.upperBound.number)
        guard first != last else { return TimeText.day(first) }
        let start =
            first.year == last.year ? DayLabel.short(period.lowerBound) : TimeText.day(first)
        return "\(start) – \(TimeText.day(last))"
    }

    private static func days(_ period: ClosedRange<CalendarDay>) -> String {
        let days = period.upperBound.number - period.lowerBound.number + 1
        return days == 1 ? "1 day" : "\(FigureText.count(days)) days"
    }
}
