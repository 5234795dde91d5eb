import Model

/// Reads ratings from the elements that hold them.
struct RatingReading {
    private let record: ElementRecord
    private let best: Int?
    private let worst: Int?

    /// A reading of elements in `record`, beside which `best` and `worst` may tell the scale.
    init(_ record: ElementRecord, best: Int?, worst: Int?) {
        self.record = record
        self.best = best
        self.worst = worst
    }

    /// The rating of the element at `index`; nil if it is none, or does not tell its scale.
    ///
    /// The value stands in an attribute (`value`, `average`) or in the text, the scale in attributes
    /// (`min`, `max`, `best`, `worst`, …) or in elements beside it. Ratings of the App Store are of 1
    /// to 5.
    func rating(at index: Int) -> Rating? {
        let node = record.nodes[index]
        let written = self.written(node)
        if node.vocabulary == .appStore { return RatingText.rating(inField: written, scale: 1...5) }
        guard let top = top(node) else {
            // "4" tells no scale, "4/5" does.
            return bareValue(at: index) == nil ? RatingText.rating(inField: written) : nil
        }
        let bottom = number(node, ["min", "worst", "worstrating"], beside: worst)
        let low = bottom ?? (top == 5 ? 1 : 0)
        guard low < top else { return nil }
        return RatingText.rating(inField: written, scale: low...top)
    }

    /// The number alone where no scale is told; nil where one is, or it is no positive number.
    func bareValue(at index: Int) -> Double? {
        let node = record.nodes[index]
        guard node.vocabulary != .appStore, top(node) == nil,
            let value = RatingText.number(inField: written(node)), value > 0
        else { return nil }
        return value
    }

    private func top(_ node: ElementNode) -> Double? {
        number(node, ["max", "best", "bestrating", "scale", "outof"], beside: best)
    }

    private func written(_ node: ElementNode) -> String {
        for name in ["value", "average", "label"] {
            if let value = record.attribute(name, of: node) { return value }
        }
        return record.text(of: node)
    }

    private func number(_ node: ElementNode, _ names: [String], beside: Int?) -> Double? {
        for attribute in node.attributes.isEmpty ? [] : record.attributes(of: node)
        where names.contains(attribute.name.lowercased()) {
            if let number = RatingText.number(inField: attribute.value) { return number }
        }
        return beside.flatMap { RatingText.number(inField: record.text(of: record.nodes[$0])) }
    }
}
