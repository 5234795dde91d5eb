/// How often a rule may be wrong, in words.
struct FalseAlarms {
    /// For each brand.
    let perYear: Double

    /// Such as `at most 1 false alarm in 2 years for each brand, 3 in 2 years for 6 brands`.
    func statement(brands: Int) -> String {
        let one = "at most \(text(perYear))"
        guard brands > 1 else { return one }
        let all = text(perYear * Double(brands))
        return "\(one) for each brand, \(all) for \(brands) brands together"
    }

    private func text(_ perYear: Double) -> String {
        guard perYear.isFinite, perYear > 0 else { return "no false alarm" }
        if perYear >= 0.95 {
            let number = Figure.text(perYear >= 10 ? perYear.rounded() : perYear)
            return number + (number == "1" ? " false alarm a year" : " false alarms a year")
        }
        return "1 false alarm in \(Figure.text((10 / perYear).rounded() / 10)) years"
    }
}
