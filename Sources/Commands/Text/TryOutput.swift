import Reporting

/// What `repute try` prints, piece by piece in the order of the inputs.
struct TryOutput {
    let format: OutputFormat
    /// With several inputs, JSON names each.
    let isSingle: Bool
    let names: Names
    let reader: Reader
    /// How the first input that failed did so; nil while none has.
    private(set) var firstFailure: ExitCodes?
    /// The rows of all inputs, for the formats that have one header for all.
    private var listing: Listing?

    init(format: OutputFormat, isSingle: Bool, names: Names, reader: Reader) {
        self.format = format
        self.isSingle = isSingle
        self.names = names
        self.reader = reader
    }

    /// What to print as soon as the result is there.
    mutating func bytes(for result: Result<Preview, CommandFailure>) -> [UInt8] {
        switch result {
        case .failure(let failure):
            firstFailure = firstFailure ?? failure.code
            return []
        case .success(let preview): return bytes(for: preview)
        }
    }

    /// What to print after the last input.
    mutating func end() -> [UInt8] {
        guard let listing else { return [] }
        self.listing = nil
        return Array(listing.rendered(as: format, for: reader).utf8)
    }

    private mutating func bytes(for preview: Preview) -> [UInt8] {
        switch format {
        case .json, .jsonl:
            var json = JSONText()
            preview.write(to: &json, namesInput: !isSingle)
            json.newline()
            return json.bytes
        case .csv, .markdown:
            let rows = preview.listing(names: names)
            listing?.rows += rows.rows
            listing = listing ?? rows
            return []
        case .table:
            let table = preview.listing(names: names).rendered(as: .table, for: reader)
            return Array((preview.heading(for: reader) + table + (isSingle ? "" : "\n")).utf8)
        }
    }
}
