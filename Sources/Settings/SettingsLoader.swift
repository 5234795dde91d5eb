public import Foundation

/// Reads a configuration: a main file and the drop-in files beside it.
///
/// The drop-in files of `repute.yaml` are all `*.yaml` files in and below the folder `repute.d`
/// beside it, in the order of their paths. They may add to `brands`, `sources`, `rules` and `channels`.
/// Paths in a file are relative to that file.
public struct SettingsLoader: Sendable {
    /// Where systemd says the credentials are: `CREDENTIALS_DIRECTORY`.
    public var environment: [String: String]
    /// What `alert_since: now` means.
    public var now: Date

    /// A loader; the parameters are for tests.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment, now: Date = Date()
    ) {
        self.environment = environment
        self.now = now
    }

    /// Reads the main file at `path` and its drop-ins; throws all problems at once.
    ///
    /// `changes` are drop-in files that are read as if they were there with that text, or as if they
    /// were not there where the text is nil. Reads files and blocks meanwhile; nothing is written,
    /// nothing fetched.
    public func load(
        path: String, changes: [String: String?] = [:]
    ) throws(SettingsProblems) -> Settings {
        let problems = ProblemCollector()
        var files = [path]
        let main = document(path, problems) { missing(path) }
        guard let main else { throw SettingsProblems(problems.problems) }
        var drafts = SettingsDraft(
            main, context(main, of: path, problems), now: now)
        for file in dropIns(of: path, changes, problems) {
            files.append(file)
            let document =
                changes[file]?.flatMap { text in
                    YAMLDocument.read(Array(text.utf8), file: file, problems: problems)
                } ?? (changes[file] == nil ? document(file, problems) : nil)
            guard let document else { continue }
            drafts.add(
                document, context(document, of: path, problems))
        }
        let settings = drafts.settings(files: files)
        guard let settings, !problems.hasErrors else {
            throw SettingsProblems(problems.sorted(files: files))
        }
        var checked = settings
        checked.warnings = problems.sorted(files: files)
        return checked
    }

    private func context(
        _ document: YAMLDocument, of main: String, _ problems: ProblemCollector
    ) -> ReadingContext {
        ReadingContext(
            source: document.source, problems: problems, environment: environment,
            secretsFolder: main.lastIndex(of: "/").map { main[...$0] + "secrets" } ?? "secrets")
    }

    private func document(
        _ path: String, _ problems: ProblemCollector,
        orElse missing: () -> SettingsProblem? = { nil }
    ) -> YAMLDocument? {
        do {
            let bytes = try TextFile.read(path).bytes
            return YAMLDocument.read(bytes, file: path, problems: problems)
        } catch {
            let problem = error.isMissing ? missing() : nil
            problems.add(
                problem ?? SettingsProblem(file: path, message: "can't be read: \(error.detail)"))
            return nil
        }
    }

    private func missing(_ path: String) -> SettingsProblem {
        let absolute = FilePath.absolute(path)
        return SettingsProblem(
            file: path,
            message: absolute == path
                ? "there is no configuration here" : "there is no configuration at \(absolute)",
            suggestion:
                "copy the commented example `config/repute.yaml` there and edit it, or name "
                + "another file with `--config FILE`")
    }

    /// The folder of the drop-in files of the main file at `path`.
    public static func dropInFolder(of path: String) -> String {
        let name = FilePath.name(path)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return FilePath.folder(path) + stem + ".d"
    }

    /// The drop-in files of the main file at `path`, with `changes` made.
    private func dropIns(
        of path: String, _ changes: [String: String?], _ problems: ProblemCollector
    ) -> [String] {
        let folder = Self.dropInFolder(of: path)
        var files = FolderListing.files(below: folder).map { folder + "/" + $0 }
        if !changes.isEmpty {
            let added = changes.filter { $0.value != nil }.map(\.key)
            files = Set(files).union(added).filter { changes[$0] != .some(nil) }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        for file in files where file.hasSuffix(".yml") {
            problems.add(
                SettingsProblem(
                    file: file, message: "this file is not read", suggestion: "call it `.yaml`",
                    isWarning: true))
        }
        return files.filter { $0.hasSuffix(".yaml") }
    }
}
