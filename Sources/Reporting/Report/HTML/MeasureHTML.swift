import Model

/// Single figures as cards.
struct MeasureHTML {
    /// The mentions that stand in the report in their own words.
    let known: Set<MentionID>

    func cards(_ measures: [Measure]) -> String {
        guard !measures.isEmpty else { return "" }
        return "<dl class=\"cards\">\n" + Markup.lines(measures.map(card)) + "\n</dl>"
    }

    private func card(_ measure: Measure) -> String {
        var parts = [Markup.element("dt", [:], Markup.foreign(measure.title)), value(measure)]
        if let interval = measure.interval, measure.value?.isFinite == true,
            interval.lowerBound.isFinite, interval.upperBound.isFinite
        {
            let text = FigureText.interval(interval, measure.unit)
            parts.append(
                detail("interval", RangeHTML(measure: measure).picture + Markup.text(text)))
        }
        if let change = measure.change { parts.append(ChangeHTML(measure, change).detail) }
        parts.append(detail("formula", Markup.foreign(measure.formula)))
        if let ids = measure.ids {
            parts.append(
                detail("ids", MentionNumbers(known: known).list(ids, more: measure.moreIDs)))
        }
        return Markup.element(
            "div", ["class": "card", "id": "measure-" + Markup.anchor(measure.id)],
            "\n" + Markup.lines(parts) + "\n")
    }

    private func value(_ measure: Measure) -> String {
        let sample = Markup.element(
            "span", ["class": "n"], "n = \(FigureText.count(measure.count))")
        guard let value = measure.value, value.isFinite else {
            let isTooFew = measure.count < ReportFigures.leastCount
            return detail(
                "value refused", (isTooFew ? "Too few to tell " : "Not known yet ") + sample)
        }
        let figure = Markup.element(
            "span", ["class": "figure"], Markup.text(FigureText.text(value, measure.unit)))
        let stars = measure.unit == .stars ? StarsHTML.picture(value) : ""
        // The count of a count is itself.
        let isOwnCount = measure.unit == .count && value == Double(measure.count)
        return detail("value", figure + stars + (isOwnCount ? "" : " " + sample))
    }

    private func detail(_ name: String, _ content: String) -> String {
        Markup.element("dd", ["class": name], content)
    }
}

/// How a figure compares with the period before, in words and an arrow.
private struct ChangeHTML {
    let measure: Measure
    let change: Measure.Change

    init(_ measure: Measure, _ change: Measure.Change) {
        self.measure = measure
        self.change = change
    }

    var detail: String {
        let (tone, sign, words) = reading
        let picture =
            sign.isEmpty ? "" : "<span class=\"sign\" aria-hidden=\"true\">\(sign)</span> "
        return Markup.element(
            "dd", ["class": "change " + tone.rawValue], picture + Markup.text(words))
    }

    private var reading: (tone: ReportTone, sign: String, words: String) {
        guard let previous = change.previous, previous.isFinite else {
            return (.plain, "", "Before: too few to tell (n = \(change.previousCount))")
        }
        let before = FigureText.text(previous, measure.unit)
        guard let value = measure.value else { return (.plain, "", "Before: \(before)") }
        guard let isSignificant = change.isSignificant else {
            return (.plain, "", "\(before) before; too few to compare")
        }
        guard isSignificant, value != previous else {
            return (.plain, "→", "\(before) before; no clear change")
        }
        let isUp = value > previous
        let words = "\(isUp ? "Up" : "Down") from \(before)"
        guard let isMoreBetter = measure.isMoreBetter else {
            return (.plain, isUp ? "↗" : "↘", words)
        }
        return isUp == isMoreBetter
            ? (.positive, isUp ? "↗" : "↘", words + ", better")
            : (.negative, isUp ? "↗" : "↘", words + ", worse")
    }
}

/// The figure and its interval on the whole scale, where the unit has one; the words say the same.
private struct RangeHTML {
    let measure: Measure

    private var scale: ClosedRange<Double>? {
        switch measure.unit {
        case .share: 0...1
        case .stars: 1...5
        case .netPromoterScore: -100...100
        case .score: -1...1
        case .count, .duration: nil
        }
    }

    var picture: String {
        guard let scale, let value = measure.value, let interval = measure.interval else {
            return ""
        }
        func place(_ value: Double) -> Double {
            let width = scale.upperBound - scale.lowerBound
            return min(max((value - scale.lowerBound) / width, 0), 1)
        }
        let (from, to) = (place(interval.lowerBound), place(interval.upperBound))
        var marks = "<rect class=\"track\" y=\"5\" width=\"100%\" height=\"2\"/>"
        marks +=
            "<rect class=\"band\" x=\"\(SVG.percent(from))\" y=\"3\" "
            + "width=\"\(SVG.percent(max(to - from, 0.004)))\" height=\"6\" rx=\"3\"/>"
        if let previous = measure.change?.previous, previous.isFinite {
            marks +=
                "<circle class=\"before\" cx=\"\(SVG.percent(place(previous)))\" cy=\"6\" r=\"3\"/>"
        }
        let here = SVG.percent(place(value))
        marks += "<line class=\"point\" x1=\"\(here)\" x2=\"\(here)\" y1=\"0\" y2=\"12\"/>"
        return "<svg class=\"range\" aria-hidden=\"true\" focusable=\"false\">\(marks)</svg>"
    }
}

/// Stars as a picture beside the number that says the same.
enum StarsHTML {
    static func picture(_ stars: Double) -> String {
        " <span class=\"stars\" aria-hidden=\"true\">\(Charts.stars(stars))</span>"
    }
}

/// The numbers of mentions, folded away; those that the report quotes are links to the quotes.
struct MentionNumbers {
    let known: Set<MentionID>

    /// The numbers of `ids`, and that there are `more`.
    func list(_ ids: [MentionID], more: Int) -> String {
        guard !ids.isEmpty else { return "no mention" }
        let all = ids.count + max(more, 0)
        let title = all == 1 ? "1 mention" : "\(FigureText.count(all)) mentions"
        let rest = more > 0 ? " and \(FigureText.count(more)) more" : ""
        let numbers = ids.map { id in
            known.contains(id) ? "<a href=\"#mention-\(id)\">#\(id)</a>" : "#\(id)"
        }
        return "<details><summary>\(title)</summary>\n<p class=\"numbers\">"
            + numbers.joined(separator: " ") + rest + "</p></details>"
    }
}
