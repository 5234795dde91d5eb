/// Where overlays say something of a term.
public struct OverlayPlaces: Sendable {
    /// A line of an overlay.
    public struct Place: Sendable, Hashable {
        /// The file as it was named.
        public var file: String
        /// Counted from 1.
        public var line: Int
    }

    private var rows: [UInt64: [OverlayRow]] = [:]

    /// Reads `overlays`, each a file's name and its text, in the order in which they count; lines
    /// that cannot be read are passed over.
    public init(_ overlays: [(file: String, text: String)]) {
        for overlay in overlays {
            var number = 0
            let lines = overlay.text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for line in lines {
                number += 1
                if let row = try? OverlayRow(line, file: overlay.file, line: number) {
                    rows[row.key, default: []].append(row)
                }
            }
        }
    }

    /// The line that holds for `term` in `language`, the last that names it; nil if none does.
    public func place(of term: String, in language: String) -> Place? {
        guard let key = TermKeys.key(of: term) else { return nil }
        return rows[key]?.last { $0.language == nil || $0.language == language }
            .map { Place(file: $0.file, line: $0.line) }
    }
}
