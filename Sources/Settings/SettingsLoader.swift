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
    /// Reads files and blocks meanwhile; nothing is written, nothing fetched.
    public func load(path: String) throws(SettingsProblems) -> Settings {
        let problems = ProblemCollector()
        var files = [path]
        let main = document(path, problems) { missing(path) }
        guard let main else { throw SettingsProblems(problems.problems) }
        var drafts = SettingsDraft(
            main, ReadingContext(source: main.source, problems: problems, environment: environment),
            now: now)
        for file in dropIns(of: path, problems) {
            files.append(file)
            guard let document = document(file, problems) else { continue }
            drafts.add(
                document,
                ReadingContext(
                    source: document.source, problems: problems, environment: environment))
        }
        let settings = drafts.settings(files: files)
        guard let settings, !problems.hasErrors else {
            throw SettingsProblems(problems.sorted(files: files))
        }
        var checked = settings
        checked.warnings = problems.sorted(files: files)
        return checked
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

    /// The drop-in files of the main file at `path`.
    private func dropIns(of path: String, _ problems: ProblemCollector) -> [String] {
        let name = FilePath.name(path)
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let folder = FilePath.folder(path) + stem + ".d"
        let files = FolderListing.files(below: folder).map { folder + "/" + $0 }
        for file in files where file.hasSuffix(".yml") {
            problems.add(
                SettingsProblem(
                    file: file, message: "this file is not read", suggestion: "call it `.yaml`",
                    isWarning: true))
        }
        return files.filter { $0.hasSuffix(".yaml") }
    }
}
