import FoundationEssentials
import Model

/// Numbers and times as they stand in reasons, the same in every locale.
enum Figure {
    /// A number with at most two decimal places and a true minus sign, such as `−0.72`.
    static func text(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "?" }
        let hundredths = Int((abs(number) * 100).rounded())
        let sign = number < 0 && hundredths > 0 ? "−" : ""
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let places =
            switch rest {
            case 0: ""
            case let rest where rest % 10 == 0: ".\(rest / 10)"
            case let rest where rest < 10: ".0\(rest)"
            default: ".\(rest)"
            }
        return sign + String(whole) + places
    }

    /// A number of stars, such as `1 star` or `2.5 stars`.
    static func stars(_ number: Double) -> String {
        text(number) + (number == 1 ? " star" : " stars")
    }

    /// A number with one decimal place, such as `4.0`.
    static func tenths(_ number: Double) -> String {
        let text = text((number * 10).rounded() / 10)
        return text.contains(".") || text == "?" ? text : text + ".0"
    }

    /// A rating on its own scale, such as `1 of 5 stars` or `3 of 10 (1.89 stars)`.
    static func text(_ rating: Rating) -> String { fact(rating).text }

    /// A rating with its numbers as they stand in a sentence.
    static func fact(_ rating: Rating) -> Weighing.Fact {
        let isStars = rating.max == 5 && rating.min == 1
        return .rating(
            text(rating.value), of: text(rating.max), stars: isStars ? nil : text(rating.stars))
    }

    /// The time of day in UTC, such as `10:42 UTC`, with the date if it is not the day of `now`.
    static func time(_ date: Date, now: Date) -> String {
        let (text, today) = (date.rfc3339, now.rfc3339)
        let clock = text.dropFirst(11).prefix(5)
        let day = text.prefix(10)
        return (day == today.prefix(10) ? "" : day + " ") + clock + " UTC"
    }
}
