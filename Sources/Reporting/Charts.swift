/// Small pictures made of characters.
public enum Charts {
    /// One character a value, `▁` to `█`, by the share of the greatest value; a space for zero.
    ///
    /// Values that are negative or not finite count as zero.
    public static func sparkline(_ values: [Double]) -> String {
        let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        let sound = values.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        guard let greatest = sound.max(), greatest > 0 else {
            return String(repeating: " ", count: values.count)
        }
        return String(
            sound.map { value in
                guard value > 0 else { return " " }
                let level = Int((value / greatest * Double(levels.count)).rounded(.up)) - 1
                return levels[min(max(level, 0), levels.count - 1)]
            })
    }

    /// A bar of at most `width` columns for a share of 0 to 1, in eighths of a column.
    public static func bar(_ share: Double, width: Int) -> String {
        let partial: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        guard share.isFinite, share > 0, width > 0 else { return "" }
        let eighths = max(1, Int((min(share, 1) * Double(width * 8)).rounded()))
        let rest = eighths % 8
        return String(repeating: "█", count: eighths / 8)
            + (rest > 0 ? String(partial[rest - 1]) : "")
    }

    /// Five stars, the given ones filled: `★★☆☆☆`; half a star and more counts as a star.
    public static func stars(_ stars: Double) -> String {
        let filled = stars.isFinite ? min(max(Int(stars.rounded()), 0), 5) : 0
        return String(repeating: "★", count: filled) + String(repeating: "☆", count: 5 - filled)
    }
}
