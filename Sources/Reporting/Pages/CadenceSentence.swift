public import Model

/// How often a source brings news, as a sentence for the owner.
public enum CadenceSentence {
    /// `silenceLimit` is after how many silent days in a row the owner would be told; nil if never.
    public static func text(_ cadence: Cadence, silenceLimit: Int?) -> String {
        guard cadence.observedDays >= 1 else { return "not known yet" }
        var parts = [pace(cadence)]
        if cadence.arrivals > 0, cadence.observedDays >= 7 {
            let days = cadence.activeDays / cadence.observedDays * 7
            parts[0] += ", on \(number(days)) \(isOne(days) ? "day" : "days") a week"
        }
        if cadence.silentDays > 0 {
            parts.append(
                "silent for \(cadence.silentDays) \(cadence.silentDays == 1 ? "day" : "days") now")
        }
        if let silenceLimit {
            parts.append(
                "a silence of \(silenceLimit) \(silenceLimit == 1 ? "day" : "days") would be told")
        } else {
            parts.append("too little is known to call a silence unusual")
        }
        return parts.joined(separator: "; ")
    }

    private static func pace(_ cadence: Cadence) -> String {
        guard cadence.arrivals > 0 else { return "nothing new so far" }
        let perDay = cadence.arrivals / cadence.observedDays
        if perDay >= 1 { return "about \(number(perDay)) new a day" }
        if perDay * 7 >= 1 { return "about \(number(perDay * 7)) new a week" }
        if perDay * 30 >= 1 { return "about \(number(perDay * 30)) new a month" }
        return "less than one new a month"
    }

    private static func isOne(_ value: Double) -> Bool { number(value) == "1" }

    /// A whole number, or one with one decimal where it is small.
    private static func number(_ value: Double) -> String {
        let bounded = value.isFinite ? min(max(value, 0), 1e9) : 0
        let tenths = Int((bounded * 10).rounded())
        return bounded < 3 && tenths % 10 != 0
            ? "\(tenths / 10).\(tenths % 10)" : "\(Int(bounded.rounded()))"
    }
}
