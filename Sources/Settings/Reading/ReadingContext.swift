/// What every reader of one file shares.
struct ReadingContext {
    let source: SourceText
    let problems: ProblemCollector
    /// The environment that `CREDENTIALS_DIRECTORY` is looked up in.
    let environment: [String: String]
    /// Where credentials are looked for if systemd passes none: `secrets` beside the main file.
    var secretsFolder: String?

    var file: String { source.file }

    /// `path` as seen from the folder of the file that names it.
    func resolved(_ path: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }
}

/// Foreign text made safe to stand in a message: one line, at most `limit` characters, no controls.
func shown(_ text: String, limit: Int = 60) -> String {
    let line = String(
        String.UnicodeScalarView(
            text.unicodeScalars.prefix(limit * 4).map { scalar in
                scalar.properties.generalCategory == .control
                    || scalar.properties.generalCategory == .format
                    || scalar.properties.generalCategory == .lineSeparator
                    || scalar.properties.generalCategory == .paragraphSeparator ? " " : scalar
            }))
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
}
