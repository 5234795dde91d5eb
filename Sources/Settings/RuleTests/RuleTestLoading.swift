import Model

extension RuleTestFile {
    /// Reads the file at `path`, whose tests name parts of `settings`; throws all problems at once.
    ///
    /// Reads files and blocks meanwhile.
    public static func read(
        path: String, settings: Settings
    ) throws(SettingsProblems) -> RuleTestFile {
        let problems = ProblemCollector()
        var cases: [RuleTestCase] = []
        do throws(TextFile.Failure) {
            let bytes = try TextFile.read(path).bytes
            if let document = YAMLDocument.read(bytes, file: path, problems: problems) {
                cases = Self.cases(of: document, settings, problems)
            }
        } catch {
            problems.error(file: path, "can't be read: \(error.detail)")
        }
        guard !problems.hasErrors else {
            throw SettingsProblems(problems.sorted(files: [path]))
        }
        return RuleTestFile(file: path, cases: cases)
    }

    private static func cases(
        of document: YAMLDocument, _ settings: Settings, _ problems: ProblemCollector
    ) -> [RuleTestCase] {
        let context = ReadingContext(source: document.source, problems: problems, environment: [:])
        guard let root = document.root,
            let top = Section(root, .testFile, context, name: "the file")
        else {
            if document.root == nil { problems.error(file: document.file, noTests, writeTests) }
            return []
        }
        let reader = RuleTestReader(settings: settings)
        let items = top.items("tests")
        let cases = items.compactMap { reader.test($0, context) }
        if items.isEmpty { problems.error(file: document.file, noTests, writeTests) }
        var lines: [String: Int] = [:]
        for test in cases {
            if let line = lines.updateValue(test.line, forKey: test.name) {
                problems.error(
                    Place(file: document.file, line: test.line, column: 1),
                    "the test “\(shown(test.name))” is there already, in line \(line)",
                    "give this one another name")
            }
        }
        return cases
    }

    private static let noTests = "the file holds no tests"
    private static let writeTests = "write them below `tests`, as `docs/rule-tests.md` shows"
}
